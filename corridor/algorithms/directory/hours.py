"""A weekly free time that need not be written anew when the clocks change.

`matching.week` writes a week in UTC, once for each combination of offsets. Here a mentor's week is
written once, in half hours of her own clock, and the viewer's is turned to meet it: two masks share
as many bits before both are turned by the same number of places as after.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from corridor.algorithms.matching.people import SLOTS_PER_WEEK
from corridor.algorithms.matching.week import (
    DAYS,
    MINUTES_PER_DAY,
    MINUTES_PER_SLOT,
    Span,
    free_half_hours,
    offset_minutes,
)

WHOLE_WEEK = (1 << SLOTS_PER_WEEK) - 1
SOME_MONDAY = date(2026, 1, 5)
"""Whichever: what a zone is ahead beyond whole half hours is the same all year."""


def own_week(spans: Sequence[Span], zone: str) -> int:
    """Wholly free half hours of her own clock, bit 0 from Monday at midnight.

    Where a clock is a quarter of an hour off the rest of the world, so are the half hours.
    """
    beyond = _offset(zone, SOME_MONDAY) % MINUTES_PER_SLOT
    if not beyond and all(_is_on_the_half_hour(span) for span in spans):
        return _quickly(spans)
    in_utc = free_half_hours(spans, zone=zone, mondays=[SOME_MONDAY])[0]
    return turned(in_utc, _half_hours_ahead(zone, SOME_MONDAY))


def weeks_to_meet(in_utc: Sequence[int], *, zone: str, mondays: Sequence[date]) -> tuple[int, ...]:
    """Somebody's weeks in UTC as they stand on the clock of a zone, each distinct one once."""
    met = (
        turned(mask, _half_hours_ahead(zone, monday))
        for mask, monday in zip(in_utc, mondays, strict=True)
    )
    return tuple(dict.fromkeys(met))


def turned(mask: int, places: int) -> int:
    """The week goes round: what leaves it on Sunday comes back on Monday."""
    places %= SLOTS_PER_WEEK
    return ((mask << places) | (mask >> (SLOTS_PER_WEEK - places))) & WHOLE_WEEK


@lru_cache(maxsize=50_000)
def _half_hours_ahead(zone: str, monday: date) -> int:
    return offset_minutes(zone, monday) // MINUTES_PER_SLOT


@cache
def _offset(zone: str, monday: date) -> int:
    return offset_minutes(zone, monday)


def _is_on_the_half_hour(span: Span) -> bool:
    return span.start % MINUTES_PER_SLOT == span.end % MINUTES_PER_SLOT == 0 and (
        span.start < span.end <= MINUTES_PER_DAY
    )


def _quickly(spans: Sequence[Span]) -> int:
    mask = 0
    for day, start, end in spans:
        midnight = DAYS.index(day) * MINUTES_PER_DAY
        length = (end - start) // MINUTES_PER_SLOT
        mask |= ((1 << length) - 1) << (midnight + start) // MINUTES_PER_SLOT
    return mask
