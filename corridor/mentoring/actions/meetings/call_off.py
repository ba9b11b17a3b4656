"""A meeting does not take place: one of the two says so, or the relationship rests or ends."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring import meeting_letters
from corridor.mentoring.actions.meetings.hold_meeting import hold_meeting, move
from corridor.mentoring.actions.meetings.offer_times import AlreadyBegan
from corridor.mentoring.events import MeetingCalledOff
from corridor.mentoring.meeting_choices import MeetingState, Side
from corridor.mentoring.meeting_states import CLOCK
from corridor.mentoring.models import WAITING, Meeting

if TYPE_CHECKING:
    from corridor.people.models import Profile

LATE = timedelta(days=1)
LONGEST_WORDS = 500


@transaction.atomic
def call_off(meeting_id: int, *, by: "Profile", words: str = "", now: datetime) -> Meeting:
    """`words` go to the other by mail and are not kept.

    Raises NotYourMeeting, AlreadyAnswered or AlreadyBegan.
    """
    meeting, side = hold_meeting(meeting_id, by=by)
    was_agreed_for = meeting.starts_at if meeting.state == MeetingState.AGREED else None
    move(meeting, "call_off", by=side)
    if was_agreed_for is not None and was_agreed_for <= now:
        raise AlreadyBegan

    meeting.called_off_by = side
    meeting.is_late = was_agreed_for is not None and was_agreed_for - now < LATE
    _end(meeting, now)
    events.publish(
        MeetingCalledOff(
            meeting_id=meeting.pk,
            by_id=by.pk,
            to_id=meeting.relationship.other_than(by).pk,
            is_late=meeting.is_late,
            at=now,
        )
    )
    meeting_letters.tell_called_off(meeting, words=words.strip()[:LONGEST_WORDS], to=[side.other])
    if was_agreed_for is not None:
        meeting_letters.tell_called_off(meeting, to=[side])
    return meeting


@transaction.atomic
def close_meetings(*, relationship_id: int, now: datetime) -> None:
    """What was to come does not: the relationship rests or is over. What has passed is kept."""
    waiting = Meeting.objects.select_for_update(of=("self",)).filter(
        relationship=relationship_id, state__in=WAITING
    )
    people = ("relationship__mentor__account", "relationship__mentee__account")
    for meeting in waiting.select_related(*people).order_by("pk"):
        if meeting.starts_at is not None and meeting.starts_at <= now:
            continue
        move(meeting, "close", by=CLOCK)
        _end(meeting, now)
        meeting_letters.tell_called_off(meeting)


@transaction.atomic
def lapse_proposals(*, now: datetime) -> int:
    """All times have passed and none was chosen: whoever suggested them hears of it."""
    lapsed = (
        Meeting.objects.select_for_update(of=("self",))
        .filter(state=MeetingState.PROPOSED)
        .exclude(times__starts_at__gt=now)
        .select_related("relationship__mentor__account", "relationship__mentee__account")
    )
    # Read again once they are held: others may have been offered meanwhile.
    meetings = [
        one
        for one in list(lapsed.order_by("pk"))
        if not one.times.filter(starts_at__gt=now).exists()
    ]
    for meeting in meetings:
        move(meeting, "lapse", by=CLOCK)
        _end(meeting, now)
        meeting_letters.tell_lapsed(meeting, side=Side(meeting.proposed_by))
    return len(meetings)


def _end(meeting: Meeting, now: datetime) -> None:
    """Calendars that have it take it out by the time at which it stood there last."""
    meeting.ended_at = meeting.changed_at = now
    meeting.sequence += 1
    meeting.save(
        update_fields=["state", "ended_at", "changed_at", "sequence", "called_off_by", "is_late"]
    )
    meeting.times.all().delete()
