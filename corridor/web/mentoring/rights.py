"""What pages of one relationship share: one press of a button, and where it leads."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from corridor.mentoring import queries
from corridor.web.mentoring.refusals import SENTENCES
from corridor.web.one_deed import doing
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Goal, Relationship


done = doing(SENTENCES)


def to_relationship(relationship: "Relationship") -> HttpResponse:
    return redirect("relationship", relationship.pk)


def goal_or_404(request: MemberRequest, relationship: "Relationship", goal_id: int) -> "Goal":
    goal = queries.goal(goal_id, viewer=request.profile)
    if goal is None or goal.relationship_id != relationship.pk:
        raise Http404
    return goal
