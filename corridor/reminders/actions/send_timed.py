"""What has a time of its own goes out at that time, unless it is not wanted."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from corridor.people import letters
from corridor.people import queries as people
from corridor.reminders import queries
from corridor.reminders.actions.send_due import hold_wishes, note_sent
from corridor.reminders.letters import with_links

if TYPE_CHECKING:
    from corridor.algorithms.reminders.table import Kind
    from corridor.people.letters import Letter


def send_timed(kind: "Kind", letter: "Letter", *, to: int, about: int, now: datetime) -> bool:
    """In the transaction of whoever knows that it is time. Whether it went out."""
    profile = people.profile_here(to)
    if profile is None:
        return False
    hold_wishes(to)
    today = now.astimezone(ZoneInfo(profile.time_zone)).date()
    if queries.is_unwanted(to, kind=kind, about=about, today=today):
        return False
    sent = note_sent(kind, profile, about, now)
    letters.tell(with_links(letter, sent), to=profile.account.email)
    return True
