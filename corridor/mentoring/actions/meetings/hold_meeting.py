"""For whatever changes a meeting: the relationship and the meeting are locked until all is done."""

from typing import TYPE_CHECKING

from corridor.algorithms.state_machines import MoveImpossible
from corridor.mentoring.actions.hold_relationship import (
    NotOpen,
    NotYourRelationship,
    Resting,
    hold_relationship,
)
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.meeting_states import MEETING
from corridor.mentoring.models import Meeting

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile


class NotYourMeeting(Exception):
    """She is neither of the two, or there is no such meeting."""


class AlreadyAnswered(Exception):
    """It was settled or called off meanwhile."""


def hold_active_meeting(meeting_id: int, *, by: "Profile") -> tuple[Meeting, Side]:
    """For what the other is to see: in a pause nothing new reaches her.

    Raises NotYourMeeting, NotOpen or Resting.
    """
    meeting, side = hold_meeting(meeting_id, by=by)
    if not meeting.relationship.is_open:
        raise NotOpen
    if meeting.relationship.is_paused:
        raise Resting
    return meeting, side


def hold_meeting(meeting_id: int, *, by: "Profile") -> tuple[Meeting, Side]:
    """In a transaction, locked, with the side of whoever acts. Raises NotYourMeeting."""
    found = Meeting.objects.filter(pk=meeting_id).values_list("relationship", flat=True).first()
    if found is None:
        raise NotYourMeeting
    try:
        relationship = hold_relationship(found, by=by, is_over=True)
    except NotYourRelationship as other:
        raise NotYourMeeting from other
    meeting = Meeting.objects.select_for_update().get(pk=meeting_id)
    meeting.relationship = relationship
    return meeting, side_of(relationship, by)


def side_of(relationship: "Relationship", profile: "Profile") -> Side:
    return Side(relationship.side_of(profile))


def move(meeting: Meeting, name: str, *, by: str) -> None:
    """Raises AlreadyAnswered."""
    try:
        meeting.state = MEETING.after(meeting.state, name, by=by)
    except MoveImpossible as impossible:
        raise AlreadyAnswered from impossible
