"""A weekly free time that need not be written anew when the clocks change.

`matching.week` writes a week in UTC, once for each combination of offsets. Here a mentor's week is
written once, in quarters of her own clock, and the viewer's is turned to meet it: two masks share
as many bits before both are turned by the same number of places as after.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from corridor.algorithms.matching.people import SLOTS_PER_WEEK
from corridor.algorithms.matching.week import (
    DAYS,
    MINUTES_PER_DAY,
    MINUTES_PER_SLOT,
    Span,
    free_quarters,
    offset_minutes,
)

WHOLE_WEEK = (1 << SLOTS_PER_WEEK) - 1
SOME_MONDAY = date(2026, 1, 5)
"""Whichever: a week of her own clock is the same all year."""


def own_week(spans: Sequence[Span], zone: str) -> int:
    """Wholly free quarters of her own clock, bit 0 from Monday at midnight."""
    if all(_is_on_the_quarter(span) for span in spans):
        return _quickly(spans)
    in_utc = free_quarters(spans, zone=zone, mondays=[SOME_MONDAY])[0]
    return turned(in_utc, _quarters_ahead(zone, SOME_MONDAY))


def weeks_to_meet(in_utc: Sequence[int], *, zone: str, mondays: Sequence[date]) -> tuple[int, ...]:
    """Somebody's weeks in UTC as they stand on the clock of a zone, each distinct one once."""
    met = (
        turned(mask, _quarters_ahead(zone, monday))
        for mask, monday in zip(in_utc, mondays, strict=True)
    )
    return tuple(dict.fromkeys(met))


def turned(mask: int, places: int) -> int:
    """The week goes round: what leaves it on Sunday comes back on Monday."""
    places %= SLOTS_PER_WEEK
    return ((mask << places) | (mask >> (SLOTS_PER_WEEK - places))) & WHOLE_WEEK


@lru_cache(maxsize=50_000)
def _quarters_ahead(zone: str, monday: date) -> int:
    return offset_minutes(zone, monday) // MINUTES_PER_SLOT


def _is_on_the_quarter(span: Span) -> bool:
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
