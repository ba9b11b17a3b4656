"""Pages for those who run the server."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import Http404, HttpResponse

from corridor.people import policies
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

Rest = ParamSpec("Rest")
View = Callable[Concatenate[MemberRequest, Rest], HttpResponse]


def operator_required(
    view: "View[Rest]",
) -> Callable[Concatenate[ViewerRequest, Rest], HttpResponse]:
    """For anybody else the page is not there."""

    @wraps(view)
    def for_operators(
        request: MemberRequest, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        if not policies.operates(request.profile):
            raise Http404
        return view(request, *args, **kwargs)

    return member_required(
        cast("Callable[Concatenate[MemberRequest, Rest], HttpResponse]", for_operators)
    )
