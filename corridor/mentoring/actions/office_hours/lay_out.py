"""The next sittings of office hours, at the same time of day by their own clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from corridor.algorithms.common_times import repeated
from corridor.mentoring.models import OfficeHours, Sitting

AHEAD = 4
"""So many are there to sign up for."""


def lay_out(held: OfficeHours, *, now: datetime) -> int:
    """How many were added. Call with the office hours held, or new."""
    made = 0
    for starts_at in times_to_come(held, now=now):
        _sitting, is_new = Sitting.objects.get_or_create(
            hours=held, starts_at=starts_at, defaults={"changed_at": now}
        )
        made += is_new
    return made


def times_to_come(held: OfficeHours, *, now: datetime) -> list[datetime]:
    if not held.repeat_weeks:
        return [held.first_at] if held.first_at > now else []
    times = repeated(held.first_at, zone=held.zone, weeks=held.repeat_weeks, after=now, most=AHEAD)
    clock = ZoneInfo(held.zone)
    return [
        one for one in times if held.last_on is None or one.astimezone(clock).date() <= held.last_on
    ]
