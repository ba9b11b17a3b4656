"""Who may see and decide what in a programme."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Case, Q, QuerySet, When

from corridor.people import queries as people
from corridor.people.policies import operates
from corridor.programmes.choices import TeamRole
from corridor.programmes.models import Programme, TeamMember

if TYPE_CHECKING:
    from corridor.people.models import Profile


class Right(Enum):
    OWN = "own"
    """Hand it over, and change the role of an owner."""
    SET_UP = "set_up"
    ADMIT = "admit"
    REVIEW = "review"
    PUBLISH = "publish"
    SEE = "see"
    MESSAGE = "message"
    ACT_FOR = "act_for"


_LEAD = [TeamRole.OWNER, TeamRole.DIRECTOR]
_HOLDERS: dict[Right, Q] = {
    Right.OWN: Q(role=TeamRole.OWNER),
    Right.SET_UP: Q(role__in=_LEAD),
    Right.ADMIT: Q(role__in=_LEAD) | Q(admits=True),
    Right.REVIEW: Q(role__in=[*_LEAD, TeamRole.REVIEWER]),
    Right.PUBLISH: Q(role__in=_LEAD) | Q(publishes=True),
    Right.SEE: Q(),
    Right.MESSAGE: Q(role__in=_LEAD) | Q(messages=True),
    Right.ACT_FOR: Q(role__in=_LEAD) | Q(acts_for=True),
}


def can(viewer: "Profile | None", programme: Programme, right: Right) -> bool:
    if viewer is None:
        return False
    return holders(right).filter(programme=programme, profile=viewer.pk).exists()


def rights(viewer: "Profile", programme: Programme) -> frozenset[Right]:
    """All of hers, in one question."""
    held = {
        right.value: Case(When(holds, then=True), default=False)
        for right, holds in _HOLDERS.items()
        if holds
    }
    row = TeamMember.objects.filter(programme=programme, profile=viewer.pk).order_by("pk")
    found = row.values(**held).first()
    if found is None:
        return frozenset()
    return frozenset({Right.SEE, *(Right(name) for name, has in found.items() if has)})


def holders(right: Right) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(_HOLDERS[right]).order_by("pk")


def programmes_with(viewer: "Profile", right: Right) -> QuerySet[Programme]:
    """For `programme__in=`: those in which the viewer has this right."""
    members = holders(right).filter(profile=viewer.pk).order_by()
    return Programme.objects.filter(pk__in=members.values("programme")).order_by()


def can_start(viewer: "Profile", *, now: datetime) -> bool:
    """May start a programme; an operator always may."""
    if operates(viewer):
        return True
    if settings.PROGRAMMES_STARTED_BY == "members":
        return True
    return settings.PROGRAMMES_STARTED_BY == "verified" and people.is_verified(viewer, now=now)


def can_direct(viewer: "Profile | None", programme: Programme) -> bool:
    return can(viewer, programme, Right.SET_UP)
