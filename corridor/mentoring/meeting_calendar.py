"""A meeting as calendars show it to one of the two."""

from email.utils import parseaddr
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from corridor.algorithms.calendar_files.writing import (
    Entry,
    Person,
    Standing,
    cancellation,
    invitation,
)
from corridor.mentoring.meeting_choices import MeetingState, Side
from corridor.mentoring.meeting_uids import uid_of
from corridor.people import letters
from corridor.people.letters import CalendarFile

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting, Relationship
    from corridor.people.models import Profile

STANDING = {
    MeetingState.PROPOSED: Standing.TENTATIVE,
    MeetingState.AGREED: Standing.CONFIRMED,
    MeetingState.HELD: Standing.CONFIRMED,
    MeetingState.MISSED: Standing.CANCELLED,
    MeetingState.CANCELLED: Standing.CANCELLED,
}


class NoTimeYet(Exception):
    """It was never agreed, so no calendar has it."""


def person_at(meeting: "Meeting", side: Side) -> "Profile":
    return person_on(meeting.relationship, side)


def person_on(relationship: "Relationship", side: Side) -> "Profile":
    return relationship.mentee if side == Side.MENTEE else relationship.mentor


def entry(meeting: "Meeting", *, side: Side) -> Entry:
    """Raises NoTimeYet. What the agenda says stays on the page: calendars are seen by others."""
    starts_at = meeting.starts_at or meeting.moved_from
    if starts_at is None:
        raise NoTimeYet
    title = _("Meeting with %(name)s") % {"name": person_at(meeting, side.other).display_name}
    if meeting.state == MeetingState.PROPOSED:
        title = _("To be moved: %(title)s") % {"title": title}
    return Entry(
        uid=uid_of(meeting, side),
        sequence=meeting.sequence,
        standing=STANDING[MeetingState(meeting.state)],
        starts_at=starts_at,
        minutes=meeting.minutes,
        title=title,
        words=str(meeting.get_way_display()),
        place=meeting.where,
        url=letters.address_of_page("meeting", meeting.pk),
        changed_at=meeting.changed_at,
    )


def calendar_file(meeting: "Meeting", *, side: Side) -> CalendarFile:
    """For her mail. Raises NoTimeYet."""
    return mailed(entry(meeting, side=side), to=person_at(meeting, side))


def mailed(one: Entry, *, to: "Profile") -> CalendarFile:
    is_off = one.standing == Standing.CANCELLED
    write = cancellation if is_off else invitation
    reader = Person(name=to.display_name, address=to.account.email)
    content = write(one, organizer=_organizer(), to=reader)
    return CalendarFile(method="CANCEL" if is_off else "REQUEST", content=content.decode())


def _organizer() -> Person:
    """Where calendar programs send their answers."""
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return Person(name="Corridor", address=settings.CALENDAR_REPLY_ADDRESS or sender)
