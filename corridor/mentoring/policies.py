"""Who may do what in a relationship, and how much room a mentor has."""

from datetime import date
from typing import TYPE_CHECKING

from corridor.mentoring.models import OPEN, Relationship, RoleSpan
from corridor.people import policies as relations
from corridor.people import queries as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile


def takes_part(viewer: "Profile | None", relationship: Relationship) -> bool:
    return viewer is not None and relationship.has(viewer)


def may_work_together(mentor: "Profile", mentee: "Profile", *, today: date) -> bool:
    """Both are here, and neither a block nor an evaluation stands between them."""
    pair = {mentor.pk, mentee.pk}
    return set(people.ids_here(pair)) == pair and not relations.are_apart(
        mentor, mentee, today=today
    )


def carried_in(mentor: "Profile", role: Kind) -> int:
    """Mentees for whom she has this role here; a pause keeps the place."""
    spans = RoleSpan.objects.filter(role=role, ended_at=None)
    return spans.filter(relationship__mentor=mentor, relationship__state__in=OPEN).count()


def places_left(mentor: "Profile", role: Kind, *, without_offer: int = 0) -> int:
    """What her offer leaves, beside those whom she has elsewhere and here; never below 0."""
    offer = mentor.offers.filter(kind=role).first()
    room = without_offer if offer is None else offer.capacity - offer.carries
    return max(0, room - carried_in(mentor, role))
