"""Meetings that are not arranged, not chosen or not written down."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from corridor.algorithms.reminders.table import OF, Kind
from corridor.mentoring import meeting_letters
from corridor.mentoring.choices import State
from corridor.mentoring.meeting_calendar import person_at, person_on
from corridor.mentoring.meeting_choices import MeetingState, Side
from corridor.mentoring.models import ContactCheck, Meeting, Survey
from corridor.mentoring.reminding import letters
from corridor.reminders.due import Due, only

if TYPE_CHECKING:
    from django.db.models import QuerySet

PEOPLE = ("relationship__mentor__account", "relationship__mentee__account")
LOG_AT_LATEST = timedelta(days=14)
CONTACT_AT_LATEST = timedelta(days=30)


def times_to_choose(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """To the one who is to choose, while one of the times can still be chosen."""
    waiting = Meeting.objects.filter(
        state=MeetingState.PROPOSED,
        relationship__state=State.ACTIVE,
        changed_at__lte=now - OF[Kind.CHOOSE_TIME].after,
        times__starts_at__gt=now,
    ).distinct()
    for meeting in _meetings(waiting, about):
        side = Side(meeting.proposed_by).other
        yield Due(
            kind=Kind.CHOOSE_TIME,
            to=person_at(meeting, side).pk,
            about=meeting.pk,
            since=meeting.changed_at,
            letter=partial(letters.times_wait, meeting, now=now),
        )


def logs_to_write(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """To both, until one of them answers for both; in a pause nobody could write it."""
    absent = Meeting.objects.filter(
        state=MeetingState.AGREED,
        relationship__state=State.ACTIVE,
        starts_at__lte=now - OF[Kind.WRITE_LOG].after,
        starts_at__gt=now - LOG_AT_LATEST,
    )
    for meeting in _meetings(absent, about):
        for side in Side:
            yield Due(
                kind=Kind.WRITE_LOG,
                to=person_at(meeting, side).pk,
                about=meeting.pk,
                since=meeting.starts_at or meeting.changed_at,
                letter=partial(meeting_letters.log_wanted, meeting, side=side),
            )


def first_meetings(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """To each who was asked whether the two are in touch, and has not said so."""
    asked = ContactCheck.objects.filter(
        answered_at=None,
        relationship__state=State.ACTIVE,
        relationship__opened_at__gt=now - CONTACT_AT_LATEST,
    ).exclude(relationship__in=Meeting.objects.values("relationship"))
    for check in only(asked, about).select_related(*PEOPLE).order_by("pk"):
        side = Side(check.side)
        reader = person_on(check.relationship, side)
        other = person_on(check.relationship, side.other)
        yield Due(
            kind=Kind.FIRST_MEETING,
            to=reader.pk,
            about=check.pk,
            since=check.asked_at,
            letter=partial(meeting_letters.contact_wanted, check, reader=reader, other=other),
        )


def reviews_to_give(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """Of pulses nobody is reminded; of the last review neither: it may hurt."""
    del now  # they wait from the moment they were asked for, until they are let be
    waiting = Survey.objects.filter(
        meeting=None, answered_at=None, skipped_at=None, relationship__state=State.ACTIVE
    )
    for survey in only(waiting, about).select_related(*PEOPLE).order_by("pk"):
        side = Side(survey.side)
        reader = person_on(survey.relationship, side)
        other = person_on(survey.relationship, side.other)
        yield Due(
            kind=Kind.GIVE_REVIEW,
            to=reader.pk,
            about=survey.pk,
            since=survey.asked_at,
            letter=partial(meeting_letters.review_wanted, survey, reader=reader, other=other),
        )


def _meetings(found: "QuerySet[Meeting]", about: int | None) -> Iterable[Meeting]:
    return only(found, about).select_related(*PEOPLE).order_by("pk")
