"""Out of a circle, or off its waiting list: nobody asks why."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import circle_letters as letters
from corridor.mentoring.actions.circles.fill_seats import fill_seats
from corridor.mentoring.actions.circles.hold_circle import NotYourCircle, hold_circle, seat_of
from corridor.mentoring.actions.circles.meet import meetings_to_come
from corridor.mentoring.actions.circles.move_circle import close_held
from corridor.mentoring.actions.circles.talk_together import stop_talking
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.circle_choices import CircleState, SeatState
from corridor.mentoring.circle_states import MEMBER, SEAT
from corridor.mentoring.models import Circle, Seat

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def leave_circle(circle_id: int, *, by: "Profile", now: datetime) -> Circle:
    """Her place is free at once; without anybody who leads, the circle closes.

    Raises NotYourCircle or CircleIsClosed.
    """
    held = hold_circle(circle_id)
    seat = seat_of(held, by)
    if seat.state not in (SeatState.WAITING, SeatState.IN):
        raise NotYourCircle
    give_up(held, seat, now=now)
    return held


def give_up(held: Circle, seat: Seat, *, now: datetime) -> None:
    was_in = seat.is_in
    seat.state = SEAT.after(seat.state, "leave", by=MEMBER)
    seat.ended_at = now
    seat.save(update_fields=["state", "ended_at"])
    if not was_in:
        return
    if seat.leads:
        tell_load(seat.profile)
    stop_talking(held, seat.profile, now=now)
    letters.tell_left(seat, meetings_to_come(held, now=now))
    others = held.seats.filter(leads=True, state__in=(SeatState.IN, SeatState.INVITED))
    is_led = others.filter(state=SeatState.IN).exists()
    if is_led or (held.state == CircleState.FORMING and others.exists()):
        fill_seats(held, now=now)
    else:
        close_held(held, now=now)
