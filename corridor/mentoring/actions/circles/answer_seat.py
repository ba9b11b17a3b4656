"""Somebody who is invited says yes to the ground rules, or no."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import circle_letters as letters
from corridor.mentoring import policies
from corridor.mentoring.actions.circles.fill_seats import fill_seats
from corridor.mentoring.actions.circles.hold_circle import hold_circle, seat_of
from corridor.mentoring.actions.circles.move_circle import close_held
from corridor.mentoring.actions.circles.talk_together import let_talk, talk_together
from corridor.mentoring.actions.circles.tell_circle import tell_everybody_in
from corridor.mentoring.actions.open_relationship import KeptApart, NoRoom
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.circle_choices import FEWEST_TO_BEGIN, CircleState, SeatState
from corridor.mentoring.circle_states import CIRCLE, CLOCK, MEMBER, SEAT
from corridor.mentoring.models import TAKES_A_PLACE, Circle, Seat
from corridor.people import actions as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotInvited(Exception):
    """There is no invitation of hers to answer: she has answered, or it has lapsed."""


class RulesAreNewer(Exception):
    """Purpose or ground rules were changed since she read them."""


@transaction.atomic
def accept_seat(circle_id: int, *, version: int, by: "Profile", now: datetime) -> Circle:
    """Whoever leads fills one place of hers, counted while she is held.

    Raises NotYourCircle, CircleIsClosed, NotInvited, RulesAreNewer, KeptApart or NoRoom.
    """
    held = hold_circle(circle_id)
    seat = seat_of(held, by)
    if seat.state != SeatState.INVITED:
        raise NotInvited
    if version != held.rules_version:
        raise RulesAreNewer
    people.hold_profile(by)
    if not policies.may_sit_with(by, held, today=now.date()):
        raise KeptApart
    if seat.leads and not policies.room_to_lead(by, Kind(held.role), room=seat.room):
        raise NoRoom

    seat.state = SEAT.after(seat.state, "accept", by=MEMBER)
    seat.joined_at, seat.agreed_version = now, version
    seat.save(update_fields=["state", "joined_at", "agreed_version"])
    if seat.leads:
        tell_load(by)
    if held.state == CircleState.FORMING:
        _begin_if_enough(held, now)
    else:
        let_talk(held, by, now=now)
    tell_everybody_in(held, by=by, now=now)
    return held


@transaction.atomic
def decline_seat(circle_id: int, *, by: "Profile", now: datetime) -> None:
    """Nobody is told who said no; without anybody to lead it, it closes.

    Raises NotYourCircle, CircleIsClosed or NotInvited.
    """
    held = hold_circle(circle_id)
    seat = seat_of(held, by)
    if seat.state != SeatState.INVITED:
        raise NotInvited
    seat.state = SEAT.after(seat.state, "decline", by=MEMBER)
    seat.ended_at = now
    seat.save(update_fields=["state", "ended_at"])
    if held.seats.filter(leads=True, state__in=TAKES_A_PLACE).exists():
        fill_seats(held, now=now)
    else:
        close_held(held, now=now)


def _begin_if_enough(held: Circle, now: datetime) -> None:
    seats = list(held.seats.filter(state=SeatState.IN).select_related("profile__account"))
    members = sum(not seat.leads for seat in seats)
    if members < FEWEST_TO_BEGIN or members == len(seats):
        return
    held.state = CIRCLE.after(held.state, "begin", by=CLOCK)
    held.began_at = now
    held.save(update_fields=["state", "began_at"])
    talk_together(held, _by_lead(seats), now=now)
    letters.tell_begun(held, seats)


def _by_lead(seats: list[Seat]) -> list["Profile"]:
    return [seat.profile for seat in sorted(seats, key=lambda one: (not one.leads, one.pk))]
