"""The market on which the bars of the matching engine were first measured, drawn anew.

Only its description was left; these are its facts. People have one of 60 specialties (Zipf),
one of 8 stages, a time zone in one of 3 clusters, languages, the kinds of relationship they seek
or offer, an institution, 3 to 10 of 320 hashtags, 60 % of them local to the specialty, an
embedding of 64 numbers, and lived experience if they say so. 22 % of mentees and 12 % of mentors
are of the audited group; a third of the group's mentees have thin profiles. Hard rules: a common
language and kind, a senior mentor, at most 6 hours between zones, another institution. Soft
ones: hashtags .34, embedding .22, stage distance .16, lived experience .14, specialty .08, zone
.06. Each side adds a taste of its own, 25 % of the mentee's view and 40 % of the mentor's;
utility is .6 of hers and .4 of the mentor's, an integer from 0 to 10,000. Of all feasible
mentors the best 50 are listed, exactly. 1 to 5 places a mentor, 1.2 (ample) or .9 (scarce) for
each mentee. Some 43 % of pairs are feasible, 55 % by zone and stage alone.

What the description leaves open was chosen before anything was measured, with only those last
two shares to go by, and not changed since:

- Zipf: the weight of the n-th specialty is 1/n. Institutions: 400, alike in size.
- Stages: mentees 0 to 4, by 30, 25, 20, 15 and 10 %; mentors 2 to 7, alike. Senior: above hers.
  The share of a distance d is 1 - |d - 2| / 5, and not below 0.
- Zones: the Americas (UTC-8 to -5) 70 %, Europe and Africa (0 to +2) 20 %, Asia (+5 to +8) 10 %;
  the share is 1 - hours apart / 6.
- Languages: 95 in 100 speak English; half have another of seven, as in ``people``.
- Kinds: a mentee seeks 1, 1, 2 or 3 of three, a mentor offers 1, 2, 3 or 3.
- Hashtags: local ones are among 20 that begin at five times the specialty, neighbours overlap;
  the others any. The share is the cosine of the two sets.
- Embedding: a centre of the specialty and as much noise of one's own, both normal, at length 1;
  the share is the cosine, not below 0. Whole numbers, so that products are the same everywhere.
- Lived experience: 12 tags. Of the group 60 % name 1 or 2, of the others 10 % of mentors and
  15 % of mentees. The share is how many of hers the mentor has; nothing where she names none.
- A thin profile has three hashtags, and an embedding of nothing.
- Taste: for each pair and side a number drawn alike from 0 to 10,000, known to the list of 50.
- Places: the shares of ``sizes.PLACES``.
"""

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.people import LANGUAGE_WEIGHTS
from benchmarks.sizes import CANDIDATES, PLACES, REWARD, SIZES
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Market

SPECIALTIES, HASHTAGS, LOCAL, EXPERIENCES, INSTITUTIONS = 60, 320, 20, 12, 400
EMBEDDING, LENGTH = 64, 256
"""Numbers of an embedding, and how long it is."""
FULL = 10_000
MENTEE_STAGES = (0.30, 0.25, 0.20, 0.15, 0.10)
MENTOR_STAGES = (2, 7)
CLUSTERS = (((-8, -5), 0.70), ((0, 2), 0.20), ((5, 8), 0.10))
FARTHEST = 6
SOUGHT, OFFERED = (1, 1, 2, 3), (1, 2, 3, 3)
GROUP = {"mentees": 0.22, "mentors": 0.12}
NAMES_EXPERIENCE = {"mentees": (0.15, 0.60), "mentors": (0.10, 0.60)}
"""Shares of the others, and of the group."""
WEIGHTS = (34, 22, 16, 14, 8, 6)
"""Of hashtags, embedding, stage, lived experience, specialty and zone, in per cent."""
LIVED_RAISED = (28, 19, 13, 28, 7, 5)
"""The weight of lived experience doubled, the others lower in proportion."""
TASTES = 31
"""Per cent of the utility that is taste: .6 of 25 and .4 of 40."""
AT_ONCE = 200
LARGEST = "100k"
SHIFT = np.int64(20)
LOW_BITS = np.int64((1 << 20) - 1)


@dataclass(frozen=True)
class Listed:
    """Each mentee's best mentors, ascending by column."""

    start: np.ndarray
    mentor: np.ndarray
    utility: np.ndarray
    group: np.ndarray
    """(mentees,) whether she is of the audited group."""
    mentor_group: np.ndarray
    feasible: float
    """Share of all pairs."""


def reference_market(size: str, supply: str, seed: int) -> Market:
    found = listed(size, seed)
    mentees, mentors = SIZES[size]
    places = places_of(mentors, supply, seed)
    slot_start = np.concatenate(([0], np.cumsum(places))).astype(np.int64)
    return Market(
        start=found.start,
        mentor=found.mentor,
        worth=found.utility,
        reward=np.full(mentees, REWARD, dtype=np.int64),
        slot_start=slot_start,
        slot_cost=np.zeros(slot_start[-1], dtype=np.int64),
    )


def places_of(mentors: int, supply: str, seed: int) -> np.ndarray:
    rng = np.random.default_rng((seed, mentors, 1))
    return rng.choice(np.arange(1, 6), size=mentors, p=PLACES[supply])


def listed(size: str, seed: int, weights: tuple[int, ...] = WEIGHTS) -> Listed:
    """Kept in a file of the temporary folder: every solver of a run reads the same one."""
    version = hashlib.sha256(Path(__file__).read_bytes() + str(weights).encode()).hexdigest()[:12]
    file = Path(tempfile.gettempdir()) / f"reference-{size}-{seed}-{version}.npz"
    if not file.exists():
        found = _drawn(size, seed, weights)
        partial = file.with_suffix(".partial.npz")
        np.savez(partial, **vars(found))
        partial.rename(file)
    with np.load(file) as kept:
        return Listed(**{name: kept[name] for name in kept.files})


@dataclass(frozen=True)
class _Side:
    group: np.ndarray
    specialty: np.ndarray
    stage: np.ndarray
    zone: np.ndarray
    languages: np.ndarray
    kinds: np.ndarray
    institution: np.ndarray
    tags: np.ndarray
    """(people, 320) one where she has it."""
    lived: np.ndarray
    embedding: np.ndarray

    @property
    def facts(self) -> np.ndarray:
        """(people, 8) in the order of ``SPECIALTY`` and so on."""
        count = self.tags.sum(axis=1, dtype=np.int32)
        columns = (self.specialty, self.stage, self.zone, self.languages, self.kinds)
        return np.column_stack((*columns, self.institution, self.lived, count)).astype(np.int32)


def _drawn(size: str, seed: int, weights: tuple[int, ...]) -> Listed:
    mentees, mentors = SIZES[size]
    rng = np.random.default_rng((seed, mentees))
    centres = rng.normal(size=(SPECIALTIES, EMBEDDING))
    asking = _side(rng, mentees, "mentees", centres)
    offering = _side(rng, mentors, "mentors", centres)
    hers, theirs = asking.facts, offering.facts
    holders = [np.flatnonzero(offering.tags[:, tag]).astype(np.int32) for tag in range(HASHTAGS)]
    held = np.concatenate(([0], np.cumsum([len(each) for each in holders]))).astype(np.int64)
    index = (held, np.concatenate(holders))
    counts = np.zeros(mentees, dtype=np.int64)
    keys = np.full((mentees, min(CANDIDATES, mentors)), -1, dtype=np.int64)
    feasible = 0
    for begin in range(0, mentees, AT_ONCE):
        rows = slice(begin, min(begin + AT_ONCE, mentees))
        near = (asking.embedding[rows] @ offering.embedding.T).astype(np.int32)
        span = (begin, rows.stop, seed)
        part = (hers, asking.tags, theirs, index, near)
        feasible += _list_best(part, span, np.array(weights), keys, counts)
    kept = keys >= 0
    column = (keys & LOW_BITS).astype(np.int32)
    utility = (keys >> 2 * SHIFT).astype(np.int32)
    order = np.argsort(np.where(kept, column, mentors), axis=1, kind="stable")
    kept, column, utility = (
        np.take_along_axis(each, order, axis=1) for each in (kept, column, utility)
    )
    return Listed(
        start=np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
        mentor=column[kept],
        utility=utility[kept],
        group=asking.group,
        mentor_group=offering.group,
        feasible=np.float64(feasible / (mentees * mentors)),
    )


def _side(rng: np.random.Generator, people: int, side: str, centres: np.ndarray) -> _Side:
    zipf = 1 / np.arange(1, SPECIALTIES + 1)
    specialty = rng.choice(SPECIALTIES, size=people, p=zipf / zipf.sum())
    group = rng.random(people) < GROUP[side]
    thin = group & (rng.random(people) < 1 / 3) & (side == "mentees")
    if side == "mentees":
        stage = rng.choice(len(MENTEE_STAGES), size=people, p=MENTEE_STAGES)
    else:
        stage = rng.integers(MENTOR_STAGES[0], MENTOR_STAGES[1] + 1, people)
    embedding = centres[specialty] + rng.normal(size=(people, EMBEDDING))
    embedding *= LENGTH / np.linalg.norm(embedding, axis=1, keepdims=True)
    embedding[thin] = 0
    return _Side(
        group=group,
        specialty=specialty,
        stage=stage,
        zone=_zones(rng, people),
        languages=_languages(rng, people),
        kinds=_some_of(rng, people, 3, SOUGHT if side == "mentees" else OFFERED),
        institution=rng.integers(0, INSTITUTIONS, people),
        tags=_hashtags(rng, specialty, thin),
        lived=_lived(rng, group, NAMES_EXPERIENCE[side]),
        embedding=np.rint(embedding).astype(np.float32),
    )


def _zones(rng: np.random.Generator, people: int) -> np.ndarray:
    cluster = rng.choice(len(CLUSTERS), size=people, p=[share for _, share in CLUSTERS])
    first = np.array([zones[0] for zones, _ in CLUSTERS])[cluster]
    last = np.array([zones[1] for zones, _ in CLUSTERS])[cluster]
    return rng.integers(first, last + 1)


def _languages(rng: np.random.Generator, people: int) -> np.ndarray:
    """Bits; the first is English. Who does not speak it always has another."""
    others = np.array(LANGUAGE_WEIGHTS[1:]) / sum(LANGUAGE_WEIGHTS[1:])
    english = rng.random(people) < 0.95
    another = 1 << rng.choice(np.arange(1, len(LANGUAGE_WEIGHTS)), size=people, p=others)
    has_another = (rng.random(people) < 0.5) | ~english
    return english + another * has_another


def _some_of(
    rng: np.random.Generator, people: int, kinds: int, numbers: tuple[int, ...]
) -> np.ndarray:
    """Bits of so many different kinds."""
    rank = rng.random((people, kinds)).argsort(axis=1).argsort(axis=1)
    chosen = rank < rng.choice(numbers, size=people)[:, None]
    return (chosen << np.arange(kinds)).sum(axis=1)


def _hashtags(rng: np.random.Generator, specialty: np.ndarray, thin: np.ndarray) -> np.ndarray:
    """Drawn one after the other until a person has her number; never one twice."""
    people = len(specialty)
    wanted = np.where(thin, 3, rng.integers(3, 11, people))
    tags = np.zeros((people, HASHTAGS), dtype=np.uint8)
    left = np.arange(people)
    while len(left):
        local = (specialty[left] * 5 + rng.integers(0, LOCAL, len(left))) % HASHTAGS
        anywhere = rng.integers(0, HASHTAGS, len(left))
        tags[left, np.where(rng.random(len(left)) < 0.6, local, anywhere)] = 1
        left = left[tags[left].sum(axis=1) < wanted[left]]
    return tags


def _lived(rng: np.random.Generator, group: np.ndarray, shares: tuple[float, float]) -> np.ndarray:
    people = len(group)
    names = rng.random(people) < np.where(group, shares[1], shares[0])
    return names * _some_of(rng, people, EXPERIENCES, (1, 2))


SPECIALTY, STAGE, ZONE, LANGUAGES, KINDS, INSTITUTION, LIVED, TAGS = range(8)


@njit
def _list_best(part, span, weights, keys, counts):
    hers, her_tags, theirs, index, near = part
    first, end, seed = span
    shared = np.zeros(len(theirs), np.int32)
    root = _roots()
    feasible = 0
    for row in range(first, end):
        my, heap = hers[row], keys[row]
        _count_shared(her_tags[row], index, shared)
        size = 0
        for column in range(len(theirs)):
            other = theirs[column]
            if not _may_meet(my, other):
                continue
            feasible += 1
            tags = int(shared[column] * root[my[TAGS]] * root[other[TAGS]] / FULL)
            score = _score(my, other, (tags, near[row - first, column]), weights)
            if size < len(heap) or _highest(score) >= heap[0] >> 2 * SHIFT:
                size = _offered(heap, size, _key(row, column, score, seed))
        counts[row] = size
    return feasible


@njit
def _roots():
    """What each number of hashtags adds to a cosine."""
    root = np.empty(11, np.float64)
    for tags in range(11):
        root[tags] = FULL / np.sqrt(max(1, tags))
    return root


@njit
def _count_shared(her_tags, index, shared):
    """How many hashtags she has in common with each mentor."""
    held, holder = index
    shared[:] = 0
    for tag in range(HASHTAGS):
        if her_tags[tag]:
            for at in range(held[tag], held[tag + 1]):
                shared[holder[at]] += 1


@njit
def _may_meet(my, other):
    return (
        abs(my[ZONE] - other[ZONE]) <= FARTHEST
        and other[STAGE] > my[STAGE]
        and my[LANGUAGES] & other[LANGUAGES] != 0
        and my[KINDS] & other[KINDS] != 0
        and my[INSTITUTION] != other[INSTITUTION]
    )


@njit
def _score(my, other, common, weights):
    """Both sides' share of the utility that is no taste; ``common`` are hashtags and embedding."""
    points = weights[0] * common[0]
    points += weights[1] * (max(0, common[1]) * FULL >> 16)
    distance = abs(other[STAGE] - my[STAGE] - 2)
    points += weights[2] * max(0, FULL - distance * FULL // 5)
    asked = _bits(my[LIVED])
    if asked:
        points += weights[3] * (_bits(my[LIVED] & other[LIVED]) * FULL // asked)
    if my[SPECIALTY] == other[SPECIALTY]:
        points += weights[4] * FULL
    points += weights[5] * (FULL - abs(my[ZONE] - other[ZONE]) * FULL // FARTHEST)
    return min(FULL, points // 100)


@njit
def _bits(lived):
    count = 0
    for tag in range(EXPERIENCES):
        count += (lived >> tag) & 1
    return count


@njit
def _highest(score):
    """No taste lifts the utility above it."""
    return (100 - TASTES) * score // 100 + TASTES * FULL // 100 + 2


@njit
def _key(row, column, score, seed):
    """Utility, then a draw, then the column: what is equal is settled by the draw."""
    drawn = _mixed(np.uint64(row) * np.uint64(1 << 32) + np.uint64(column), seed)
    taste = np.int64(drawn & np.uint64(0xFFFFFF)) * FULL >> 24
    answer = np.int64((drawn >> np.uint64(24)) & np.uint64(0xFFFFFF)) * FULL >> 24
    view = (75 * score + 25 * taste) // 100
    their_view = (60 * score + 40 * answer) // 100
    utility = (60 * view + 40 * their_view) // 100
    return (utility << 2 * SHIFT) + (np.int64(drawn >> np.uint64(48)) << SHIFT) + column


@njit
def _offered(heap, size, key):
    """A heap with the lowest key in front, of as many keys as there is room for."""
    if size < len(heap):
        at = size
        while at > 0 and heap[(at - 1) // 2] > key:
            heap[at] = heap[(at - 1) // 2]
            at = (at - 1) // 2
        heap[at] = key
        return size + 1
    if key <= heap[0]:
        return size
    at = 0
    while 2 * at + 1 < size:
        below = 2 * at + 1
        if below + 1 < size and heap[below + 1] < heap[below]:
            below += 1
        if heap[below] >= key:
            break
        heap[at] = heap[below]
        at = below
    heap[at] = key
    return size


@njit
def _mixed(word, seed):
    """Numbers drawn alike, the same on every machine (Steele, Lea & Flood 2014)."""
    drawn = word + np.uint64(seed + 1) * np.uint64(0x9E3779B97F4A7C15)
    drawn = (drawn ^ (drawn >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    drawn = (drawn ^ (drawn >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return drawn ^ (drawn >> np.uint64(31))
