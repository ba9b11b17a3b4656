"""What people are told by mail about circles."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.algorithms.calendar_files.writing import Standing
from corridor.mentoring.circle_calendar import entry_of_circle
from corridor.mentoring.meeting_calendar import mailed
from corridor.people import queries as people
from corridor.people.letters import Button, CalendarFile, Letter, address_of_page, tell, to_member

if TYPE_CHECKING:
    from corridor.mentoring.models import Circle, CircleMeeting, Seat
    from corridor.people.models import Profile


def invitation(
    name: str, purpose: str, *, reader: "Profile", leads: bool, answer_by: datetime
) -> Letter:
    """Before there is a circle as well as after; who else is in it stands on the page."""
    day = date_format(answer_by.astimezone(ZoneInfo(reader.time_zone)), "j F Y")
    asks = (
        _("You are asked to lead it. It is one place of yours, however many sit in it.")
        if leads
        else _("There is a place for you in it.")
    )
    return Letter(
        subject=_("A circle for you: %(name)s") % {"name": name},
        paragraphs=(
            asks,
            *([purpose] if purpose else []),
            _("Please answer by %(day)s. Nobody asks why you say no.") % {"day": day},
        ),
        button=Button(label=_("Read and answer"), url=address_of_page("circles")),
        why=to_member(reader.handle),
    )


def invite(seat: "Seat") -> None:
    circle, reader = seat.circle, seat.profile
    letter = invitation(
        circle.name,
        str(circle.words["purpose"]),
        reader=reader,
        leads=seat.leads,
        answer_by=seat.answer_by or seat.asked_at,
    )
    page = Button(label=_("Read and answer"), url=address_of_page("circle", circle.pk))
    tell(replace(letter, button=page), to=reader.account.email)


def tell_begun(circle: "Circle", seats: Iterable["Seat"]) -> None:
    for seat in seats:
        _tell(
            seat,
            _("%(name)s begins") % {"name": circle.name},
            _("Enough people have said yes. Say hello, and agree on a first time to meet."),
        )


def tell_closed(circle: "Circle", seats: Iterable["Seat"]) -> None:
    for seat in seats:
        _tell(
            seat,
            _("%(name)s is closed") % {"name": circle.name},
            _("What was written stays for you to read. It says nothing about you."),
        )


def tell_paused(circle: "Circle", seats: Iterable["Seat"]) -> None:
    for seat in seats:
        _tell(
            seat,
            _("%(name)s pauses") % {"name": circle.name},
            _("Your place stays yours, and nothing is asked of you until it goes on."),
        )


def tell_meeting(meeting: "CircleMeeting", seats: Iterable["Seat"]) -> None:
    for seat in seats:
        _tell(
            seat,
            _("%(name)s meets") % {"name": meeting.circle.name},
            told_time(meeting.starts_at, seat.profile),
            _("Say on the page whether you come, and what you want to talk about."),
            calendar=mailed(entry_of_circle(meeting), to=seat.profile),
        )


def tell_meeting_off(meeting: "CircleMeeting", seats: Iterable["Seat"]) -> None:
    for seat in seats:
        _tell(
            seat,
            _("%(name)s: a meeting is called off") % {"name": meeting.circle.name},
            told_time(meeting.starts_at, seat.profile),
            calendar=mailed(entry_of_circle(meeting), to=seat.profile),
        )


def tell_left(seat: "Seat", meetings: Iterable["CircleMeeting"]) -> None:
    """Her calendar has what was to come; the others meet."""
    for meeting in meetings:
        entry = replace(entry_of_circle(meeting), standing=Standing.CANCELLED)
        _tell(
            seat,
            _("You left %(name)s") % {"name": meeting.circle.name},
            told_time(meeting.starts_at, seat.profile),
            _("The file of this mail takes the meeting out of your calendar."),
            calendar=mailed(entry, to=seat.profile),
        )


def told_time(moment: datetime, reader: "Profile") -> str:
    """Tuesday, 8 December, 18:00 (Europe/London)"""
    there = moment.astimezone(ZoneInfo(reader.time_zone))
    return f"{date_format(there, 'l, j F, H:i')} ({reader.time_zone})"


def _tell(
    seat: "Seat", subject: str, *paragraphs: str, calendar: CalendarFile | None = None
) -> None:
    """Nobody who left, or may not sign in, gets any."""
    if not people.ids_here([seat.profile_id]):
        return
    letter = Letter(
        subject=subject,
        paragraphs=paragraphs,
        button=Button(label=_("Open the circle"), url=address_of_page("circle", seat.circle_id)),
        why=to_member(seat.profile.handle),
        calendar=calendar,
    )
    tell(letter, to=seat.profile.account.email)
