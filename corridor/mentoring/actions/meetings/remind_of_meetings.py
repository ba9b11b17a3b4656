"""A day and an hour before a meeting, and once after it where nobody wrote the log."""

from datetime import datetime, timedelta

from django.db import transaction

from corridor.algorithms.reminders.table import OF, Kind
from corridor.kernel import events
from corridor.mentoring import meeting_letters
from corridor.mentoring.choices import State
from corridor.mentoring.events import LogWanted, MeetingSoon
from corridor.mentoring.meeting_calendar import person_at
from corridor.mentoring.meeting_choices import MeetingState, Side
from corridor.mentoring.models import Meeting
from corridor.reminders.actions import send_timed

DAY, HOUR = 24, 1
LOG_AFTER = OF[Kind.WRITE_LOG].after
LOG_AT_LATEST = timedelta(days=14)
PEOPLE = ("relationship__mentor__account", "relationship__mentee__account")


def remind_of_meetings(*, now: datetime) -> int:
    """Not where it was agreed a moment ago, rests, or somebody wants no such mails."""
    soon = Meeting.objects.filter(
        state=MeetingState.AGREED,
        relationship__state=State.ACTIVE,
        starts_at__gt=now,
        starts_at__lte=now + timedelta(hours=DAY),
    ).exclude(reminded_hours=HOUR)
    due = [
        one.pk
        for one in soon.only("starts_at", "reminded_hours").order_by("pk")
        if one.starts_at and hours_before(one.starts_at, now) != one.reminded_hours
    ]
    return sum(_remind(pk, now) for pk in due)


def ask_for_logs(*, now: datetime) -> int:
    """Each meeting once, of those who work together still: else nothing can be written down."""
    absent = Meeting.objects.filter(
        state=MeetingState.AGREED,
        relationship__state=State.ACTIVE,
        log_asked_at=None,
        starts_at__lte=now - LOG_AFTER,
        starts_at__gt=now - LOG_AT_LATEST,
    )
    ids = list(absent.order_by("pk").values_list("pk", flat=True))
    return sum(_ask_for_log(pk, now) for pk in ids)


def hours_before(starts_at: datetime, now: datetime) -> int:
    return HOUR if starts_at - now <= timedelta(hours=HOUR) else DAY


@transaction.atomic
def _remind(meeting_id: int, now: datetime) -> bool:
    meeting = _held(meeting_id)
    if meeting is None or meeting.starts_at is None or meeting.agreed_at is None:
        return False
    hours = hours_before(meeting.starts_at, now)
    if meeting.reminded_hours in {hours, HOUR}:
        return False
    meeting.reminded_hours = hours
    meeting.save(update_fields=["reminded_hours"])
    if now - meeting.agreed_at < timedelta(hours=hours):
        return False  # she has just agreed to it
    for side in Side:
        reader, other = person_at(meeting, side), person_at(meeting, side.other)
        letter = meeting_letters.meeting_soon(meeting, moment=meeting.starts_at, side=side)
        if send_timed(Kind.MEETING_SOON, letter, to=reader.pk, about=meeting.pk, now=now):
            events.publish(
                MeetingSoon(meeting_id=meeting.pk, by_id=other.pk, to_id=reader.pk, at=now)
            )
    return True


@transaction.atomic
def _ask_for_log(meeting_id: int, now: datetime) -> bool:
    meeting = _held(meeting_id)
    if meeting is None or meeting.log_asked_at is not None:
        return False
    meeting.log_asked_at = now
    meeting.save(update_fields=["log_asked_at"])
    for side in Side:
        by, to = person_at(meeting, side.other), person_at(meeting, side)
        events.publish(LogWanted(meeting_id=meeting.pk, by_id=by.pk, to_id=to.pk, at=now))
    return True


def _held(meeting_id: int) -> Meeting | None:
    """Locked, if it is still agreed."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related(*PEOPLE)
    return rows.filter(pk=meeting_id, state=MeetingState.AGREED).first()
