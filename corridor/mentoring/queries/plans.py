"""Plans, for whoever owns one and the one mentor to whom it is shown; and what a link proves."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from corridor.mentoring.models import OPEN, Plan, PlanAttestation, Relationship
from corridor.people import policies as relations

if TYPE_CHECKING:
    from corridor.people.models import Profile

A_YEAR = timedelta(days=365)


def own_plan(owner: "Profile") -> Plan | None:
    return Plan.objects.filter(owner=owner).select_related("shown_in__mentor").first()


def is_due(plan: Plan, *, now: datetime) -> bool:
    """A year has passed since she went through all of it."""
    return (plan.revised_at or plan.begun_at) <= now - A_YEAR


def plan_shown_in(relationship: Relationship, *, viewer: "Profile", today: date) -> Plan | None:
    """For its mentor, while the two work together and nothing stands between them."""
    if viewer.pk != relationship.mentor_id or relationship.state not in OPEN:
        return None
    if relations.are_apart(relationship.mentor, relationship.mentee, today=today):
        return None
    return Plan.objects.filter(shown_in=relationship).select_related("owner").first()


def shows_plan_in(relationship: Relationship, *, viewer: "Profile") -> bool:
    """The viewer lets the mentor of this relationship read her plan."""
    return Plan.objects.filter(owner=viewer, shown_in=relationship).exists()


def attestations(owner: "Profile") -> Sequence[PlanAttestation]:
    """Newest first, without those withdrawn."""
    rows = PlanAttestation.objects.filter(owner=owner, withdrawn_at=None)
    return list(rows.order_by("-made_at", "-pk"))


def attestation(token: str) -> PlanAttestation | None:
    """What a link proves; None where it proves nothing any more."""
    return (
        PlanAttestation.objects.filter(
            token=token, withdrawn_at=None, owner__account__is_active=True
        )
        .select_related("owner")
        .first()
    )
