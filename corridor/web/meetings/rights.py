"""Who gets to pages of a relationship's meetings: the two who have it, and nobody else."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache

from corridor.mentoring import queries
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting, Relationship

LARGEST = 2**63
Rest = ParamSpec("Rest")
Answering = Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]


def meeting_required(
    view: Callable[Concatenate[MemberRequest, "Meeting", Rest], HttpResponse],
) -> "Answering[Rest]":
    @wraps(view)
    def guarded(
        request: MemberRequest, meeting_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        found = None
        if meeting_id < LARGEST:
            found = queries.meeting(meeting_id, viewer=request.profile)
        if found is None:
            raise Http404
        return view(request, found, *args, **kwargs)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", guarded)))


def relationship_required(
    view: Callable[Concatenate[MemberRequest, "Relationship", Rest], HttpResponse],
) -> "Answering[Rest]":
    @wraps(view)
    def guarded(
        request: MemberRequest, relationship_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        found = None
        if relationship_id < LARGEST:
            found = queries.relationship(relationship_id, viewer=request.profile)
        if found is None:
            raise Http404
        return view(request, found, *args, **kwargs)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", guarded)))
