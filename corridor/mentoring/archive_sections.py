"""What somebody wrote in relationships, in rows for her own archive."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.agreement_terms import PROGRAMME, TERMS
from corridor.mentoring.choices import CoachingStage, MoveKind
from corridor.mentoring.models import (
    AgreementVersion,
    CoachingStep,
    Goal,
    GoalComment,
    Plan,
    PlanAttestation,
    PrivateNote,
    RelationshipMove,
    RoleEntry,
    RoleWish,
    Thanks,
)
from corridor.mentoring.plan_words import PARTS
from corridor.people.choices import Kind
from corridor.people.higher_contexts import Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

RELATIONSHIP, WHEN, WORDS = _("Relationship"), _("When"), _("Words")


def written(profile: "Profile") -> Sequence[Section]:
    both = Q(relationship__mentor=profile) | Q(relationship__mentee=profile)
    return [
        _agreements(AgreementVersion.objects.filter(both)),
        _goals(Goal.objects.filter(both).filter(Q(is_private=False) | Q(by=profile))),
        _section(
            "goal_comments",
            _("What you said about goals"),
            GoalComment.objects.filter(by=profile),
            lambda one: {"at": one.at, "goal": one.goal_id, "text": one.text},
            {"at": WHEN, "goal": _("Goal"), "text": WORDS},
        ),
        _coaching(CoachingStep.objects.filter(both)),
        _section(
            "relationship_notes",
            _("Your private notes about relationships"),
            PrivateNote.objects.filter(owner=profile),
            lambda one: {
                "relationship": one.relationship_id,
                "at": one.changed_at,
                "text": one.text,
            },
            {"relationship": RELATIONSHIP, "at": WHEN, "text": WORDS},
        ),
        _moves(RelationshipMove.objects.filter(by=profile)),
        _section(
            "thanks",
            _("Last words of yours"),
            Thanks.objects.filter(by=profile),
            lambda one: {"relationship": one.relationship_id, "at": one.at, "text": one.words},
            {"relationship": RELATIONSHIP, "at": WHEN, "text": WORDS},
        ),
        _role_wishes(RoleWish.objects.filter(by=profile)),
        _role_entries(RoleEntry.objects.filter(by=profile)),
        _plan(Plan.objects.filter(owner=profile)),
        _section(
            "plan_attestations",
            _("Links that prove your plan"),
            PlanAttestation.objects.filter(owner=profile),
            lambda one: {
                "done_on": one.done_on,
                "made_at": one.made_at,
                "withdrawn_at": one.withdrawn_at,
            },
            {"done_on": _("Day"), "made_at": _("Made"), "withdrawn_at": _("Withdrawn")},
        ),
    ]


def _section(
    key: str,
    title: Promise,
    rows: QuerySet[Any],
    row: Any,
    labels: Mapping[str, Promise],
) -> Section:
    found: list[Model] = list(rows.order_by("pk"))
    return Section(key=key, title=title, rows=[row(one) for one in found], labels=labels)


def _agreements(rows: QuerySet[AgreementVersion]) -> Section:
    return Section(
        key="agreements",
        title=_("What you agreed on with others"),
        rows=[
            {
                "relationship": one.relationship_id,
                "number": one.number,
                "at": one.at,
                "mentee_signed_at": one.mentee_signed_at,
                "mentor_signed_at": one.mentor_signed_at,
                **one.terms,
            }
            for one in rows.order_by("pk")
        ],
        labels={
            "relationship": RELATIONSHIP,
            "number": _("Version"),
            "at": WHEN,
            "mentee_signed_at": _("Signed by the mentee"),
            "mentor_signed_at": _("Signed by the mentor"),
            PROGRAMME: _("What the programme asks"),
            **{key: term.label for key, term in TERMS.items()},
        },
    )


def _goals(rows: QuerySet[Goal]) -> Section:
    return Section(
        key="goals",
        title=_("Goals"),
        rows=[
            {
                "number": one.pk,
                "relationship": one.relationship_id,
                "title": one.words["title"],
                "why": one.words["why"],
                "is_private": one.is_private,
                "made_at": one.made_at,
                "reached_at": one.reached_at,
                "dropped_at": one.dropped_at,
                "steps": [step.text for step in one.steps.order_by("position", "pk")],
            }
            for one in rows.order_by("pk")
        ],
        labels={
            "number": _("Number"),
            "relationship": RELATIONSHIP,
            "title": _("Goal"),
            "why": _("Why"),
            "is_private": _("Only you see it"),
            "made_at": _("Made"),
            "reached_at": _("Reached"),
            "dropped_at": _("Dropped"),
            "steps": _("Steps"),
        },
    )


def _coaching(rows: QuerySet[CoachingStep]) -> Section:
    return Section(
        key="coaching",
        title=_("Coaching"),
        rows=[
            {
                "relationship": one.relationship_id,
                "cycle": one.cycle,
                "stage": one.stage,
                "at": one.at,
                "agreed_at": one.agreed_at,
                "text": one.words,
            }
            for one in rows.order_by("pk")
        ],
        labels={
            "relationship": RELATIONSHIP,
            "cycle": _("Cycle"),
            "stage": _("Step"),
            "at": WHEN,
            "agreed_at": _("Agreed"),
            "text": WORDS,
        },
        choices={"stage": dict(CoachingStage.choices)},
    )


def _moves(rows: QuerySet[RelationshipMove]) -> Section:
    return Section(
        key="relationship_moves",
        title=_("Your pauses and ends"),
        rows=[
            {
                "relationship": one.relationship_id,
                "kind": one.kind,
                "at": one.at,
                "line": one.line,
                "reason": one.reason,
            }
            for one in rows.order_by("pk")
        ],
        labels={
            "relationship": RELATIONSHIP,
            "kind": _("What"),
            "at": WHEN,
            "line": _("What you wrote to the other"),
            "reason": _("What you wrote for yourself"),
        },
        choices={"kind": dict(MoveKind.choices)},
    )


def _role_wishes(rows: QuerySet[RoleWish]) -> Section:
    return Section(
        key="role_wishes",
        title=_("Roles you asked for"),
        rows=[
            {"relationship": one.relationship_id, "role": one.role, "at": one.at, "text": one.words}
            for one in rows.order_by("pk")
        ],
        labels={"relationship": RELATIONSHIP, "role": _("Role"), "at": WHEN, "text": WORDS},
        choices={"role": dict(Kind.choices)},
    )


def _role_entries(rows: QuerySet[RoleEntry]) -> Section:
    return Section(
        key="role_log",
        title=_("What you wrote down about roles"),
        rows=[
            {
                "relationship": one.span.relationship_id,
                "role": one.span.role,
                "on": one.on,
                "text": "\n".join(text for text in one.words.values() if text),
            }
            for one in rows.select_related("span").order_by("pk")
        ],
        labels={"relationship": RELATIONSHIP, "role": _("Role"), "on": WHEN, "text": WORDS},
        choices={"role": dict(Kind.choices)},
    )


def _plan(rows: QuerySet[Plan]) -> Section:
    return Section(
        key="plan",
        title=_("Your development plan"),
        rows=[
            {
                "begun_at": one.begun_at,
                "changed_at": one.changed_at,
                "revised_at": one.revised_at,
                "discussed_at": one.discussed_at,
                **one.words,
            }
            for one in rows
        ],
        labels={
            "begun_at": _("Begun"),
            "changed_at": _("Changed"),
            "revised_at": _("Gone through"),
            "discussed_at": _("Talked about"),
            **{key: part.label for key, part in PARTS.items()},
        },
    )
