"""What pages of one relationship share: one press of a button, and where it leads."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from corridor.mentoring import queries
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Goal, Relationship


def done(
    request: MemberRequest, do: Callable[[], object], *, says: str, then: HttpResponse
) -> HttpResponse:
    """One POST, one action: what was done, or why not, stands above the page that follows."""
    try:
        do()
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        if says:
            messages.success(request, says)
    return then


def to_relationship(relationship: "Relationship") -> HttpResponse:
    return redirect("relationship", relationship.pk)


def goal_or_404(request: MemberRequest, relationship: "Relationship", goal_id: int) -> "Goal":
    goal = queries.goal(goal_id, viewer=request.profile)
    if goal is None or goal.relationship_id != relationship.pk:
        raise Http404
    return goal
