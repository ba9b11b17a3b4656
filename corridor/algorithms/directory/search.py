"""Who is shown, and in which order: docs/algorithms/directory.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.directory.index import Index, Rows, TagKind, whole_microseconds
from corridor.algorithms.directory.people import ROLES, Filters, Moment, Seeker
from corridor.algorithms.directory.scoring import fits, shared_slots
from corridor.algorithms.matching.lottery import keys, tickets
from corridor.algorithms.matching.people import Role
from corridor.algorithms.matching.week import MINUTES_PER_SLOT

Flags = NDArray[np.bool_]
Ranks = NDArray[np.uint64]

BAND = 500
"""Points of fit that make no difference worth a place: within a band the lottery decides."""
LOAD = 250
"""Points of fit that each person whom a mentor carries already takes off her place."""
MOST_CARRIED = 6
"""Beyond so many, more takes no more off."""
MOST_ROOM = 3
"""Free places beyond which more does not bring anybody forward."""
TICKET_BITS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where a page ended: the next begins behind it, whatever changed meanwhile."""

    day: date
    """Of the lottery: whoever leafs past midnight keeps the order she began with."""
    rank: int
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    ids: tuple[int, ...]
    total: int
    """How many the filters leave, on all pages."""
    cursor: Cursor | None
    """Of the next page, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    most: int
    lottery: str
    """Whose order it is: everybody has another, so that nobody is first for all."""
    day: date
    after: Cursor | None = None


def search(index: Index, seeker: Seeker, filters: Filters, *, page: Page, moment: Moment) -> Found:
    with index.lock:
        rows = _rows_left(index, seeker, filters, moment)
        ranks = _ranks(index, seeker, rows, page=page, today=moment.today)
        ids = index.column("id")[rows]
    total = len(rows)
    if page.after is not None:
        at, one = np.uint64(page.after.rank), page.after.id
        behind = (ranks > at) | ((ranks == at) & (ids > one))
        ranks, ids = ranks[behind], ids[behind]
    first = _first(ranks, ids, page.most)
    cursor = None
    if len(ids) > page.most:
        last = first[-1]
        cursor = Cursor(day=page.day, rank=int(ranks[last]), id=int(ids[last]))
    return Found(ids=tuple(ids[first].tolist()), total=total, cursor=cursor)


def _first(ranks: Ranks, ids: Rows, most: int) -> Rows:
    """Positions of the first in order, without sorting everybody behind them."""
    if len(ranks) > 4 * most:
        nearest = np.flatnonzero(ranks <= np.partition(ranks, most - 1)[most - 1])
    else:
        nearest = np.arange(len(ranks))
    return nearest[np.lexsort((ids[nearest], ranks[nearest]))][:most]


def _ranks(index: Index, seeker: Seeker, rows: Rows, *, page: Page, today: date) -> Ranks:
    """Lower is earlier: the wished kind first, then bands of fit, then the lottery of the day."""
    drawn = keys("directory", [f"{page.day.isoformat()} {page.lottery}"])
    ticket = tickets(drawn, index.column("key")[rows], bits=TICKET_BITS).astype(np.uint64)
    if seeker.wishes:
        wished = index.column("offered")[rows] & _bits(seeker.wishes)
        carried = np.minimum(index.column("carries")[rows].astype(np.int64), MOST_CARRIED)
        standing = np.maximum(fits(index, seeker, rows, today=today) - LOAD * carried, 0)
        before = ((wished == 0).astype(np.int64) << 8) + 255 - standing // BAND
    else:
        room = np.minimum(index.column("free")[rows].astype(np.int64), MOST_ROOM)
        before = ((MOST_ROOM - room) << 8) + index.column("replies_within")[rows]
    ranks: Ranks = (before.astype(np.uint64) << np.uint64(TICKET_BITS)) | ticket
    return ranks


def _rows_left(index: Index, seeker: Seeker, filters: Filters, moment: Moment) -> Rows:
    left = _visible(index, filters, moment)
    for kept in (*_of_said(index, filters), *_of_tags(index, filters), *_of_state(index, filters)):
        left &= kept
    left &= _of_time(index, filters, moment)
    rows = np.flatnonzero(left)
    if filters.overlap_minutes:
        slots = shared_slots(index, seeker, rows, today=moment.today)
        rows = rows[slots * MINUTES_PER_SLOT >= filters.overlap_minutes]
    return rows


def _visible(index: Index, filters: Filters, moment: Moment) -> Flags:
    """Listed, shown to this viewer, and not silent."""
    left: Flags = index.column("is_there").copy()
    if not filters.for_members:
        left &= ~index.column("for_members_only")
    if filters.among is not None:
        among = np.zeros(index.size, dtype=np.bool_)
        among[index.rows_of(filters.among)] = True
        left &= among
    left[index.rows_of(filters.without)] = False
    oldest = moment.today.toordinal() - moment.silent_after_days
    left &= index.column("seen_on") >= oldest
    return left


def _of_said(index: Index, filters: Filters) -> Iterator[Flags]:
    if filters.role is not None:
        yield (index.column("offered") & _bits({filters.role})) != 0
    if filters.specialty:
        yield index.column("specialty") == index.number_of("specialty", filters.specialty)
    if filters.country:
        yield index.column("country") == index.number_of("country", filters.country)
    stage = index.column("stage")
    if filters.least_stage is not None:
        yield stage >= max(0, filters.least_stage)
    if filters.most_stage is not None:
        yield (stage >= 0) & (stage <= filters.most_stage)
    if filters.replies_within is not None:
        yield index.column("replies_within") <= filters.replies_within


def _of_tags(index: Index, filters: Filters) -> Iterator[Flags]:
    for kind, tag in (
        (TagKind.SUBSPECIALTY, filters.subspecialty.casefold()),
        (TagKind.LANGUAGE, filters.language),
        (TagKind.INTEREST, filters.interest),
        (TagKind.NEED, filters.topic),
    ):
        if tag:
            yield _flags(index, kind, tag)
    if filters.outside:
        yield ~_flags(index, TagKind.INSTITUTION, filters.outside.casefold())


def _of_state(index: Index, filters: Filters) -> Iterator[Flags]:
    """Room for the role that was asked for, where one was."""
    asked = _bits({filters.role} if filters.role else set(ROLES))
    has_room = (index.column("room") & asked) != 0
    if not filters.with_full:
        yield has_room


def _of_time(index: Index, filters: Filters, moment: Moment) -> Flags:
    today = moment.today.toordinal()
    left = np.ones(index.size, dtype=np.bool_)
    is_away = (index.column("away_from") <= today) & (index.column("away_until") > today)
    if not filters.with_away:
        left &= ~is_away
    if not filters.with_room:
        asked = _bits({filters.role} if filters.role else set(ROLES))
        left &= is_away | ((index.column("room") & asked) == 0)
    if filters.is_verified:
        left &= index.column("verified_until") > whole_microseconds(moment.now)
    return left


def _flags(index: Index, kind: TagKind, tag: str) -> Flags:
    flags = np.zeros(index.size, dtype=np.bool_)
    flags[index.holders(kind, tag)] = True
    return flags


def _bits(roles: set[Role] | frozenset[Role]) -> np.uint8:
    return np.uint8(sum(1 << ROLES.index(role) for role in roles))
