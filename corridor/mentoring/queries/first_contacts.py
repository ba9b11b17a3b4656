"""First contacts as the two who have them see them; likes as their mentor does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from corridor.mentoring.models import FirstContact, FlashTime, Like, Relationship
from corridor.mentoring.queries.circles import MOST_IN_FEED
from corridor.mentoring.queries.meetings import FEED_PAST, next_first
from corridor.mentoring.states_of_contacts import OPEN, WAITING, ContactState
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Likes:
    count: int
    in_her_field: int
    named: "QuerySet[Like]"
    """Of those who wanted her to know their name, newest first."""


def first_contact(contact_id: int, *, viewer: "Profile") -> FirstContact | None:
    """Also when it is over; None for anybody but the two."""
    return _whole(viewer).filter(pk=contact_id).first()


def first_contacts(viewer: "Profile") -> QuerySet[FirstContact]:
    """Open ones, soonest to lapse first."""
    return _whole(viewer).filter(state__in=OPEN).order_by("answer_by", "pk")


def first_contacts_over(viewer: "Profile") -> QuerySet[FirstContact]:
    """What ended last, first."""
    return _whole(viewer).exclude(state__in=OPEN).order_by("-closed_at", "-pk")


def contact_between(viewer: "Profile", other: "Profile") -> FirstContact | None:
    """The one that is open, whichever of the two is the mentor."""
    return _whole(viewer).filter(Q(mentor=other) | Q(mentee=other), state__in=OPEN).first()


def came_of(contact: FirstContact) -> int | None:
    """The relationship of the two, where working together came of it."""
    if contact.state != ContactState.MATCHED:
        return None
    rows = Relationship.objects.filter(mentor=contact.mentor_id, mentee=contact.mentee_id)
    return rows.order_by("-opened_at", "-pk").values_list("pk", flat=True).first()


def calendar_talks(viewer: "Profile", *, now: datetime) -> Sequence[FlashTime]:
    """Fifteen minutes that are agreed."""
    hers = Q(contact__mentor=viewer) | Q(contact__mentee=viewer)
    rows = FlashTime.objects.filter(
        hers,
        contact__state__in=(*OPEN, ContactState.MATCHED),
        is_chosen=True,
        starts_at__gt=now - FEED_PAST,
    )
    shown = rows.select_related("contact__mentor", "contact__mentee")
    return list(next_first(shown, now=now)[:MOST_IN_FEED])


def others_waiting(contact: FirstContact) -> int:
    """Further hellos of the same mentee that no mentor has answered with yes."""
    rows = FirstContact.objects.filter(mentee=contact.mentee_id, state__in=WAITING)
    return rows.exclude(pk=contact.pk).count()


def hellos_waiting(mentor: "Profile") -> int:
    return FirstContact.objects.filter(mentor=mentor, state__in=WAITING).count()


def likes_of(mentor: "Profile", *, now: datetime) -> Likes:
    """For the mentor alone. Whoever is kept apart from her is counted and not named."""
    rows = Like.objects.filter(mentor=mentor).select_related("by").order_by("-at", "-pk")
    is_near = Q(by__subspecialty=mentor.subspecialty)
    if not mentor.subspecialty:
        is_near &= Q(by__specialty=mentor.specialty) & ~Q(by__specialty="")
    counted = rows.aggregate(count=Count("pk"), in_her_field=Count("pk", filter=is_near))
    named = rows.filter(shows_name=True).exclude(by__in=people.kept_from(mentor, today=now.date()))
    return Likes(**counted, named=named)


def own_like(viewer: "Profile", mentor: "Profile") -> Like | None:
    return Like.objects.filter(by=viewer, mentor=mentor).first()


def _whole(viewer: "Profile") -> QuerySet[FirstContact]:
    rows = FirstContact.objects.filter(Q(mentor=viewer) | Q(mentee=viewer))
    return rows.select_related("mentor__account", "mentee__account").prefetch_related("times")
