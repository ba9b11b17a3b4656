"""The next sittings of office hours, at the same time of day by their own clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from corridor.algorithms.common_times import repeated
from corridor.mentoring.models import OfficeHours, Sitting

AHEAD = 4
"""So many are there to sign up for."""


def lay_out(held: OfficeHours, *, now: datetime) -> bool:
    """Whether any time is to come. Call with the office hours held, or new."""
    times = _times_to_come(held, now=now)
    there = set(held.sittings.filter(starts_at__in=times).values_list("starts_at", flat=True))
    new = [Sitting(hours=held, starts_at=at, changed_at=now) for at in times if at not in there]
    Sitting.objects.bulk_create(new)
    return bool(times)


def _times_to_come(held: OfficeHours, *, now: datetime) -> list[datetime]:
    if not held.repeat_weeks:
        return [held.first_at] if held.first_at > now else []
    times = repeated(held.first_at, zone=held.zone, weeks=held.repeat_weeks, after=now, most=AHEAD)
    clock = ZoneInfo(held.zone)
    return [
        one for one in times if held.last_on is None or one.astimezone(clock).date() <= held.last_on
    ]
