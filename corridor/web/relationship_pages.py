"""A page of one relationship is there for the two who have it; for others it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache

from corridor.mentoring import queries
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship

Rest = ParamSpec("Rest")


def of_relationship(
    view: Callable[Concatenate[MemberRequest, "Relationship", Rest], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]:
    @wraps(view)
    def found(
        request: MemberRequest, relationship_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        one = queries.relationship(min(relationship_id, LARGEST), viewer=request.profile)
        if one is None:
            raise Http404
        return view(request, one, *args, **kwargs)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", found)))
