"""Who works with whom, for many people at once."""

from collections.abc import Collection
from typing import NamedTuple

from corridor.mentoring.models import OPEN, RoleSpan
from corridor.people.choices import Kind


class Together(NamedTuple):
    mentor_id: int
    mentee_id: int
    role: Kind
    programme_address: str
    """Of the programme that brought the two together; empty where none did."""


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
