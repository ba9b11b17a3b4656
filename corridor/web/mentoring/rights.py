"""A page of one relationship is there for the two who have it; for others it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from corridor.mentoring import queries
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Goal, Relationship

Rest = ParamSpec("Rest")


def of_relationship(
    view: Callable[Concatenate[MemberRequest, "Relationship", Rest], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]:
    @wraps(view)
    def found(
        request: MemberRequest, relationship_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        one = queries.relationship(relationship_id, viewer=request.profile)
        if one is None:
            raise Http404
        return view(request, one, *args, **kwargs)

    return cast(
        "Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]", member_required(found)
    )


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
