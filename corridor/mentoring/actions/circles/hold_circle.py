"""For whatever changes a circle: its row is locked until all is done."""

from typing import TYPE_CHECKING

from corridor.mentoring.models import Circle, Seat

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotYourCircle(Exception):
    """She has no seat in it, or only whoever leads it does this."""


class CircleIsClosed(Exception):
    """It is over."""


class CircleRests(Exception):
    """It is paused: nothing new reaches the others until it goes on."""


def hold_circle(circle_id: int) -> Circle:
    """In a transaction, locked. Raises NotYourCircle or CircleIsClosed."""
    held = Circle.objects.select_for_update(of=("self",)).filter(pk=circle_id).first()
    if held is None:
        raise NotYourCircle
    if not held.is_open:
        raise CircleIsClosed
    return held


def hold_led(circle_id: int, *, by: "Profile") -> Circle:
    """For one who leads it. Raises NotYourCircle or CircleIsClosed."""
    held = hold_circle(circle_id)
    if not seat_in(held, by).leads:
        raise NotYourCircle
    return held


def seat_of(held: Circle, profile: "Profile") -> Seat:
    """In whichever state. Raises NotYourCircle."""
    seat = held.seats.select_related("profile__account").filter(profile=profile).first()
    if seat is None:
        raise NotYourCircle
    return seat


def seat_in(held: Circle, profile: "Profile") -> Seat:
    """Raises NotYourCircle unless she is in."""
    seat = seat_of(held, profile)
    if not seat.is_in:
        raise NotYourCircle
    return seat
