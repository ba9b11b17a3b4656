"""When two people who live in different time zones are both free, told in each one's own time.

Weeks are masks of quarters of an hour in UTC, as `matching.week.free_quarters` makes them.
"""

from dataclasses import dataclass
from datetime import date

from corridor.algorithms.matching.people import SLOTS_PER_WEEK
from corridor.algorithms.matching.week import (
    DAYS,
    MINUTES_PER_DAY,
    MINUTES_PER_SLOT,
    MINUTES_PER_WEEK,
    Span,
    free_quarters,
    offset_minutes,
)

WHOLE_WEEK = (1 << SLOTS_PER_WEEK) - 1


@dataclass(frozen=True, kw_only=True)
class Week:
    """When somebody is free, in the time of her zone."""

    spans: tuple[Span, ...]
    zone: str


@dataclass(frozen=True, kw_only=True)
class SharedSpan:
    """The same hours by two clocks; an end at or before its start is on the next day."""

    mine: Span
    theirs: Span
    minutes: int


def shared_spans(mine: Week, theirs: Week, *, monday: date) -> list[SharedSpan]:
    """In the order of my week. Raises UnknownZone or NotAMonday."""
    my_offset, their_offset = (offset_minutes(one.zone, monday) for one in (mine, theirs))
    found = [
        SharedSpan(
            mine=_local(start, end, my_offset),
            theirs=_local(start, end, their_offset),
            minutes=end - start,
        )
        for start, end in _runs(_mask(mine, monday) & _mask(theirs, monday))
    ]
    return sorted(found, key=lambda span: (DAYS.index(span.mine.day), span.mine.start))


def _mask(week: Week, monday: date) -> int:
    (mask,) = free_quarters(week.spans, zone=week.zone, mondays=[monday])
    return mask


def _runs(mask: int) -> list[tuple[int, int]]:
    """Minutes of the UTC week; a run over its end goes on behind it."""
    if mask == WHOLE_WEEK:
        return [(0, MINUTES_PER_WEEK)]
    runs = []
    for slot in range(SLOTS_PER_WEEK):
        if _is_free(mask, slot) and not _is_free(mask, slot - 1):
            end = slot
            while _is_free(mask, end):
                end += 1
            runs.append((slot * MINUTES_PER_SLOT, end * MINUTES_PER_SLOT))
    return runs


def _is_free(mask: int, slot: int) -> bool:
    return bool(mask >> slot % SLOTS_PER_WEEK & 1)


def _local(start: int, end: int, offset: int) -> Span:
    day, minute = divmod((start + offset) % MINUTES_PER_WEEK, MINUTES_PER_DAY)
    return Span(DAYS[day], minute, (end + offset) % MINUTES_PER_DAY)
