"""The fit of `matching.compatibility.compare`, for one who looks and everybody at once."""

from collections.abc import Iterable, Iterator
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.directory.hours import weeks_to_meet
from corridor.algorithms.directory.index import Index, Rows, TagKind
from corridor.algorithms.directory.people import LOOKING, Seeker
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.people import SLOTS_PER_WEEK, Criterion
from corridor.algorithms.matching.population import WORDS_PER_WEEK
from corridor.algorithms.matching.shares import STAGE_SHARES, share_of_minutes
from corridor.algorithms.matching.week import MINUTES_PER_SLOT, free_quarters

Longs = NDArray[np.int64]
Flags = NDArray[np.bool_]

NOT_SAID = -1
NOTHING_COUNTS = -1

STAGE_SHARE_OF_RUNGS = np.array((*STAGE_SHARES, 0), dtype=np.int64)
"""The last stands for everybody below her, and for everybody too far above."""
TIME_SHARE_OF_SLOTS = np.array(
    [share_of_minutes(slots * MINUTES_PER_SLOT) for slots in range(SLOTS_PER_WEEK + 1)],
    dtype=np.int64,
)


def fits(index: Index, seeker: Seeker, rows: Rows, *, today: date) -> Longs:
    """0 to 10,000 for each of these rows: the integers of ``compare`` with ``LOOKING``."""
    hers, theirs = _View(len(rows)), _View(len(rows))
    everybody = np.ones(len(rows), dtype=np.bool_)
    if seeker.needs:
        covered = _counts(index, TagKind.NEED, seeker.needs, rows)
        hers.add(Criterion.NEEDS, covered * FULL_FIT // len(seeker.needs), everybody)
    if seeker.interests:
        shared = _counts(index, TagKind.INTEREST, seeker.interests, rows)
        named = np.maximum(index.column("interests")[rows], 1)
        hers.add(Criterion.INTERESTS, shared * FULL_FIT // len(seeker.interests), everybody)
        theirs.add(Criterion.INTERESTS, shared * FULL_FIT // named, everybody)
    if seeker.specialty:
        specialty = index.column("specialty")[rows]
        is_same = specialty == index.number_of("specialty", seeker.specialty)
        hers.add(Criterion.SPECIALTY, is_same * FULL_FIT, specialty >= 0)
    for criterion, shares, counts in _the_same_for_both(index, seeker, rows, today):
        hers.add(criterion, shares, counts)
        theirs.add(criterion, shares, counts)
    return _combined(hers.mean(), theirs.mean())


def shared_slots(index: Index, seeker: Seeker, rows: Rows, *, today: date) -> Longs:
    """Half hours a week in the worst week; ``NOT_SAID`` where either did not say."""
    if not seeker.hours:
        return np.full(len(rows), NOT_SAID, dtype=np.int64)
    frames = _frames(index, seeker, today)
    weeks, zone = index.weeks[rows], index.column("zone")[rows]
    fewest = np.full(len(rows), SLOTS_PER_WEEK, dtype=np.int64)
    for frame in range(frames.shape[1]):
        met = np.bitwise_count(frames[zone, frame] & weeks).sum(axis=1, dtype=np.int64)
        np.minimum(fewest, met, out=fewest)
    return np.where(index.column("says_hours")[rows], fewest, NOT_SAID)


def _the_same_for_both(
    index: Index, seeker: Seeker, rows: Rows, today: date
) -> Iterator[tuple[Criterion, Longs, Flags]]:
    if seeker.stage is not None:
        stage = index.column("stage")[rows].astype(np.int64)
        rungs = stage - seeker.stage
        beyond = len(STAGE_SHARES)
        near = np.where((rungs >= 0) & (rungs < beyond), rungs, beyond)
        yield Criterion.STAGE, STAGE_SHARE_OF_RUNGS[near], stage >= 0
    if seeker.hours:
        slots = shared_slots(index, seeker, rows, today=today)
        yield Criterion.TIME, TIME_SHARE_OF_SLOTS[np.maximum(slots, 0)], slots >= 0
    if seeker.languages:
        spoken = _counts(index, TagKind.LANGUAGE, seeker.languages, rows)
        says = index.column("languages")[rows] > 0
        yield Criterion.LANGUAGE, spoken * FULL_FIT // len(seeker.languages), says


class _View:
    """One side's mean of the criteria that count, growing criterion by criterion."""

    def __init__(self, people: int) -> None:
        self.points = np.zeros(people, dtype=np.int64)
        self.weight = np.zeros(people, dtype=np.int64)

    def add(self, criterion: Criterion, shares: Longs, counts: Flags) -> None:
        weight = LOOKING.weights[criterion]
        self.points += weight * shares * counts
        self.weight += weight * counts

    def mean(self) -> Longs:
        return np.where(self.weight > 0, self.points // np.maximum(self.weight, 1), NOTHING_COUNTS)


def _combined(hers: Longs, theirs: Longs) -> Longs:
    voice = LOOKING.mentee_voice
    both = (voice * hers + (100 - voice) * theirs) // 100
    alone = np.where(hers < 0, np.maximum(theirs, 0), hers)
    return np.where((hers < 0) | (theirs < 0), alone, both)


def _counts(index: Index, kind: TagKind, tags: Iterable[str], rows: Rows) -> Longs:
    counts = np.zeros(index.size, dtype=np.int64)
    for tag in tags:
        counts[index.holders(kind, tag)] += 1
    return counts[rows]


def _frames(index: Index, seeker: Seeker, today: date) -> NDArray[np.uint64]:
    """(zones, weeks that differ, words): her free time on the clock of each zone."""
    mondays = index.mondays(today, seeker.zone)
    in_utc = free_quarters(seeker.hours, zone=seeker.zone, mondays=mondays)
    met = [weeks_to_meet(in_utc, zone=zone, mondays=mondays) for zone in index.zones]
    most = max(map(len, met), default=1)
    words = b"".join(
        mask.to_bytes(8 * WORDS_PER_WEEK, "little")
        for masks in met
        for mask in (*masks, *masks[:1] * (most - len(masks)))
    )
    frames = np.frombuffer(words, dtype="<u8").astype(np.uint64)
    return frames.reshape(len(met), most, WORDS_PER_WEEK)
