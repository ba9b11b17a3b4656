"""Other times in place of those that stand there, or of a meeting that was agreed."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring import meeting_letters
from corridor.mentoring.actions.meetings.hold_meeting import (
    AlreadyAnswered,
    hold_active_meeting,
    move,
)
from corridor.mentoring.events import MeetingProposed
from corridor.mentoring.meeting_choices import MeetingState
from corridor.mentoring.meeting_details import checked_times
from corridor.mentoring.models import Meeting, MeetingTime

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AlreadyBegan(Exception):
    """Its time has come: what is left to say is whether it was held."""


@transaction.atomic
def offer_times(
    meeting_id: int, times: Collection[datetime], *, by: "Profile", sequence: int, now: datetime
) -> Meeting:
    """`sequence`: of the meeting as she saw it.

    Raises NotYourMeeting, AlreadyAnswered, NotOpen, Resting, AlreadyBegan, NoTimes or
    TimeOutOfReach.
    """
    meeting, side = hold_active_meeting(meeting_id, by=by)
    if meeting.sequence != sequence:
        raise AlreadyAnswered
    was_agreed = meeting.state == MeetingState.AGREED
    move(meeting, "offer_other_times", by=side)
    if was_agreed and meeting.starts_at is not None and meeting.starts_at <= now:
        raise AlreadyBegan
    several = checked_times(times, now=now)

    if was_agreed:
        meeting.moved_from, meeting.starts_at = meeting.starts_at, None
    meeting.proposed_by = side
    meeting.sequence += 1
    meeting.changed_at = now
    meeting.save(
        update_fields=[
            "state",
            "starts_at",
            "moved_from",
            "proposed_by",
            "sequence",
            "changed_at",
        ]
    )
    meeting.times.all().delete()
    MeetingTime.objects.bulk_create(
        MeetingTime(meeting=meeting, starts_at=moment) for moment in several
    )
    events.publish(
        MeetingProposed(
            meeting_id=meeting.pk,
            by_id=by.pk,
            to_id=meeting.relationship.other_than(by).pk,
            at=now,
        )
    )
    meeting_letters.ask_to_pick(meeting, times=several)
    if was_agreed:
        meeting_letters.tell_moving(meeting)
    return meeting
