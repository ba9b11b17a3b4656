"""Relationships as the two who have them see them; nobody else does."""

from typing import TYPE_CHECKING

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from corridor.mentoring import policies
from corridor.mentoring.choices import Ending, State
from corridor.mentoring.models import OPEN, Relationship
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile


def relationships(viewer: "Profile") -> QuerySet[Relationship]:
    """Her own on both sides: active ones, paused ones, ended ones; the newest of each first."""
    return (
        _whole(viewer)
        .annotate(
            place=Case(
                When(state=State.ACTIVE, then=Value(0)),
                When(state=State.PAUSED, then=Value(1)),
                default=Value(2),
                output_field=IntegerField(),
            )
        )
        .order_by("place", "-opened_at", "-pk")
    )


def relationship(relationship_id: int, *, viewer: "Profile") -> Relationship | None:
    """Also when it is over; None for anybody but the two."""
    return _whole(viewer).filter(pk=relationship_id).first()


def roles_now(relationship: Relationship) -> list[Kind]:
    """In the order of `Kind`; none once it is over."""
    has = {span.role for span in relationship.roles.all() if span.ended_at is None}
    return [role for role in Kind if role.value in has]


def carried(profile: "Profile") -> int:
    """Mentees whom she looks after here, in whichever role; a circle that she leads is one."""
    pairs = Relationship.objects.filter(mentor=profile, state__in=OPEN).count()
    return pairs + policies.led(profile).count()


def looks_for_another(relationship_id: int) -> bool:
    """It is over, and its mentee has not had what she came for: she says so, or the mentor ended it
    or left. For contexts above.
    """
    without_her = ~Q(ended_by=F("mentee")) & ~Q(ending=Ending.FINISHED)
    rows = Relationship.objects.filter(pk=relationship_id, state=State.ENDED)
    return rows.filter(Q(ending=Ending.CHANGED) | Q(ended_by=None) | without_her).exists()


def _whole(viewer: "Profile") -> QuerySet[Relationship]:
    own = Relationship.objects.filter(Q(mentor=viewer) | Q(mentee=viewer))
    return own.select_related("mentor__account", "mentee__account").prefetch_related("roles")


def met(handle: str, *, viewer: "Profile") -> "Profile | None":
    """With whom she works or worked, also where one of them keeps away from the other now."""
    one = _whole(viewer).filter(Q(mentor__handle=handle) | Q(mentee__handle=handle)).first()
    other = one.other_than(viewer) if one else None
    return other if other is not None and other.handle == handle else None


def work_together(viewer: "Profile", other: "Profile") -> bool:
    """Something is open between the two, on whichever sides, paused ones too."""
    pair = (viewer.pk, other.pk)
    between = Relationship.objects.filter(mentor__in=pair, mentee__in=pair, state__in=OPEN)
    return between.exists()
