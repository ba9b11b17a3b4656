"""Whether something may go out to somebody now."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile


def is_away(profile: "Profile", *, now: datetime) -> bool:
    """By the days that she set herself; all of them are in her zone."""
    today = now.astimezone(ZoneInfo(profile.time_zone)).date()
    return people.is_away(profile, today=today)
