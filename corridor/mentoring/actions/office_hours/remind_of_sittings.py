"""A day and an hour before a sitting, to its mentor and to everybody in the queue."""

from datetime import datetime, timedelta

from django.db import transaction

from corridor.algorithms.reminders.table import Kind
from corridor.mentoring import office_letters as letters
from corridor.mentoring.actions.meetings.remind_of_meetings import HOUR, hours_before
from corridor.mentoring.actions.office_hours.hold_sitting import hold_sitting
from corridor.mentoring.models import OPEN_SITTING as OPEN
from corridor.mentoring.models import Sitting
from corridor.mentoring.office_choices import TurnState
from corridor.people import queries as people
from corridor.reminders.actions import send_timed


def remind_of_sittings(*, now: datetime) -> int:
    """Once for each of the two spans; not to whoever wants no such mails, and of no mentor who
    leaves or may not sign in.
    """
    soon = Sitting.objects.filter(
        state__in=OPEN, starts_at__gt=now, starts_at__lte=now + timedelta(days=1)
    ).exclude(reminded_hours=HOUR)
    due = [one.pk for one in soon.order_by("pk") if _is_due(one, now)]
    return sum(_remind(pk, now) for pk in due)


def _is_due(sitting: Sitting, now: datetime) -> bool:
    return hours_before(sitting.starts_at, now) != sitting.reminded_hours


@transaction.atomic
def _remind(sitting_id: int, now: datetime) -> bool:
    held = hold_sitting(sitting_id)
    if not held.is_waiting or not _is_due(held, now):
        return False
    if people.profile_here(held.hours.mentor_id) is None:
        return False
    held.reminded_hours = hours_before(held.starts_at, now)
    held.save(update_fields=["reminded_hours"])
    turns = held.turns.filter(state=TurnState.QUEUED).select_related("profile")
    queue = [one.profile for one in turns.order_by("pk")]
    if not queue:
        return False
    everybody = [held.hours.mentor, *queue]
    for one in everybody:
        letter = letters.sitting_near(held, one)
        send_timed(Kind.SITTING_SOON, letter, to=one.pk, about=held.pk, now=now)
    return True
