"""Who may do what in a relationship, and how much room a mentor has."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from corridor.mentoring.circle_choices import SeatState
from corridor.mentoring.models import (
    OPEN,
    OPEN_CIRCLE,
    TAKES_A_PLACE,
    Circle,
    OfficeHours,
    Relationship,
    RoleSpan,
    Seat,
)
from corridor.mentoring.office_choices import HoursState
from corridor.people import policies as relations
from corridor.people import queries as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from django.db.models import QuerySet

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
    return carried_among([mentor.pk], role)[mentor.pk]


def carried_among(mentors: Collection[int], role: Kind) -> Counter[int]:
    """By mentor: mentees for whom she has this role here, circles that she leads in it, each as
    one, and, for mentorship, office hours that she offers, each as one; a pause keeps the place.
    """
    spans = RoleSpan.objects.filter(role=role, ended_at=None, relationship__state__in=OPEN)
    pairs = spans.filter(relationship__mentor__in=mentors).order_by()
    found = Counter(pairs.values_list("relationship__mentor", flat=True))
    circles = _led_by(mentors).filter(circle__role=role).order_by()
    found.update(circles.values_list("profile", flat=True))
    if role == Kind.MENTORSHIP:
        found.update(_offered_by(mentors).order_by().values_list("mentor", flat=True))
    return found


def offered(mentor: "Profile") -> "QuerySet[OfficeHours]":
    """Her office hours that are not over: one place each, however many come."""
    return _offered_by([mentor.pk])


def led(mentor: "Profile") -> "QuerySet[Seat]":
    """Her seats in circles that she leads and that are not over."""
    return _led_by([mentor.pk])


def _offered_by(mentors: Collection[int]) -> "QuerySet[OfficeHours]":
    return OfficeHours.objects.filter(mentor__in=mentors, state=HoursState.OFFERED)


def _led_by(mentors: Collection[int]) -> "QuerySet[Seat]":
    return Seat.objects.filter(
        profile__in=mentors, leads=True, state=SeatState.IN, circle__state__in=OPEN_CIRCLE
    )


def room_to_lead(mentor: "Profile", role: Kind, *, room: int | None) -> bool:
    """Where she makes no offer, what she gave in a programme counts, else her yes is enough."""
    allowed = carried_in(mentor, role) + 1 if room is None else room
    return places_left(mentor, role, without_offer=allowed) > 0


def may_sit_with(profile: "Profile", circle: Circle, *, today: date) -> bool:
    """Nothing stands between her and anybody who is in the circle or invited."""
    seats = circle.seats.filter(state__in=TAKES_A_PLACE).exclude(profile=profile)
    others = [seat.profile for seat in seats.select_related("profile").order_by("pk")]
    return all(may_work_together(profile, other, today=today) for other in others)


def free_places(circle: Circle) -> int:
    """For mentees, beside those who are in it or invited."""
    taken = circle.seats.filter(leads=False, state__in=TAKES_A_PLACE).count()
    return max(0, circle.places - taken)


def places_left(mentor: "Profile", role: Kind, *, without_offer: int = 0) -> int:
    """What her offer leaves, beside those whom she has elsewhere and here; never below 0."""
    offer = mentor.offers.filter(kind=role).first()
    room = without_offer if offer is None else offer.capacity - offer.carries
    return max(0, room - carried_in(mentor, role))
