"""One of the two suggests times to meet."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring import meeting_letters
from corridor.mentoring.actions.hold_relationship import hold_active
from corridor.mentoring.actions.meetings.hold_meeting import side_of
from corridor.mentoring.events import MeetingProposed
from corridor.mentoring.meeting_choices import MeetingState, Repeat
from corridor.mentoring.meeting_details import (
    MOST_REPEATS,
    NewMeeting,
    checked_times,
    checked_where,
)
from corridor.mentoring.models import Meeting, MeetingTime

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_WAITING = 3


class TooManyWait(Exception):
    """Three suggestions are open between the two: an answer comes first."""


class TooManyRepeats(Exception):
    """A meeting is repeated eleven times at most."""


@transaction.atomic
def propose_meeting(
    new: NewMeeting, *, relationship_id: int, by: "Profile", now: datetime
) -> Meeting:
    """Raises NotYourRelationship, NotOpen, Resting, NoTimes, TimeOutOfReach,
    NotAnAddress, NotANumber, TooManyRepeats or TooManyWait."""
    relationship = hold_active(relationship_id, by=by)
    times = checked_times(new.times, now=now)
    where = checked_where(new.where, way=new.way)
    if not 0 <= new.repeat_times <= MOST_REPEATS:
        raise TooManyRepeats
    waiting = Meeting.objects.filter(relationship=relationship, state=MeetingState.PROPOSED)
    if waiting.count() >= MOST_WAITING:
        raise TooManyWait

    meeting = Meeting(
        relationship=relationship,
        role=new.role,
        proposed_by=side_of(relationship, by),
        minutes=new.minutes,
        way=new.way,
        repeat_weeks=new.repeat if new.repeat_times else Repeat.NEVER,
        repeat_times=new.repeat_times if new.repeat else 0,
        made_at=now,
        changed_at=now,
    )
    meeting.where = where
    meeting.save()
    MeetingTime.objects.bulk_create(
        MeetingTime(meeting=meeting, starts_at=moment) for moment in times
    )
    events.publish(
        MeetingProposed(
            meeting_id=meeting.pk, by_id=by.pk, to_id=relationship.other_than(by).pk, at=now
        )
    )
    meeting_letters.ask_to_pick(meeting, times=times)
    return meeting
