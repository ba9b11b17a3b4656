"""What is new in a circle, for others in it."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.kernel import events
from corridor.mentoring.circle_choices import SeatState
from corridor.mentoring.events import CircleChanged
from corridor.mentoring.models import Circle

if TYPE_CHECKING:
    from corridor.people.models import Profile


def tell_circle(circle: Circle, to: Collection[int], *, by: "Profile", now: datetime) -> None:
    others = tuple(pk for pk in to if pk != by.pk)
    events.publish(CircleChanged(circle_id=circle.pk, by_id=by.pk, to_ids=others, at=now))


def tell_everybody_in(circle: Circle, *, by: "Profile", now: datetime) -> None:
    seats = circle.seats.filter(state=SeatState.IN).order_by("pk")
    tell_circle(circle, list(seats.values_list("profile", flat=True)), by=by, now=now)
