"""One minute after a meeting: was it held, how long, about what, and what is next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import programmes_known
from corridor.mentoring.actions.hold_relationship import hold_active
from corridor.mentoring.actions.meetings.ask_surveys import ask_pulses
from corridor.mentoring.actions.meetings.hold_meeting import (
    hold_active_meeting,
    move,
    side_of,
)
from corridor.mentoring.actions.meetings.keep_agenda import LONGEST_ITEM, MOST_OPEN
from corridor.mentoring.actions.meetings.say_absent import keep_absence
from corridor.mentoring.meeting_choices import MeetingState, Minutes, Side, Way
from corridor.mentoring.models import AgendaItem, Meeting, MeetingLog
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_TOPIC, LONGEST_STEP = 300, 300
MOST_MINUTES = 600
OLDEST = timedelta(days=366)


class NotYetBegun(Exception):
    """Its time is still to come."""


class TooLongAgo(Exception):
    """More than a year."""


class TooLong(Exception):
    """More than ten hours."""


@dataclass(frozen=True, kw_only=True)
class NewLog:
    was_held: bool
    minutes: int = 0
    topic: str = ""
    next_step: str = ""
    keeps_step: bool = False
    """The next step goes on the agenda, so that the two ask for it next time."""
    other_absent: bool = False
    """It was not held because the other did not come; asked only where something follows."""


@transaction.atomic
def log_meeting(meeting_id: int, log: NewLog, *, by: "Profile", now: datetime) -> Meeting:
    """By either, and corrected by either. Raises NotYourMeeting, NotOpen, Resting,
    AlreadyAnswered, NotYetBegun or TooLong."""
    meeting, side = hold_active_meeting(meeting_id, by=by)
    if meeting.starts_at is None or meeting.starts_at > now:
        raise NotYetBegun
    _log(meeting, log, side=side, now=now)
    return meeting


@transaction.atomic
def log_unplanned(
    log: NewLog, *, relationship_id: int, starts_at: datetime, by: "Profile", now: datetime
) -> Meeting:
    """They met without arranging it here.

    Raises NotYourRelationship, NotOpen, Resting, NotYetBegun, TooLongAgo or TooLong.
    """
    relationship = hold_active(relationship_id, by=by)
    if starts_at > now:
        raise NotYetBegun
    if starts_at < now - OLDEST:
        raise TooLongAgo
    side = side_of(relationship, by)
    first = relationship.roles.filter(ended_at=None).order_by("started_at", "pk").first()
    meeting = Meeting(
        relationship=relationship,
        state=MeetingState.AGREED,
        role=first.role if first else Kind.MENTORSHIP,
        proposed_by=side,
        minutes=Minutes.HALF,
        way=Way.PLACE,
        starts_at=starts_at,
        made_at=now,
        changed_at=now,
        agreed_at=now,
    )
    meeting.where = ""
    meeting.save()
    _log(meeting, log, side=side, now=now)
    return meeting


def _log(meeting: Meeting, log: NewLog, *, side: Side, now: datetime) -> None:
    minutes = log.minutes if log.was_held else 0
    if minutes > MOST_MINUTES:
        raise TooLong
    wanted = MeetingState.HELD if log.was_held else MeetingState.MISSED
    if meeting.state != wanted:
        move(meeting, "hold" if log.was_held else "miss", by=side)
        meeting.ended_at = meeting.changed_at = now
        meeting.save(update_fields=["state", "ended_at", "changed_at"])
    kept = MeetingLog.objects.filter(meeting=meeting).first() or MeetingLog(meeting=meeting)
    kept.side, kept.minutes, kept.at = side, minutes, now
    kept.words = {
        "topic": log.topic.strip()[:LONGEST_TOPIC],
        "next_step": log.next_step.strip()[:LONGEST_STEP],
    }
    kept.save()
    counts = programmes_known.counts_absences(
        meeting.relationship.programme_address, at=meeting.starts_at or now
    )
    other_absent = log.other_absent and not log.was_held and counts
    keep_absence(meeting, by=side, other_absent=other_absent, was_held=log.was_held, now=now)
    if log.keeps_step:
        _keep_step(meeting, log.next_step, side=side, now=now)
    if log.was_held:
        ask_pulses(meeting, now=now)


def _keep_step(meeting: Meeting, step: str, *, side: Side, now: datetime) -> None:
    """Once: who corrects a log adds it no second time."""
    words = " ".join(step.split())[:LONGEST_ITEM]
    still_open = AgendaItem.objects.filter(relationship=meeting.relationship, done_at=None)
    said = [item.words for item in still_open.order_by("pk")]
    if not words or words in said or len(said) >= MOST_OPEN:
        return
    item = AgendaItem(relationship=meeting.relationship, side=side, added_at=now)
    item.words = words
    item.save()
