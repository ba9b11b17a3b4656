"""What people are told by mail about office hours, with the sitting for their calendars."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.mentoring.circle_letters import told_time
from corridor.mentoring.office_calendar import calendar_file
from corridor.people import queries as people
from corridor.people.letters import Button, CalendarFile, Letter, address_of_page, tell, to_member

if TYPE_CHECKING:
    from corridor.mentoring.models import OfficeHours, Sitting, Turn
    from corridor.people.models import Profile


def tell_turn(turn: "Turn", *, now: datetime) -> None:
    """She is in the queue, at once or because somebody withdrew."""
    sitting = turn.sitting
    where = sitting.hours.where
    _tell(
        turn.profile,
        sitting,
        _("You are in the queue of %(name)s") % {"name": sitting.hours.mentor.display_name},
        told_time(sitting.starts_at, turn.profile),
        *([where] if where else []),
        _("The page says whose turn it is. If you cannot come, withdraw: somebody else moves up."),
        calendar=calendar_file(turn, now=now),
    )


def tell_withdrawn(turn: "Turn", *, now: datetime) -> None:
    """So that her calendar knows as well."""
    sitting = turn.sitting
    _tell(
        turn.profile,
        sitting,
        _("You gave up your turn with %(name)s") % {"name": sitting.hours.mentor.display_name},
        told_time(sitting.starts_at, turn.profile),
        _("Was it a mistake? The page lets you take it again."),
        calendar=calendar_file(turn, now=now),
    )


def tell_off(turns: Iterable["Turn"], *, now: datetime) -> None:
    for turn in turns:
        sitting = turn.sitting
        _tell(
            turn.profile,
            sitting,
            _("Office hours of %(name)s are called off")
            % {"name": sitting.hours.mentor.display_name},
            told_time(sitting.starts_at, turn.profile),
            _("Your question is kept on the page. Other dates are open to you."),
            calendar=calendar_file(turn, now=now) if turn.sequence > 1 else None,
        )


def tell_not_for_her(turn: "Turn", *, now: datetime) -> None:
    """They are for a circle or a programme that she is in no longer."""
    sitting = turn.sitting
    _tell(
        turn.profile,
        sitting,
        _("Your turn with %(name)s is free again") % {"name": sitting.hours.mentor.display_name},
        told_time(sitting.starts_at, turn.profile),
        _("These office hours are for people of a circle or programme that you are in no longer."),
        _("What you asked stays yours to read, under Earlier ones."),
        calendar=calendar_file(turn, now=now) if turn.sequence > 1 else None,
    )


def tell_ended(hours: "OfficeHours") -> None:
    """To their mentor, who may not know why."""
    here = people.profile_here(hours.mentor_id)
    if here is None:
        return
    circle = hours.circle
    told = {"group": circle.name if circle is not None else hours.programme_name}
    letter = Letter(
        subject=_("Your office hours have ended"),
        paragraphs=(
            _("They were for people of %(group)s. You take part in it no longer, or it is over.")
            % told,
            _("Whoever had a turn is told. You can offer others at any time."),
        ),
        button=Button(label=_("Offer office hours"), url=address_of_page("office-hours-new")),
        why=to_member(here.handle),
    )
    tell(letter, to=here.account.email)


def sitting_near(sitting: "Sitting", reader: "Profile") -> Letter:
    subject = (
        _("Your office hours are near")
        if sitting.hours.is_of(reader)
        else _("Office hours of %(name)s are near") % {"name": sitting.hours.mentor.display_name}
    )
    where = sitting.hours.where
    told = (told_time(sitting.starts_at, reader), *([where] if where else []))
    return _letter(reader, sitting, subject, told)


def _tell(
    reader: "Profile",
    sitting: "Sitting",
    subject: str,
    *paragraphs: str,
    calendar: CalendarFile | None = None,
) -> None:
    """Nobody who left, or may not sign in, gets any."""
    here = people.profile_here(reader.pk)
    if here is not None:
        letter = _letter(reader, sitting, subject, paragraphs)
        tell(replace(letter, calendar=calendar), to=here.account.email)


def _letter(
    reader: "Profile", sitting: "Sitting", subject: str, paragraphs: tuple[str, ...]
) -> Letter:
    return Letter(
        subject=subject,
        paragraphs=paragraphs,
        button=Button(label=_("Open the queue"), url=address_of_page("sitting", sitting.pk)),
        why=to_member(reader.handle),
    )
