"""A mentee waits for an answer; when the promised time is over, she may ask somebody else."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.algorithms.matching.people import Role
from corridor.mentoring import actions, queries
from corridor.people import queries as people
from corridor.web.mentoring.rights import done, to_relationship
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship

SHOWN = 6


@require_POST
@of_relationship
def wait(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    return done(
        request,
        lambda: actions.wait_for_answer(relationship.pk, by=request.profile, now=request.now),
        says=_("Said kindly, once. You need not do anything until then."),
        then=to_relationship(relationship),
    )


@require_POST
@of_relationship
def answered(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    return done(
        request,
        lambda: actions.note_answer(relationship.pk, by=request.profile, now=request.now),
        says=_("Good. Nothing waits any more."),
        then=to_relationship(relationship),
    )


@require_safe
@of_relationship
def somebody_else(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    """People with room, in the roles that she has here; whom she works with is left out."""
    viewer = request.profile
    roles = queries.roles_now(relationship)
    asked = people.Asked(role=Role(roles[0].value) if len(roles) == 1 else None)
    found = people.mentors(viewer=viewer, asked=asked, now=request.now)
    busy = people.works_with(viewer)
    context = {
        "relationship": relationship,
        "other": relationship.other_than(viewer),
        "is_mentor": viewer.pk == relationship.mentor_id,
        "is_lapsed": queries.is_lapsed(queries.open_wait(relationship), now=request.now),
        "found": [one for one in found.suggestions if one.profile.pk not in busy][:SHOWN],
    }
    return render(request, "mentoring/somebody_else.html", context)
