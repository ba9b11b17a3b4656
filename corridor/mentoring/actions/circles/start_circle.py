"""A circle comes into being: a mentor starts one, or a programme forms it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import circle_letters as letters
from corridor.mentoring import policies
from corridor.mentoring.actions.circles.tell_circle import tell_circle
from corridor.mentoring.actions.open_relationship import KeptApart, NoRoom
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.circle_choices import (
    FEWEST_PLACES,
    FEWEST_TO_BEGIN,
    MOST_PLACES,
    SeatState,
    Shape,
)
from corridor.mentoring.circle_rules import usual_rules
from corridor.mentoring.models import Circle, Seat
from corridor.people import actions as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_NAME, LONGEST_WORDS = 120, 2000
DAYS_TO_ANSWER = 10
MOST_LEADERS = 2


class CircleNeedsName(Exception):
    """What it is called is how people tell it from others."""


class CircleTooLong(Exception):
    """Its name, purpose or ground rules."""


class WrongNumber(Exception):
    """Three to six places, one or two who lead, nobody twice, and not more people than places."""


class NobodyComesIn(Exception):
    """Members do not find it, and too few are invited for it to begin."""


@dataclass(frozen=True, kw_only=True)
class NewCircle:
    name: str
    purpose: str = ""
    rules: str = ""
    """Empty: the usual ones."""
    shape: Shape = Shape.MENTORED
    role: Kind = Kind.MENTORSHIP
    places: int = MOST_PLACES
    is_listed: bool = False
    members: Sequence["Profile"] = ()
    """Who is invited, besides those who lead."""
    programme_name: str = ""
    programme_address: str = ""
    round_name: str = ""
    answer_days: int = DAYS_TO_ANSWER


@dataclass(frozen=True, kw_only=True)
class AskedIn:
    profile: "Profile"
    leads: bool = False
    room: int | None = None
    """Of one who leads: mentees whom she takes in the programme; counts where she makes no offer.
    """


@transaction.atomic
def start_circle(new: NewCircle, *, by: "Profile", now: datetime) -> Circle:
    """She leads it; her yes is enough where she makes no offer in this role.

    Raises CircleNeedsName, CircleTooLong, WrongNumber, NobodyComesIn, KeptApart or NoRoom.
    """
    _check(new, leaders=[by], fewest=FEWEST_PLACES)
    if not new.is_listed and len(new.members) < FEWEST_TO_BEGIN:
        raise NobodyComesIn
    people.hold_profile(by)
    if not policies.room_to_lead(by, new.role, room=None):
        raise NoRoom
    _check_apart([by, *new.members], now)
    circle = _make(new, now)
    Seat.objects.create(
        circle=circle,
        profile=by,
        leads=True,
        state=SeatState.IN,
        agreed_version=circle.rules_version,
        asked_at=now,
        joined_at=now,
    )
    tell_load(by)
    for one in new.members:
        _invite(circle, AskedIn(profile=one), now=now, days=new.answer_days)
    tell_circle(circle, [one.pk for one in new.members], by=by, now=now)
    return circle


@transaction.atomic
def form_circle(new: NewCircle, *, leaders: Sequence[AskedIn], now: datetime) -> Circle:
    """Everybody is asked, and nothing begins before enough have said yes; for contexts above.

    Raises CircleNeedsName, CircleTooLong, WrongNumber or KeptApart.
    """
    _check(new, leaders=[one.profile for one in leaders], fewest=1)
    _check_apart([*(one.profile for one in leaders), *new.members], now)
    circle = _make(new, now)
    for one in (*leaders, *(AskedIn(profile=member) for member in new.members)):
        _invite(circle, one, now=now, days=new.answer_days)
    first = leaders[0].profile
    tell_circle(circle, [one.pk for one in new.members], by=first, now=now)
    return circle


def _check(new: NewCircle, *, leaders: Sequence["Profile"], fewest: int) -> None:
    if not new.name.strip():
        raise CircleNeedsName
    too_long = max(len(new.purpose), len(new.rules)) > LONGEST_WORDS
    if too_long or len(new.name) > LONGEST_NAME:
        raise CircleTooLong
    everybody = [one.pk for one in (*leaders, *new.members)]
    fits = fewest <= new.places <= MOST_PLACES and len(new.members) <= new.places
    if not fits or not 1 <= len(leaders) <= MOST_LEADERS or len(set(everybody)) < len(everybody):
        raise WrongNumber


def _check_apart(several: Sequence["Profile"], now: datetime) -> None:
    for number, one in enumerate(several):
        for other in several[:number]:
            if not policies.may_work_together(one, other, today=now.date()):
                raise KeptApart


def _make(new: NewCircle, now: datetime) -> Circle:
    circle = Circle(
        shape=new.shape,
        role=new.role,
        places=new.places,
        is_listed=new.is_listed,
        programme_name=new.programme_name,
        programme_address=new.programme_address,
        round_name=new.round_name,
        made_at=now,
    )
    circle.words = {
        "name": " ".join(new.name.split()),
        "purpose": new.purpose.replace("\r\n", "\n").strip(),
        "rules": new.rules.replace("\r\n", "\n").strip() or usual_rules(),
    }
    circle.save()
    return circle


def _invite(circle: Circle, asked: AskedIn, *, now: datetime, days: int) -> None:
    seat = Seat.objects.create(
        circle=circle,
        profile=asked.profile,
        leads=asked.leads,
        room=asked.room,
        state=SeatState.INVITED,
        asked_at=now,
        answer_by=now + timedelta(days=days),
    )
    letters.invite(seat)
