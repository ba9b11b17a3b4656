"""What is inside a relationship, for one of the two who have it. Everybody else gets nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Case, Prefetch, Q, QuerySet, When

from corridor.mentoring.choices import CoachingStage
from corridor.mentoring.models import (
    AgreementVersion,
    CoachingStep,
    Goal,
    GoalComment,
    GoalStep,
    PrivateNote,
    Relationship,
    RelationshipMove,
    RoleEntry,
    RoleWish,
    Thanks,
    Wait,
)
from corridor.people import policies as relations

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class ShownMove:
    move: RelationshipMove
    line: str
    reason: str
    """Empty but for whoever wrote it."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One part of an agreement, now and in the version before."""

    key: str
    before: str
    now: str


def are_apart(relationship: Relationship, *, today: date) -> bool:
    """Then neither reads what the other writes any more."""
    return relations.are_apart(relationship.mentor, relationship.mentee, today=today)


def moves(relationship: Relationship, *, viewer: "Profile", today: date) -> Sequence[ShownMove]:
    """Newest first; words of the other only while nothing stands between the two."""
    hides = are_apart(relationship, today=today)
    return [
        ShownMove(
            move=one,
            line=one.line if one.by_id == viewer.pk or not hides else "",
            reason=one.reason if one.by_id == viewer.pk else "",
        )
        for one in relationship.moves.select_related("by").order_by("-at", "-pk")
    ]


def thanks(relationship: Relationship, *, viewer: "Profile", today: date) -> Sequence[Thanks]:
    said = relationship.thanks.select_related("by").order_by("at", "pk")
    if are_apart(relationship, today=today):
        said = said.filter(by=viewer)
    return list(said)


def agreements(relationship: Relationship) -> Sequence[AgreementVersion]:
    """Newest first."""
    return list(relationship.agreements.select_related("by").order_by("-number"))


def agreement_in_force(versions: Sequence[AgreementVersion]) -> AgreementVersion | None:
    """The newest that both signed."""
    return next((one for one in versions if one.is_signed), None)


def changes(version: AgreementVersion, before: AgreementVersion | None) -> Sequence[Change]:
    """Parts that say something else than before."""
    then = before.terms if before else {}
    found = [
        Change(key=key, before=then.get(key, ""), now=text) for key, text in version.terms.items()
    ]
    return [one for one in found if one.before != one.now]


def role_wishes(relationship: Relationship) -> Sequence[RoleWish]:
    return list(relationship.role_wishes.select_related("by").order_by("at", "pk"))


def role_entries(relationship: Relationship) -> Sequence[RoleEntry]:
    """Newest first."""
    rows = RoleEntry.objects.filter(span__relationship=relationship)
    return list(rows.select_related("by", "span").order_by("-on", "-pk")[:50])


def goals(relationship: Relationship, *, viewer: "Profile") -> QuerySet[Goal]:
    """Open ones first, oldest first; without what the other keeps for herself."""
    is_over = Case(When(reached_at=None, dropped_at=None, then=0), default=1)
    rows = _goals(viewer).filter(relationship=relationship)
    return rows.order_by(is_over, "made_at", "pk")


def goal(goal_id: int, *, viewer: "Profile") -> Goal | None:
    return _goals(viewer).filter(pk=goal_id).first()


def _goals(viewer: "Profile") -> QuerySet[Goal]:
    own = Q(relationship__mentor=viewer) | Q(relationship__mentee=viewer)
    return (
        Goal.objects.filter(own)
        .filter(Q(is_private=False) | Q(by=viewer))
        .select_related("by", "relationship__mentor", "relationship__mentee")
        .prefetch_related(
            Prefetch("steps", GoalStep.objects.order_by("position", "pk")),
            Prefetch("comments", GoalComment.objects.select_related("by").order_by("at", "pk")),
        )
        .order_by("made_at", "pk")
    )


def coaching_steps(relationship: Relationship) -> Sequence[CoachingStep]:
    """In the order of the cycle, the newest cycle last."""
    order = list(CoachingStage)
    rows = relationship.coaching.select_related("by").order_by("cycle", "pk")
    return sorted(rows, key=lambda one: (one.cycle, order.index(CoachingStage(one.stage))))


def private_note(relationship: Relationship, *, viewer: "Profile") -> str:
    note = PrivateNote.objects.filter(relationship=relationship, owner=viewer).first()
    return note.text if note else ""


def open_wait(relationship: Relationship) -> Wait | None:
    return relationship.waits.filter(answered_at=None).order_by("-since", "-pk").first()


def is_lapsed(wait: Wait | None, *, now: datetime) -> bool:
    """The promised time is over without an answer."""
    return wait is not None and wait.ends_at <= now
