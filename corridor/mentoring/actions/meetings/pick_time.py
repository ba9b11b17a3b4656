"""The other one chooses a time; what is to be repeated is agreed with it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from corridor.algorithms.common_times import weeks_later
from corridor.kernel import events
from corridor.mentoring import meeting_letters
from corridor.mentoring.actions.meetings.hold_meeting import (
    AlreadyAnswered,
    hold_active_meeting,
    move,
)
from corridor.mentoring.events import MeetingAgreed
from corridor.mentoring.meeting_calendar import person_at
from corridor.mentoring.meeting_choices import MeetingState, Minutes, Side
from corridor.mentoring.models import Meeting
from corridor.people import actions as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST = timedelta(minutes=max(Minutes.values))


class NotYoursToPick(Exception):
    """Whoever suggested the times waits for the other."""


class NotSuggested(Exception):
    """It is none of the times that stand there."""


class TimeHasPassed(Exception):
    """Another one may still come."""


class TakenMeanwhile(Exception):
    """One of the two has another meeting then."""


@transaction.atomic
def pick_time(
    meeting_id: int, starts_at: datetime, *, by: "Profile", sequence: int, now: datetime
) -> Meeting:
    """`sequence`: of the meeting as she saw it.

    Raises NotYourMeeting, AlreadyAnswered, NotOpen, Resting, NotYoursToPick, NotSuggested,
    TimeHasPassed or TakenMeanwhile.
    """
    meeting, side = hold_active_meeting(meeting_id, by=by)
    if meeting.sequence != sequence:
        raise AlreadyAnswered
    if meeting.proposed_by == side:
        raise NotYoursToPick
    move(meeting, "pick", by=side)
    if not meeting.times.filter(starts_at=starts_at).exists():
        raise NotSuggested
    if starts_at <= now:
        raise TimeHasPassed
    for profile in sorted((person_at(meeting, one) for one in Side), key=lambda one: one.pk):
        people.hold_profile(profile)
    if _is_taken(meeting, starts_at):
        raise TakenMeanwhile

    _agree(meeting, starts_at, now)
    _repeat(meeting, starts_at, now)
    events.publish(
        MeetingAgreed(
            meeting_id=meeting.pk,
            by_id=by.pk,
            to_id=meeting.relationship.other_than(by).pk,
            at=now,
        )
    )
    meeting_letters.tell_agreed(meeting, moment=starts_at)
    return meeting


def _agree(meeting: Meeting, starts_at: datetime, now: datetime) -> None:
    meeting.starts_at, meeting.moved_from = starts_at, None
    meeting.sequence += 1
    meeting.agreed_at = meeting.changed_at = now
    meeting.reminded_hours = None
    meeting.save(
        update_fields=[
            "state",
            "starts_at",
            "moved_from",
            "sequence",
            "agreed_at",
            "changed_at",
            "reminded_hours",
        ]
    )
    meeting.times.all().delete()
    meeting.calendar_answers.all().delete()


def _repeat(first: Meeting, starts_at: datetime, now: datetime) -> None:
    """At the same time of day by the clock of whoever suggested it; times taken are left out."""
    zone = person_at(first, Side(first.proposed_by)).time_zone
    for number in range(1, first.repeat_times + 1):
        later = weeks_later(starts_at, zone=zone, weeks=number * first.repeat_weeks)
        if _is_taken(first, later):
            continue
        meeting = Meeting(
            relationship=first.relationship,
            state=MeetingState.AGREED,
            role=first.role,
            proposed_by=first.proposed_by,
            minutes=first.minutes,
            way=first.way,
            starts_at=later,
            made_at=now,
            agreed_at=now,
            changed_at=now,
        )
        meeting.where = first.where
        meeting.save()
        meeting_letters.tell_agreed(meeting, moment=later)
    if first.repeat_times:
        Meeting.objects.filter(pk=first.pk).update(repeat_times=0)


def _is_taken(meeting: Meeting, starts_at: datetime) -> bool:
    both = [meeting.relationship.mentor_id, meeting.relationship.mentee_id]
    ends_at = starts_at + timedelta(minutes=meeting.minutes)
    near = Meeting.objects.filter(
        Q(relationship__mentor__in=both) | Q(relationship__mentee__in=both),
        state=MeetingState.AGREED,
        starts_at__gt=starts_at - LONGEST,
        starts_at__lt=ends_at,
    ).exclude(pk=meeting.pk)
    return any(one.ends_at is not None and one.ends_at > starts_at for one in near)
