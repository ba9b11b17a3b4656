"""A page of a circle is there for whoever has a seat in it, or finds it in the list."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from corridor.mentoring import queries
from corridor.web.circles.refusals import SENTENCES
from corridor.web.one_deed import doing
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.queries import SeenCircle

Rest = ParamSpec("Rest")
done = doing(SENTENCES)


def of_circle(
    view: Callable[Concatenate[MemberRequest, "SeenCircle", Rest], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]:
    @wraps(view)
    def found(
        request: MemberRequest, circle_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        one = queries.circle(circle_id, viewer=request.profile, today=request.now.date())
        if one is None:
            raise Http404
        return view(request, one, *args, **kwargs)

    return cast(
        "Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]", member_required(found)
    )


def to_circle(seen: "SeenCircle") -> HttpResponse:
    return redirect("circle", seen.circle.pk)
