"""Whether a reminder may go to somebody now, by what came to her before.

Guarantees, whatever is due: none leaves at night in her zone; of one thing she hears at most
`most` times, `again_after` apart; all together keep to `MOST` on her days and in any seven days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from corridor.algorithms.reminders.table import DAYTIME, MOST, OF, Reminder

WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Came:
    """One that she got."""

    kind: str
    about: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One that is due."""

    reminder: Reminder
    about: int
    since: datetime
    """When it began to wait: what came about the same thing before that is another story."""


def may_go(wanted: Wanted, *, now: datetime, zone: str, before: Sequence[Came]) -> bool:
    """`before`: what came to her in the last week, and all of this kind about this thing."""
    return (
        is_daytime(now, zone)
        and _is_time_for_another(wanted, now, before)
        and _has_room(wanted.reminder, now, zone, before)
    )


def is_daytime(now: datetime, zone: str) -> bool:
    first, end = DAYTIME
    return first <= now.astimezone(ZoneInfo(zone)).hour < end


def _is_time_for_another(wanted: Wanted, now: datetime, before: Sequence[Came]) -> bool:
    reminder = wanted.reminder
    told = [
        one.at
        for one in before
        if (one.kind, one.about) == (reminder.kind, wanted.about) and one.at >= wanted.since
    ]
    if len(told) >= reminder.most:
        return False
    return reminder.again_after is None or all(now - at >= reminder.again_after for at in told)


def _has_room(reminder: Reminder, now: datetime, zone: str, before: Sequence[Came]) -> bool:
    counted = [one.at for one in before if not OF[one.kind].is_timed and now - one.at < WEEK]
    today = now.astimezone(ZoneInfo(zone)).date()
    of_today = [at for at in counted if at.astimezone(ZoneInfo(zone)).date() == today]
    most = MOST[reminder.hurries]
    return len(of_today) < most.a_day and len(counted) < most.a_week
