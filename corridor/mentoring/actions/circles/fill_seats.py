"""A place that is free is offered to whoever waits longest; a programme may have somebody, too."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.kernel import events
from corridor.mentoring import circle_letters as letters
from corridor.mentoring import policies
from corridor.mentoring.actions.circles.start_circle import DAYS_TO_ANSWER
from corridor.mentoring.actions.circles.tell_circle import tell_circle
from corridor.mentoring.circle_choices import CircleState, SeatState
from corridor.mentoring.circle_states import CLOCK, SEAT
from corridor.mentoring.events import CirclePlaceFree
from corridor.mentoring.models import Circle, Seat

if TYPE_CHECKING:
    from corridor.people.models import Profile


def fill_seats(held: Circle, *, now: datetime) -> None:
    """Call with the circle held. While it pauses nobody is asked."""
    if held.state not in (CircleState.FORMING, CircleState.ACTIVE):
        return
    waiting = held.seats.filter(state=SeatState.WAITING).select_related("profile__account")
    for seat in waiting.order_by("asked_at", "pk"):
        if not policies.free_places(held):
            return
        if policies.may_sit_with(seat.profile, held, today=now.date()):
            _offer(held, seat, now=now)
    if held.programme_address and policies.free_places(held):
        events.publish(CirclePlaceFree(circle_id=held.pk, at=now))


def offer_seat(held: Circle, profile: "Profile", *, now: datetime) -> Seat:
    """To somebody who did not wait here. Call with the circle held, and a place free."""
    seat = Seat(circle=held, profile=profile, asked_at=now)
    _offer(held, seat, now=now)
    return seat


def _offer(held: Circle, seat: Seat, *, now: datetime) -> None:
    seat.state = SEAT.after(seat.state, "offer", by=CLOCK)
    seat.answer_by = now + timedelta(days=DAYS_TO_ANSWER)
    seat.ended_at = None
    seat.save()
    seat.circle = held
    letters.invite(seat)
    leader = held.seats.filter(leads=True).select_related("profile").order_by("pk").first()
    if leader is not None:
        tell_circle(held, [seat.profile_id], by=leader.profile, now=now)
