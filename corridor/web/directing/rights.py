"""Who gets to which page of a team: for anybody else there is no such page."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache

from corridor.programmes import queries
from corridor.programmes.policies import Right
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Programme

Rest = ParamSpec("Rest")
View = Callable[Concatenate[MemberRequest, "Programme", Rest], HttpResponse]
Guarded = Callable[Concatenate[ViewerRequest, str, Rest], HttpResponse]


def team_required(right: Right) -> Callable[["View[Rest]"], "Guarded[Rest]"]:
    def decorate(view: "View[Rest]") -> "Guarded[Rest]":
        @wraps(view)
        def guarded(
            request: MemberRequest, slug: str, *args: Rest.args, **kwargs: Rest.kwargs
        ) -> HttpResponse:
            programme = queries.programme_to_direct(slug, viewer=request.profile, right=right)
            if programme is None:
                raise Http404
            return view(request, programme, *args, **kwargs)

        return never_cache(member_required(cast("Callable[..., HttpResponse]", guarded)))

    return decorate
