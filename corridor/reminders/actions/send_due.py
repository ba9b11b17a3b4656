"""Reminders that are due go out, each to whoever may hear of it now; the others wait."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from corridor.algorithms.reminders.deciding import may_go
from corridor.algorithms.reminders.table import OF
from corridor.people import letters
from corridor.people import queries as people
from corridor.reminders import policies, queries
from corridor.reminders.due import Due, Finder, connected
from corridor.reminders.letters import with_links
from corridor.reminders.models import ReminderWishes, SentReminder

if TYPE_CHECKING:
    from corridor.people.models import Profile


def send_due(*, now: datetime) -> int:
    """How many mails went out. What hurries goes first, then what has waited longest."""
    finders = connected()
    due = queries.may_be_heard((one for find in finders.values() for one in find(now=now)), now=now)
    due.sort(key=lambda one: (not OF[one.kind].hurries, one.since, one.kind, one.about, one.to))
    return sum(_send(one, finders[one.kind], now) for one in due)


@transaction.atomic
def _send(one: Due, find: Finder, now: datetime) -> bool:
    """With the row of whoever it is for locked: two at work at once count what the other sent."""
    profile = people.profile_here(one.to)
    if profile is None:
        return False
    hold_wishes(one.to)
    if not _may_hear(profile, one, now):
        return False
    still = next((same for same in find(now=now, about=one.about) if same.to == one.to), None)
    if still is None:
        return False
    still.mark(now)
    letters.tell(
        with_links(still.letter(), note_sent(still.kind, profile, still.about, now)),
        to=profile.account.email,
    )
    return True


def hold_wishes(profile_id: int) -> ReminderWishes:
    ReminderWishes.objects.get_or_create(profile_id=profile_id)
    return ReminderWishes.objects.select_for_update().get(profile_id=profile_id)


def note_sent(kind: str, profile: "Profile", about: int, now: datetime) -> SentReminder:
    rows = SentReminder.objects.filter(profile=profile, kind=kind, about=about)
    return rows.create(profile=profile, kind=kind, about=about, number=rows.count() + 1, at=now)


def _may_hear(profile: "Profile", one: Due, now: datetime) -> bool:
    today = now.astimezone(ZoneInfo(profile.time_zone)).date()
    if policies.is_away(profile, now=now) or queries.is_unwanted(
        profile.pk, kind=one.kind, about=one.about, today=today
    ):
        return False
    before = queries.came_before(profile.pk, kind=one.kind, about=one.about, now=now)
    return may_go(one.wanted, now=now, zone=profile.time_zone, before=before)
