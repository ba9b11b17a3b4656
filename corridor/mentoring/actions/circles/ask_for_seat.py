"""A member asks for a place in a circle that is listed."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import policies
from corridor.mentoring.actions.circles.fill_seats import fill_seats, offer_seat
from corridor.mentoring.actions.circles.hold_circle import NotYourCircle, hold_circle
from corridor.mentoring.actions.open_relationship import KeptApart
from corridor.mentoring.circle_choices import SeatState
from corridor.mentoring.circle_states import MEMBER, SEAT
from corridor.mentoring.models import Seat

if TYPE_CHECKING:
    from corridor.people.models import Profile

OVER = (SeatState.DECLINED, SeatState.LAPSED, SeatState.LEFT)


class AskedAlready(Exception):
    """She has a seat, an invitation, or waits."""


class NoPlaceFree(Exception):
    """Every place is taken or offered."""


@transaction.atomic
def ask_for_seat(circle_id: int, *, by: "Profile", now: datetime) -> Seat:
    """She is offered a place at once, or when one falls free, in the order of asking.

    Raises NotYourCircle, CircleIsClosed or AskedAlready.
    """
    held = hold_circle(circle_id)
    if not held.is_listed or not policies.may_sit_with(by, held, today=now.date()):
        raise NotYourCircle
    seat = held.seats.filter(profile=by).first()
    if seat is None:
        seat = Seat.objects.create(circle=held, profile=by, asked_at=now)
    elif seat.state in OVER and not seat.leads:
        seat.state = SEAT.after(seat.state, "ask_again", by=MEMBER)
        seat.asked_at, seat.ended_at, seat.joined_at, seat.agreed_version = now, None, None, 0
        seat.save()
    else:
        raise AskedAlready
    fill_seats(held, now=now)
    seat.refresh_from_db()
    return seat


@transaction.atomic
def offer_free_seat(circle_id: int, *, to: "Profile", now: datetime) -> Seat:
    """For contexts above. Raises NotYourCircle, CircleIsClosed, AskedAlready, KeptApart or
    NoPlaceFree.
    """
    held = hold_circle(circle_id)
    if held.seats.filter(profile=to).exists():
        raise AskedAlready
    if not policies.free_places(held):
        raise NoPlaceFree
    if not policies.may_sit_with(to, held, today=now.date()):
        raise KeptApart
    return offer_seat(held, to, now=now)
