"""Weekly free time across time zones, as quarters of an hour in UTC, daylight saving right.

A person's week repeats in local time, so it sits at other UTC hours in summer and in winter.
Each reference week stands for one combination of UTC offsets that is in force on some Monday
of the programme; within it, every zone keeps the offset it has on Monday at noon UTC.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from corridor.algorithms.matching.people import SLOTS_PER_WEEK

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_PER_SLOT = 15
MINUTES_PER_DAY = 24 * 60
MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY


class Span(NamedTuple):
    """Free local time on one day of the week; an end at or before the start is on the next day."""

    day: str
    start: int
    """Minutes after local midnight."""
    end: int


class UnknownZone(ValueError):
    """The name is not an IANA time zone."""


class NotAMonday(ValueError):
    """A reference week begins on a Monday."""


class PeriodEndsBeforeItStarts(ValueError):
    """The last day of the programme lies before its first."""


def free_quarters(spans: Iterable[Span], *, zone: str, mondays: Sequence[date]) -> tuple[int, ...]:
    """One mask a reference week; bit 0 is Monday 00:00 UTC.

    A quarter counts only if it is wholly free. All offsets in use are whole quarters of an hour,
    so that a span which begins and ends on one loses nothing in any zone.
    Raises UnknownZone or NotAMonday.
    """
    local = list(_joined(_minutes_of_week(spans)))
    return tuple(_mask(local, offset_minutes(zone, monday)) for monday in mondays)


def shared_minutes(one: tuple[int, ...], other: tuple[int, ...]) -> int | None:
    """Shared free minutes a week in the worst reference week; None where somebody did not say."""
    if not one or not other:
        return None
    return MINUTES_PER_SLOT * min(
        (mine & yours).bit_count() for mine, yours in zip(one, other, strict=True)
    )


def reference_weeks(start_on: date, end_on: date, zones: Iterable[str]) -> tuple[date, ...]:
    """The first Monday of each combination of UTC offsets, from the week that holds ``start_on``.

    New York changes its clocks in March two or three weeks before London does: the weeks
    between are a combination of their own. Raises UnknownZone or PeriodEndsBeforeItStarts.
    """
    if end_on < start_on:
        raise PeriodEndsBeforeItStarts(start_on, end_on)
    names = sorted(set(zones))
    first: dict[tuple[int, ...], date] = {}
    for monday in _mondays(start_on, end_on):
        first.setdefault(tuple(offset_minutes(zone, monday) for zone in names), monday)
    return tuple(first.values())


@lru_cache(maxsize=10_000)
def offset_minutes(zone: str, monday: date) -> int:
    """Minutes that local time is ahead of UTC on that Monday at noon UTC."""
    if monday.weekday() != 0:
        raise NotAMonday(monday)
    noon = datetime.combine(monday, time(12), tzinfo=UTC)
    offset = noon.astimezone(_zone(zone)).utcoffset()
    return 0 if offset is None else offset // timedelta(minutes=1)


def _zone(name: str) -> ZoneInfo:
    # A name with a directory in it, or none at all, is a ValueError or an OSError, by platform.
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise UnknownZone(name) from unknown


def _mondays(start_on: date, end_on: date) -> Iterator[date]:
    monday = start_on - timedelta(days=start_on.weekday())
    while monday <= end_on:
        yield monday
        monday += timedelta(days=7)


def _minutes_of_week(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    for day, start, end in spans:
        midnight = DAYS.index(day) * MINUTES_PER_DAY
        until = end if end > start else end + MINUTES_PER_DAY
        if midnight + until <= MINUTES_PER_WEEK:
            yield midnight + start, midnight + until
        else:
            yield midnight + start, MINUTES_PER_WEEK
            yield 0, midnight + until - MINUTES_PER_WEEK


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that touch become one, so that rounding cuts only at true ends."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    if len(joined) > 1 and joined[0][0] == 0 and joined[-1][1] == MINUTES_PER_WEEK:
        _, early = joined.pop(0)
        joined[-1] = (joined[-1][0], MINUTES_PER_WEEK + early)
    return iter(joined)


def _mask(local: Iterable[tuple[int, int]], offset: int) -> int:
    mask = 0
    for start, end in local:
        if end - start >= MINUTES_PER_WEEK:
            return (1 << SLOTS_PER_WEEK) - 1
        first = -((offset - start) // MINUTES_PER_SLOT)
        last = (end - offset) // MINUTES_PER_SLOT
        for slot in range(first, last):
            mask |= 1 << slot % SLOTS_PER_WEEK
    return mask
