"""Meetings of a circle: set by one who leads it, answered by each, written down by anybody."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import circle_letters as letters
from corridor.mentoring.actions.circles.hold_circle import (
    CircleRests,
    NotYourCircle,
    hold_circle,
    hold_led,
    seat_in,
)
from corridor.mentoring.actions.circles.tell_circle import tell_everybody_in
from corridor.mentoring.circle_choices import CircleState, SeatState
from corridor.mentoring.meeting_choices import MeetingState, Minutes, Way
from corridor.mentoring.meeting_details import checked_times, checked_where
from corridor.mentoring.models import Attendance, Circle, CircleMeeting, CircleTopic, Seat

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_MEETINGS, MOST_TOPICS = 12, 40
LONGEST_TOPIC = 300


class TooManyAhead(Exception):
    """A dozen meetings are set, or forty topics wait."""


class MeetingIsOver(Exception):
    """It was held or called off, or there is none."""


class NotHeldYet(Exception):
    """It has not begun."""


class TopicIsEmpty(Exception):
    """A few words say what it is."""


class TopicTooLong(Exception):
    """More than a line or two."""


@dataclass(frozen=True, kw_only=True)
class NewCircleMeeting:
    starts_at: datetime
    minutes: Minutes = Minutes.HOUR
    way: Way = Way.VIDEO
    where: str = ""


@dataclass(frozen=True, kw_only=True)
class CircleLog:
    was_there: Collection[int]
    """Numbers of seats."""
    topic: str = ""
    next_step: str = ""


@transaction.atomic
def set_meeting(
    circle_id: int, new: NewCircleMeeting, *, by: "Profile", now: datetime
) -> CircleMeeting:
    """Raises NotYourCircle, CircleIsClosed, CircleRests, TimeOutOfReach, NotAnAddress, NotANumber
    or TooManyAhead.
    """
    held = hold_led(circle_id, by=by)
    if held.state != CircleState.ACTIVE:
        raise CircleRests
    (starts_at,) = checked_times([new.starts_at], now=now)
    where = checked_where(new.where, way=new.way)
    if held.meetings.filter(state=MeetingState.AGREED).count() >= MOST_MEETINGS:
        raise TooManyAhead

    meeting = CircleMeeting(
        circle=held, starts_at=starts_at, minutes=new.minutes, way=new.way, made_at=now
    )
    meeting.where = where
    meeting.save()
    Attendance.objects.create(meeting=meeting, seat=seat_in(held, by), comes=True)
    letters.tell_meeting(meeting, _in(held))
    tell_everybody_in(held, by=by, now=now)
    return meeting


@transaction.atomic
def call_off_meeting(meeting_id: int, *, by: "Profile", now: datetime) -> None:
    """Raises NotYourCircle, CircleIsClosed or MeetingIsOver."""
    meeting, held = _hold(meeting_id)
    if not seat_in(held, by).leads:
        raise NotYourCircle
    call_off_held(meeting, _in(held), now=now)


def meetings_to_come(held: Circle, *, now: datetime) -> list[CircleMeeting]:
    rows = held.meetings.filter(state=MeetingState.AGREED, starts_at__gt=now)
    several = list(rows.order_by("starts_at", "pk"))
    for meeting in several:
        meeting.circle = held
    return several


def call_off_held(meeting: CircleMeeting, seats: list[Seat], *, now: datetime) -> None:
    """Out of the calendars of everybody in these. Call with the circle held."""
    meeting.state, meeting.ended_at = MeetingState.CANCELLED, now
    meeting.sequence += 1
    meeting.save(update_fields=["state", "ended_at", "sequence"])
    letters.tell_meeting_off(meeting, seats)


@transaction.atomic
def say_coming(meeting_id: int, *, comes: bool, by: "Profile") -> None:
    """Raises NotYourCircle, CircleIsClosed or MeetingIsOver."""
    meeting, held = _hold(meeting_id)
    Attendance.objects.update_or_create(
        meeting=meeting, seat=seat_in(held, by), defaults={"comes": comes}
    )


@transaction.atomic
def log_circle_meeting(
    meeting_id: int, log: CircleLog, *, by: "Profile", now: datetime
) -> CircleMeeting:
    """Anybody in the circle writes it, for all; it was missed where nobody was there.

    Raises NotYourCircle, CircleIsClosed, MeetingIsOver, NotHeldYet or TopicTooLong.
    """
    meeting, held = _hold(meeting_id)
    seat_in(held, by)
    if now < meeting.starts_at:
        raise NotHeldYet
    words = {"topic": log.topic.strip(), "next_step": log.next_step.strip()}
    if max(map(len, words.values())) > LONGEST_TOPIC:
        raise TopicTooLong
    for seat in _in(held):
        Attendance.objects.update_or_create(
            meeting=meeting, seat=seat, defaults={"was_there": seat.pk in log.was_there}
        )
    meeting.state = MeetingState.HELD if log.was_there else MeetingState.MISSED
    meeting.ended_at = now
    meeting.log = words
    meeting.save(update_fields=["state", "ended_at", "sealed_log"])
    return meeting


@transaction.atomic
def add_topic(circle_id: int, text: str, *, by: "Profile", now: datetime) -> CircleTopic:
    """Raises NotYourCircle, CircleIsClosed, CircleRests, TopicIsEmpty, TopicTooLong or
    TooManyAhead.
    """
    held = hold_circle(circle_id)
    seat = seat_in(held, by)
    text = " ".join(text.split())
    if held.is_paused:
        raise CircleRests
    if not text:
        raise TopicIsEmpty
    if len(text) > LONGEST_TOPIC:
        raise TopicTooLong
    if held.topics.filter(done_at=None).count() >= MOST_TOPICS:
        raise TooManyAhead
    topic = CircleTopic(circle=held, seat=seat, added_at=now)
    topic.words = text
    topic.save()
    return topic


@transaction.atomic
def tick_topic(circle_id: int, topic_id: int, *, by: "Profile", now: datetime) -> None:
    """Done, or open again. Raises NotYourCircle or CircleIsClosed."""
    held = hold_circle(circle_id)
    seat_in(held, by)
    topic = held.topics.filter(pk=topic_id).first()
    if topic is None:
        raise NotYourCircle
    topic.done_at = None if topic.done_at else now
    topic.save(update_fields=["done_at"])


def _hold(meeting_id: int) -> tuple[CircleMeeting, Circle]:
    found = CircleMeeting.objects.filter(pk=meeting_id).first()
    if found is None:
        raise NotYourCircle
    held = hold_circle(found.circle_id)
    meeting = CircleMeeting.objects.get(pk=meeting_id)
    if not meeting.is_waiting:
        raise MeetingIsOver
    meeting.circle = held
    return meeting, held


def _in(held: Circle) -> list[Seat]:
    seats = held.seats.filter(state=SeatState.IN).select_related("profile__account")
    return list(seats.order_by("pk"))
