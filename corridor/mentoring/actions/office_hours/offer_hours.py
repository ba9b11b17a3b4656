"""A mentor offers office hours, words them anew, or ends them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from corridor.mentoring import policies
from corridor.mentoring.actions.ask_mentors import NotVerified
from corridor.mentoring.actions.office_hours.hold_sitting import hold_sitting
from corridor.mentoring.actions.office_hours.lay_out import lay_out
from corridor.mentoring.actions.office_hours.move_sitting import call_off_held
from corridor.mentoring.actions.open_relationship import NoRoom
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.meeting_choices import Repeat, Way
from corridor.mentoring.meeting_details import checked_times, checked_where
from corridor.mentoring.models import OPEN_SITTING, Circle, OfficeHours
from corridor.mentoring.office_choices import FEWEST_TURNS, MOST_TURNS, Length, Whom
from corridor.mentoring.office_states import CLOCK, MENTOR, OFFICE_HOURS
from corridor.mentoring.programmes_known import programmes_of
from corridor.people import actions as people_actions
from corridor.people import queries as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_OFFERED = 4
LONGEST_TOPIC = 120


class TooManyHours(Exception):
    """Four kinds of office hours of one mentor are offered at a time."""


class TopicOfHoursTooLong(Exception):
    """It is one line."""


class WrongNumberOfTurns(Exception):
    """One to twelve in a sitting."""


class EndsBeforeItBegins(Exception):
    """The last day is before the first, or they do not repeat."""


class NotForThem(Exception):
    """She neither leads this circle nor takes part in this programme."""


class NotYourHours(Exception):
    """Somebody else offers them, they have ended, or there are none."""


@dataclass(frozen=True, kw_only=True)
class NewHours:
    first_at: datetime
    zone: str
    minutes: Length = Length.HOUR
    places: int = 4
    repeat: Repeat = Repeat.NEVER
    last_on: date | None = None
    whom: Whom = Whom.VERIFIED
    phase: str = ""
    """`careers.Phase`, for verified members; empty: each."""
    circle_id: int | None = None
    programme_address: str = ""
    topic: str = ""
    where: str = ""


@transaction.atomic
def offer_hours(new: NewHours, *, by: "Profile", now: datetime) -> OfficeHours:
    """Raises NotVerified, TooManyHours, TopicOfHoursTooLong, WrongNumberOfTurns,
    EndsBeforeItBegins, NotForThem, TimeOutOfReach, NotAnAddress or NoRoom.
    """
    _check(new, now)
    people_actions.hold_profile(by)
    if policies.offered(by).count() >= MOST_OFFERED:
        raise TooManyHours
    if not policies.room_to_lead(by, Kind.MENTORSHIP, room=None):
        raise NoRoom

    hours = OfficeHours(
        mentor=by,
        whom=new.whom,
        first_at=new.first_at,
        zone=new.zone,
        repeat_weeks=new.repeat,
        last_on=new.last_on,
        minutes=new.minutes,
        places=new.places,
        made_at=now,
    )
    _say_for_whom(hours, new, now)
    hours.words = _words(new.topic, new.where)
    hours.save()
    lay_out(hours, now=now)
    tell_load(by)
    return hours


@transaction.atomic
def word_hours(
    hours_id: int, *, topic: str, where: str, by: "Profile", now: datetime
) -> OfficeHours:
    """Calendars learn of it at once. Raises NotYourHours, TopicOfHoursTooLong or NotAnAddress."""
    held = _hold_hours(hours_id, by)
    held.words = _words(topic, where)
    held.save(update_fields=["sealed_words"])
    for sitting in held.sittings.filter(state__in=OPEN_SITTING).order_by("pk"):
        sitting.sequence += 1
        sitting.changed_at = now
        sitting.save(update_fields=["sequence", "changed_at"])
    return held


@transaction.atomic
def end_hours(hours_id: int, *, by: "Profile", now: datetime) -> None:
    """Sittings to come are called off, and everybody in their queues is told.

    Raises NotYourHours.
    """
    end_held(_hold_hours(hours_id, by), by=MENTOR, now=now)


def end_offered(mentor: "Profile", *, now: datetime) -> None:
    """Whatever she offers: she leaves."""
    for hours in policies.offered(mentor).select_for_update(of=("self",)).order_by("pk"):
        end_held(hours, by=CLOCK, now=now)


def end_held(held: OfficeHours, *, by: str, now: datetime) -> None:
    """Call with them held."""
    held.state = OFFICE_HOURS.after(held.state, "end", by=by)
    held.ended_at = now
    held.save(update_fields=["state", "ended_at"])
    waiting = held.sittings.filter(state__in=OPEN_SITTING).order_by("pk")
    for pk in list(waiting.values_list("pk", flat=True)):
        sitting = hold_sitting(pk)
        if sitting.is_waiting:
            call_off_held(sitting, by=by, now=now)
    tell_load(held.mentor)


def _check(new: NewHours, now: datetime) -> None:
    checked_times([new.first_at], now=now)
    if not FEWEST_TURNS <= new.places <= MOST_TURNS:
        raise WrongNumberOfTurns
    if new.last_on is not None:
        begins_on = new.first_at.astimezone(ZoneInfo(new.zone)).date()
        if new.repeat == Repeat.NEVER or new.last_on < begins_on:
            raise EndsBeforeItBegins


def _say_for_whom(hours: OfficeHours, new: NewHours, now: datetime) -> None:
    mentor = hours.mentor
    match new.whom:
        case Whom.VERIFIED:
            if not people.verified_among([mentor.pk], now=now):
                raise NotVerified
            hours.phase = new.phase
        case Whom.CIRCLE:
            hours.circle = _circle_led(mentor, new.circle_id)
        case Whom.PROGRAMME:
            names = programmes_of(mentor.pk)
            if new.programme_address not in names:
                raise NotForThem
            hours.programme_address = new.programme_address
            hours.programme_name = names[new.programme_address]


def _circle_led(mentor: "Profile", circle_id: int | None) -> Circle:
    seat = policies.led(mentor).filter(circle=circle_id).select_related("circle").first()
    if seat is None:
        raise NotForThem
    return seat.circle


def _words(topic: str, where: str) -> dict[str, str]:
    topic = " ".join(topic.split())
    if len(topic) > LONGEST_TOPIC:
        raise TopicOfHoursTooLong
    return {"topic": topic, "where": checked_where(where, way=Way.VIDEO)}


def _hold_hours(hours_id: int, by: "Profile") -> OfficeHours:
    rows = OfficeHours.objects.select_for_update(of=("self",)).select_related("mentor__account")
    held = rows.filter(pk=hours_id, mentor=by).first()
    if held is None or not held.is_offered:
        raise NotYourHours
    return held
