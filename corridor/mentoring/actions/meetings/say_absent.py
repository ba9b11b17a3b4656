"""Somebody did not come: the other's word, which whoever it is about can deny at once."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring import meeting_letters
from corridor.mentoring.actions.meetings.hold_meeting import hold_meeting
from corridor.mentoring.events import AbsenceSaid, AbsenceUnsaid
from corridor.mentoring.meeting_calendar import person_at
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.models import Absence, Meeting

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NobodySaidSo(Exception):
    """The other has not said it, took it back, or she denied it before."""


@transaction.atomic
def deny_absence(meeting_id: int, *, by: "Profile", now: datetime) -> Meeting:
    """It counts nowhere from then on, whoever is right. Raises NotYourMeeting or NobodySaidSo."""
    meeting, side = hold_meeting(meeting_id, by=by)
    said = meeting.absences.filter(side=side, denied_at=None).first()
    if said is None:
        raise NobodySaidSo
    _deny(said, meeting, now)
    return meeting


def keep_absence(
    meeting: Meeting, *, by: Side, other_absent: bool, was_held: bool, now: datetime
) -> None:
    """With the meeting held, after its log was written.

    Two who say it of each other agree on nothing: then neither counts.
    """
    of_writer = meeting.absences.filter(side=by).first()
    if of_writer and of_writer.denied_at is None and (was_held or other_absent):
        _deny(of_writer, meeting, now)
    of_other = meeting.absences.filter(side=by.other).first()
    if other_absent and of_other is None:
        denied_at = now if of_writer else None
        Absence.objects.create(meeting=meeting, side=by.other, at=now, denied_at=denied_at)
        if denied_at is None:
            _tell(meeting, by, now)
    elif not other_absent and of_other is not None:
        was_counted = of_other.denied_at is None
        of_other.delete()
        if was_counted:
            _unsay(meeting, by.other, is_denied=False, now=now)


def _tell(meeting: Meeting, by: Side, now: datetime) -> None:
    ids = {"by_id": person_at(meeting, by).pk, "to_id": person_at(meeting, by.other).pk}
    events.publish(AbsenceSaid(meeting_id=meeting.pk, **ids, at=now))
    meeting_letters.tell_absent(meeting, side=by.other)


def _deny(said: Absence, meeting: Meeting, now: datetime) -> None:
    said.denied_at = now
    said.save(update_fields=["denied_at"])
    _unsay(meeting, Side(said.side), is_denied=True, now=now)


def _unsay(meeting: Meeting, side: Side, *, is_denied: bool, now: datetime) -> None:
    to_id = person_at(meeting, side).pk
    events.publish(AbsenceUnsaid(meeting_id=meeting.pk, to_id=to_id, is_denied=is_denied, at=now))
