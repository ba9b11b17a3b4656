"""A sitting of office hours as calendars show it."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.algorithms.calendar_files.writing import Entry, Standing
from corridor.mentoring.meeting_calendar import mailed
from corridor.mentoring.meeting_uids import uid_of_code
from corridor.mentoring.office_choices import SittingState, TurnState
from corridor.people.letters import CalendarFile, address_of_page

if TYPE_CHECKING:
    from corridor.mentoring.models import Sitting, Turn

STANDS = (TurnState.QUEUED.value, TurnState.CALLED.value, TurnState.DONE.value)


def entry_of_turn(turn: "Turn", *, now: datetime) -> Entry:
    """For whoever signed up."""
    sitting = turn.sitting
    stands = turn.state in STANDS and sitting.state != SittingState.CANCELLED
    return _entry(
        sitting,
        uid=uid_of_code(turn.code, "turn"),
        sequence=turn.sequence + sitting.sequence,
        standing=Standing.CONFIRMED if stands else Standing.CANCELLED,
        changed_at=now,
    )


def entry_of_sitting(sitting: "Sitting") -> Entry:
    """For its mentor."""
    is_off = sitting.state == SittingState.CANCELLED
    return _entry(
        sitting,
        uid=uid_of_code(sitting.code, "sitting"),
        sequence=sitting.sequence,
        standing=Standing.CANCELLED if is_off else Standing.CONFIRMED,
        changed_at=sitting.changed_at,
    )


def calendar_file(turn: "Turn", *, now: datetime) -> CalendarFile:
    return mailed(entry_of_turn(turn, now=now), to=turn.profile)


def _entry(
    sitting: "Sitting", *, uid: str, sequence: int, standing: Standing, changed_at: datetime
) -> Entry:
    hours = sitting.hours
    return Entry(
        uid=uid,
        sequence=sequence,
        standing=standing,
        starts_at=sitting.starts_at,
        minutes=hours.minutes,
        title=_("Office hours of %(name)s") % {"name": hours.mentor.display_name},
        words="",
        place=hours.where,
        url=address_of_page("sitting", sitting.pk),
        changed_at=changed_at,
    )
