"""Times at which two people can meet, by both clocks.

Whatever is offered is an instant, so both see the same one. None is offered whose time of day
comes twice by one of the two clocks, in the night in which that clock is put back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from corridor.algorithms.matching.week import (
    DAYS,
    MINUTES_PER_DAY,
    MINUTES_PER_SLOT,
    MINUTES_PER_WEEK,
    Span,
)

QUARTER = timedelta(minutes=MINUTES_PER_SLOT)
Between = tuple[datetime, datetime]
"""From the first moment up to, and without, the second."""


class NeverComes(ValueError):
    """The clock leaps over this time of day: it is put forward that night."""


class ComesTwice(ValueError):
    """The clock is put back that night, and shows this time of day two times."""


@dataclass(frozen=True, kw_only=True)
class Hours:
    """When somebody can meet."""

    spans: tuple[Span, ...]
    """Every week, in the time of her zone."""
    zone: str
    away: tuple[tuple[date, date | None], ...] = ()
    """Each from the first day away up to the first day back, if that is known."""
    busy: tuple[Between, ...] = ()

    def is_free(self, quarter: datetime) -> bool:
        """All of the quarter of an hour that begins then."""
        local = quarter.astimezone(self.clock)
        minute = local.weekday() * MINUTES_PER_DAY + local.hour * 60 + local.minute
        return (
            minute in self._quarters
            and not any(_is_within(local.date(), days) for days in self.away)
            and not any(start < quarter + QUARTER and quarter < end for start, end in self.busy)
        )

    @cached_property
    def clock(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @cached_property
    def _quarters(self) -> frozenset[int]:
        """Minutes of the week at which a quarter of an hour begins that is wholly free."""
        free = {minute for span in self.spans for minute in _minutes(span)}
        return frozenset(
            minute
            for minute in free
            if all((minute + more) % MINUTES_PER_WEEK in free for more in range(MINUTES_PER_SLOT))
        )


def common_times(mine: Hours, theirs: Hours, *, between: Between, minutes: int) -> list[datetime]:
    """Each full quarter of an hour, in UTC, at which both are free for so long. Oldest first."""
    start, end = between
    first = _next_quarter(start)
    count = max(0, (end - first) // QUARTER)
    free = [
        mine.is_free(quarter) and theirs.is_free(quarter)
        for quarter in (first + QUARTER * number for number in range(count))
    ]
    needed = -(-minutes // MINUTES_PER_SLOT)
    found = (
        first + QUARTER * number
        for number in range(count - needed + 1)
        if all(free[number : number + needed])
    )
    clocks = (mine.clock, theirs.clock)
    return [moment for moment in found if not any(_is_told_twice(moment, one) for one in clocks)]


def spread(times: Sequence[datetime], *, clock: ZoneInfo, most: int) -> list[datetime]:
    """So many of them to begin with: one a day, full hours before others, then a second round."""
    by_day: dict[date, list[datetime]] = {}
    for moment in times:
        by_day.setdefault(moment.astimezone(clock).date(), []).append(moment)
    days = [
        sorted(day, key=lambda one: (one.astimezone(clock).minute != 0, one))
        for day in by_day.values()
    ]
    chosen: list[datetime] = []
    while len(chosen) < most and any(days):
        chosen += [day.pop(0) for day in days if day][: most - len(chosen)]
    return sorted(chosen)


def instant_of(told: datetime, *, zone: str) -> datetime:
    """What a clock on the wall says, as an instant. Raises NeverComes or ComesTwice."""
    local = told.replace(tzinfo=ZoneInfo(zone), fold=0)
    instant = local.astimezone(UTC)
    if instant.astimezone(local.tzinfo).replace(tzinfo=None) != told.replace(tzinfo=None):
        raise NeverComes(told)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise ComesTwice(told)
    return instant


def weeks_later(start: datetime, *, zone: str, weeks: int) -> datetime:
    """At the same time of day by that clock.

    Where the clock leaps over it, as much later as it leaps; where it comes twice, the first.
    """
    local = start.astimezone(ZoneInfo(zone)) + timedelta(weeks=weeks)
    return local.replace(fold=0).astimezone(UTC)


def repeated(
    first: datetime, *, zone: str, weeks: int, after: datetime, most: int
) -> list[datetime]:
    """The next so many of what begins at `first` and comes again every so many weeks.

    Each is counted from the first, so a night in which a clock leaps moves none but its own.
    """
    days = max(0, (after - first).days - weeks * 7)
    number = days // (weeks * 7)
    found: list[datetime] = []
    while len(found) < most:
        moment = weeks_later(first, zone=zone, weeks=number * weeks)
        if moment > after:
            found.append(moment)
        number += 1
    return found


def _minutes(span: Span) -> Iterator[int]:
    midnight = DAYS.index(span.day) * MINUTES_PER_DAY
    end = span.end if span.end > span.start else span.end + MINUTES_PER_DAY
    for minute in range(span.start, end):
        yield (midnight + minute) % MINUTES_PER_WEEK


def _next_quarter(moment: datetime) -> datetime:
    midnight = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + QUARTER * -((midnight - moment) // QUARTER)


def _is_within(day: date, days: tuple[date, date | None]) -> bool:
    start, back = days
    return start <= day and (back is None or day < back)


def _is_told_twice(moment: datetime, clock: ZoneInfo) -> bool:
    local = moment.astimezone(clock)
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
