"""Fifteen minutes of a first contact: mails bring them into calendars and take them out again."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from corridor.algorithms.calendar_files.writing import Entry, Standing
from corridor.mentoring.circle_letters import told_time
from corridor.mentoring.meeting_calendar import mailed
from corridor.mentoring.meeting_uids import uid_of_code
from corridor.people import queries as people
from corridor.people.letters import Button, Letter, address_of_page, tell, to_member

if TYPE_CHECKING:
    from corridor.mentoring.models import FirstContact, FlashTime
    from corridor.people.models import Profile

MINUTES = 15


def tell_booked(time: "FlashTime", *, now: datetime) -> None:
    """To both."""
    _tell(time, _("Fifteen minutes with %(name)s"), Standing.CONFIRMED, now)


def tell_off(time: "FlashTime", *, now: datetime) -> None:
    """To both, so that their calendars know; why stands nowhere."""
    _tell(time, _("Your fifteen minutes with %(name)s are off"), Standing.CANCELLED, now)


def entry_of_talk(
    time: "FlashTime",
    *,
    reader: "Profile",
    standing: Standing = Standing.CONFIRMED,
    now: datetime,
) -> Entry:
    """Each time offered is an entry of its own; whatever is said of it later counts."""
    contact = time.contact
    return Entry(
        uid=uid_of_code(UUID(int=time.pk), "talk"),
        sequence=int((now - contact.sent_at).total_seconds()),
        standing=standing,
        starts_at=time.starts_at,
        minutes=MINUTES,
        title=_("Fifteen minutes with %(name)s") % {"name": _other(contact, reader).display_name},
        words="",
        place=str(contact.said.get("where", "")),
        url=address_of_page("first-contact", contact.pk),
        changed_at=now,
    )


def _tell(time: "FlashTime", subject: str, standing: Standing, now: datetime) -> None:
    """Nobody who left, or may not sign in, gets any."""
    contact = time.contact
    for one in (contact.mentor, contact.mentee):
        reader = people.profile_here(one.pk)
        if reader is None:
            continue
        where = str(contact.said.get("where", "")) if standing == Standing.CONFIRMED else ""
        entry = entry_of_talk(time, reader=one, standing=standing, now=now)
        letter = Letter(
            subject=subject % {"name": _other(contact, one).display_name},
            paragraphs=(told_time(time.starts_at, one), *([where] if where else [])),
            button=Button(
                label=_("See how it stands"), url=address_of_page("first-contact", contact.pk)
            ),
            why=to_member(one.handle),
            calendar=mailed(entry, to=reader),
        )
        tell(letter, to=reader.account.email)


def _other(contact: "FirstContact", reader: "Profile") -> "Profile":
    return contact.mentee if contact.mentor_id == reader.pk else contact.mentor
