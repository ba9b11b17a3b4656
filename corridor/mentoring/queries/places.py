"""Who carries how many, and who works with whom, for many people at once."""

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from corridor.mentoring.circle_choices import SeatState
from corridor.mentoring.models import OPEN, OPEN_CIRCLE, RoleSpan, Seat
from corridor.people.choices import Kind


class Together(NamedTuple):
    mentor_id: int
    mentee_id: int
    role: Kind
    programme_address: str
    """Of the programme that brought the two together; empty where none did."""


def carried_among(mentors: Collection[int], role: Kind) -> Counter[int]:
    """As `policies.carried_in`, by mentor."""
    spans = RoleSpan.objects.filter(role=role, ended_at=None, relationship__state__in=OPEN)
    pairs = spans.filter(relationship__mentor__in=mentors).order_by()
    led = Seat.objects.filter(
        profile__in=mentors,
        leads=True,
        state=SeatState.IN,
        circle__state__in=OPEN_CIRCLE,
        circle__role=role,
    ).order_by()
    found = Counter(pairs.values_list("relationship__mentor", flat=True))
    found.update(led.values_list("profile", flat=True))
    return found


def together(mentors: Collection[int], mentees: Collection[int]) -> list[Together]:
    """The roles that are open between them."""
    spans = RoleSpan.objects.filter(
        ended_at=None,
        relationship__state__in=OPEN,
        relationship__mentor__in=mentors,
        relationship__mentee__in=mentees,
    )
    found = spans.order_by("pk").values_list(
        "relationship__mentor", "relationship__mentee", "role", "relationship__programme_address"
    )
    return [Together(mentor, mentee, Kind(role), where) for mentor, mentee, role, where in found]
