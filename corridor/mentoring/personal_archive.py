"""What is held about somebody who works with others here, for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.mentoring import (
    circles_archive,
    contacts_archive,
    map_archive,
    meetings_archive,
    office_archive,
)
from corridor.mentoring.actions.forget_person import forget_person
from corridor.mentoring.archive_sections import written
from corridor.mentoring.choices import Ending, OriginKind, State
from corridor.mentoring.models import OPEN, Relationship, RoleSpan
from corridor.mentoring.queries.circles import sit_together
from corridor.people.choices import Kind
from corridor.people.higher_contexts import HigherContext, Section

if TYPE_CHECKING:
    from corridor.people.models import Profile


def archive(profile: "Profile") -> Sequence[Section]:
    return [
        _relationships(profile),
        _roles(profile),
        *written(profile),
        *meetings_archive.sections(profile),
        *contacts_archive.sections(profile),
        *circles_archive.sections(profile),
        *office_archive.sections(profile),
        *map_archive.sections(profile),
    ]


def _forget(profile: "Profile", handle: str) -> None:
    meetings_archive.forget(profile)
    contacts_archive.forget(profile)
    office_archive.forget(profile)
    circles_archive.forget(profile)
    map_archive.forget(profile)
    forget_person(profile, handle)


def works_with(profile: "Profile") -> set[int]:
    """With whom a relationship is open or a circle is shared, paused ones too."""
    own = Relationship.objects.filter(state__in=OPEN).order_by()
    as_mentee = own.filter(mentee=profile).values_list("mentor", flat=True)
    as_mentor = own.filter(mentor=profile).values_list("mentee", flat=True)
    return set(as_mentee.union(as_mentor, sit_together(profile)))


def _relationships(profile: "Profile") -> Section:
    rows = Relationship.objects.filter(Q(mentor=profile) | Q(mentee=profile))
    return Section(
        key="relationships",
        title=_("Your mentoring relationships"),
        rows=[
            {
                "number": one.pk,
                "mentor": one.mentor.handle,
                "mentee": one.mentee.handle,
                "state": one.state,
                "origin": one.origin,
                "programme": one.programme_name,
                "round": one.round_name,
                "opened_at": one.opened_at,
                "paused_at": one.paused_at,
                "ended_at": one.ended_at,
                "ending": one.ending,
            }
            for one in rows.select_related("mentor", "mentee").order_by("opened_at", "pk")
        ],
        labels={
            "number": _("Number"),
            "mentor": _("Mentor"),
            "mentee": _("Mentee"),
            "state": _("State"),
            "origin": _("How you came together"),
            "programme": _("Programme"),
            "round": _("Round"),
            "opened_at": _("Since"),
            "paused_at": _("Paused"),
            "ended_at": _("Ended"),
            "ending": _("How it ended"),
        },
        choices={
            "state": dict(State.choices),
            "origin": dict(OriginKind.choices),
            "ending": dict(Ending.choices),
        },
    )


def _roles(profile: "Profile") -> Section:
    rows = RoleSpan.objects.filter(
        Q(relationship__mentor=profile) | Q(relationship__mentee=profile)
    )
    return Section(
        key="roles",
        title=_("Roles in your relationships"),
        rows=[
            {
                "relationship": one.relationship_id,
                "role": one.role,
                "started_at": one.started_at,
                "ended_at": one.ended_at,
            }
            for one in rows.order_by("started_at", "pk")
        ],
        labels={
            "relationship": _("Relationship"),
            "role": _("Role"),
            "started_at": _("Since"),
            "ended_at": _("Ended"),
        },
        choices={"role": dict(Kind.choices)},
    )


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=works_with,
    forget=_forget,
    holds={
        "mentoring.Relationship.mentor": "relationships",
        "mentoring.Relationship.mentee": "relationships",
        "mentoring.AgreementVersion.by": "agreements",
        "mentoring.CoachingStep.by": "coaching",
        "mentoring.Goal.by": "goals",
        "mentoring.GoalComment.by": "goal_comments",
        "mentoring.Plan.owner": "plan",
        "mentoring.PlanAttestation.owner": "plan_attestations",
        "mentoring.PrivateNote.owner": "relationship_notes",
        "mentoring.RelationshipMove.by": "relationship_moves",
        "mentoring.RoleEntry.by": "role_log",
        "mentoring.RoleWish.by": "role_wishes",
        "mentoring.Thanks.by": "thanks",
        **meetings_archive.HOLDS,
        **contacts_archive.HOLDS,
        **circles_archive.HOLDS,
        **office_archive.HOLDS,
        **map_archive.HOLDS,
    },
    excuses={
        "mentoring.Relationship.paused_by": "The relationship is in the archive of both.",
        "mentoring.Relationship.ended_by": "The relationship is in the archive of both.",
        **contacts_archive.EXCUSES,
    },
)
