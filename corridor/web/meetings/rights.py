"""Who gets to pages of a meeting: the two who have it, and nobody else."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache

from corridor.mentoring import queries
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting

Rest = ParamSpec("Rest")


def meeting_required(
    view: Callable[Concatenate[MemberRequest, "Meeting", Rest], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]:
    @wraps(view)
    def guarded(
        request: MemberRequest, meeting_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        found = queries.meeting(min(meeting_id, LARGEST), viewer=request.profile)
        if found is None:
            raise Http404
        return view(request, found, *args, **kwargs)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", guarded)))
