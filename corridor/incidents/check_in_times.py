"""When somebody is asked how she is: in the morning, by her own clock."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from corridor.incidents.choices import AT_HOUR, DAYS


def due_times(opened_at: datetime, *, zone: str) -> list[tuple[int, datetime]]:
    """1, 7 and 30 days after, at nine where she is."""
    local = opened_at.astimezone(ZoneInfo(zone))
    return [
        (day, datetime.combine(local.date() + timedelta(days=day), time(AT_HOUR), local.tzinfo))
        for day in DAYS
    ]
