"""Mails about meetings, each in the time of whoever reads it, with the other's time beside."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.mentoring.meeting_calendar import NoTimeYet, calendar_file, person_at
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.meeting_links import contact_token, pick_token
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, CalendarFile, Letter

if TYPE_CHECKING:
    from corridor.mentoring.models import ContactCheck, Meeting, Relationship, Survey
    from corridor.people.models import Profile


def told_times(moment: datetime, *, reader: "Profile", other: "Profile") -> str:
    """Tuesday, 8 December, 18:00 (Europe/London); 13:00 for Kwame Osei"""
    own = _told(moment, reader.time_zone)
    if _offset(moment, reader) == _offset(moment, other):
        return own
    theirs = moment.astimezone(ZoneInfo(other.time_zone))
    is_same_day = theirs.date() == moment.astimezone(ZoneInfo(reader.time_zone)).date()
    clock = date_format(theirs, "H:i" if is_same_day else "l H:i")
    return _("%(own)s; %(clock)s for %(name)s") % {
        "own": own,
        "clock": clock,
        "name": other.display_name,
    }


def ask_to_pick(meeting: "Meeting", *, times: Sequence[datetime]) -> None:
    """To the one who is to choose; the link works once."""
    side = Side(meeting.proposed_by).other
    reader, other = person_at(meeting, side), person_at(meeting, side.other)
    lines = [told_times(moment, reader=reader, other=other) for moment in times]
    is_moved = meeting.moved_from is not None
    subject = _("%(name)s offers other times") if is_moved else _("%(name)s suggests times to meet")
    letter = _about(
        meeting,
        side,
        subject=subject % {"name": other.display_name},
        paragraphs=(
            *([_instead(meeting, reader, other)] if is_moved else []),
            _("%(minutes)d minutes, %(way)s:")
            % {"minutes": meeting.minutes, "way": str(meeting.get_way_display()).lower()},
            *lines,
            _("Choose one, offer others, or say no: nobody asks why."),
        ),
    )
    button = Button(
        label=_("Choose a time"),
        url=letters.address_of_page("meeting-pick", pick_token(meeting, side)),
    )
    _for_calendar(replace(letter, button=button), meeting, side)


def tell_agreed(meeting: "Meeting", *, moment: datetime) -> None:
    """To both, for their calendars."""
    for side in Side:
        reader, other = person_at(meeting, side), person_at(meeting, side.other)
        letter = _about(
            meeting,
            side,
            subject=_("You meet %(name)s") % {"name": other.display_name},
            paragraphs=(
                told_times(moment, reader=reader, other=other),
                _where(meeting),
                _("Something to talk about? Put it on the agenda; both of you see it."),
            ),
        )
        _for_calendar(letter, meeting, side)


def tell_moving(meeting: "Meeting") -> None:
    """To whoever moves it, so that her calendar knows as well."""
    side = Side(meeting.proposed_by)
    reader, other = person_at(meeting, side), person_at(meeting, side.other)
    letter = _about(
        meeting,
        side,
        subject=_("You offered %(name)s other times") % {"name": other.display_name},
        paragraphs=(_instead(meeting, reader, other),),
    )
    _for_calendar(letter, meeting, side)


def tell_called_off(meeting: "Meeting", *, words: str = "", to: Iterable[Side] = Side) -> None:
    for side in to:
        other = person_at(meeting, side.other)
        letter = _about(
            meeting,
            side,
            subject=_("Your meeting with %(name)s is off") % {"name": other.display_name},
            paragraphs=(
                _("It is taken out of your calendar."),
                *([f"“{words}”"] if words else []),
                _("You can suggest another time whenever you like."),
            ),
        )
        _for_calendar(letter, meeting, side)


def tell_absent(meeting: "Meeting", *, side: Side) -> None:
    """To whoever is said not to have come: she reads it at once, and can say otherwise."""
    reader, other = person_at(meeting, side), person_at(meeting, side.other)
    names = {"name": other.display_name, "programme": meeting.relationship.programme_name}
    when = told_times(meeting.starts_at, reader=reader, other=other) if meeting.starts_at else ""
    letter = _about(
        meeting,
        side,
        subject=_("%(name)s wrote that you did not come") % names,
        paragraphs=(
            when,
            _(
                "It happens. If it is not so, say it with one press on the page of the meeting:"
                " then it counts for nothing, and nobody judges who is right."
            ),
            _("In %(programme)s something follows where it happens again and again.") % names,
        ),
    )
    _send(letter, to=reader)


def tell_lapsed(meeting: "Meeting", *, side: Side) -> None:
    """To whoever suggested times of which none was chosen."""
    other = person_at(meeting, side.other)
    letter = _about(
        meeting,
        side,
        subject=_("No time was chosen with %(name)s") % {"name": other.display_name},
        paragraphs=(
            _("The times you suggested have passed. It need not mean a no: weeks are full."),
            _("Suggest others, or write first."),
        ),
    )
    _for_calendar(letter, meeting, side)


def meeting_soon(meeting: "Meeting", *, moment: datetime, side: Side) -> Letter:
    reader, other = person_at(meeting, side), person_at(meeting, side.other)
    return _about(
        meeting,
        side,
        subject=_("You meet %(name)s: %(time)s")
        % {"name": other.display_name, "time": _told(moment, reader.time_zone)},
        paragraphs=(
            told_times(moment, reader=reader, other=other),
            _where(meeting),
            _("If you cannot come, move it or call it off: one click now spares the other a wait."),
        ),
    )


def log_wanted(meeting: "Meeting", *, side: Side) -> Letter:
    other = person_at(meeting, side.other)
    return _about(
        meeting,
        side,
        subject=_("Did you meet %(name)s?") % {"name": other.display_name},
        paragraphs=(
            _("One minute: did you meet, and what is next? One of you answers for both."),
            _("We ask once."),
        ),
    )


def review_wanted(survey: "Survey", *, reader: "Profile", other: "Profile") -> Letter:
    return Letter(
        subject=_("How does it go with %(name)s?") % {"name": other.display_name},
        paragraphs=(
            _("Three minutes: choose what matters to you, and say how content you are with it."),
            _(
                "%(name)s sees nothing of it before both of you have answered. You can skip it"
                " without a reason."
            )
            % {"name": other.display_name},
        ),
        button=Button(label=_("Have a look"), url=letters.address_of_page("survey", survey.pk)),
        why=letters.to_member(reader.handle),
    )


def contact_wanted(check: "ContactCheck", *, reader: "Profile", other: "Profile") -> Letter:
    return Letter(
        subject=_("Are you in touch with %(name)s?") % {"name": other.display_name},
        paragraphs=(
            _("You were brought together a week ago, and we see no meeting yet."),
            _("One click tells us whether all is well. We ask once."),
        ),
        button=Button(
            label=_("Answer"), url=letters.address_of_page("contact-answer", contact_token(check))
        ),
        why=letters.to_member(reader.handle),
    )


def pass_on_wish(relationship: "Relationship", *, reader: "Profile", other: "Profile") -> None:
    letter = Letter(
        subject=_("%(name)s would like to hear from you") % {"name": other.display_name},
        paragraphs=(
            _("A first word is enough. Suggest a time: we show you when both of you are free."),
        ),
        button=Button(
            label=_("Suggest a time"),
            url=letters.address_of_page("meeting-new", relationship.pk),
        ),
        why=letters.to_member(reader.handle),
    )
    _send(letter, to=reader)


def tell_doubt(meeting: "Meeting", *, side: Side) -> None:
    """The calendar of the other says that she cannot come."""
    other = person_at(meeting, side.other)
    letter = _about(
        meeting,
        side,
        subject=_("%(name)s may not be able to come") % {"name": other.display_name},
        paragraphs=(
            _("%(name)s declined the meeting in a calendar. It still stands here.")
            % {"name": other.display_name},
            _("Ask, or move it: that settles it for both calendars."),
        ),
    )
    _send(letter, to=person_at(meeting, side))


def _about(meeting: "Meeting", side: Side, *, subject: str, paragraphs: tuple[str, ...]) -> Letter:
    return Letter(
        subject=subject,
        paragraphs=paragraphs,
        button=Button(
            label=_("Open the meeting"), url=letters.address_of_page("meeting", meeting.pk)
        ),
        why=letters.to_member(person_at(meeting, side).handle),
    )


def _for_calendar(letter: Letter, meeting: "Meeting", side: Side) -> None:
    letter = replace(letter, calendar=_file(meeting, side))
    _send(letter, to=person_at(meeting, side))


def _file(meeting: "Meeting", side: Side) -> CalendarFile | None:
    try:
        return calendar_file(meeting, side=side)
    except NoTimeYet:
        return None


def _send(letter: Letter, *, to: "Profile") -> None:
    """Nobody who left, or may not sign in, gets any."""
    here = people.profile_here(to.pk)
    if here is not None:
        letters.tell(letter, to=here.account.email)


def _where(meeting: "Meeting") -> str:
    way = str(meeting.get_way_display())
    return f"{way}: {meeting.where}" if meeting.where else way


def _instead(meeting: "Meeting", reader: "Profile", other: "Profile") -> str:
    moved_from = meeting.moved_from
    if moved_from is None:
        return ""
    told = told_times(moved_from, reader=reader, other=other)
    return _("Instead of %(time)s.") % {"time": told}


def _told(moment: datetime, zone: str) -> str:
    local = timezone.localtime(moment, ZoneInfo(zone))
    return f"{date_format(local, 'l, j F, H:i')} ({zone})"


def _offset(moment: datetime, profile: "Profile") -> object:
    return moment.astimezone(ZoneInfo(profile.time_zone)).utcoffset()
