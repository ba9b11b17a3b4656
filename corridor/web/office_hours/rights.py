"""A page of a sitting is there for its mentor, whoever may come, and whoever signed up."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache

from corridor.mentoring import queries
from corridor.mentoring.queries import SeenSitting
from corridor.web.given_numbers import LARGEST
from corridor.web.office_hours.refusals import SENTENCES
from corridor.web.one_deed import doing
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

Rest = ParamSpec("Rest")
done = doing(SENTENCES)
Shown = Callable[Concatenate[MemberRequest, SeenSitting, Rest], HttpResponse]


def of_sitting(view: Shown[Rest]) -> Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]:
    @wraps(view)
    def found(
        request: MemberRequest, sitting_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        number = min(sitting_id, LARGEST)
        seen = queries.sitting(number, viewer=request.profile, now=request.now)
        if seen is None:
            raise Http404
        return view(request, seen, *args, **kwargs)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", found)))


def of_own_sitting(view: Shown[Rest]) -> Shown[Rest]:
    """Below `of_sitting`: 404 for anybody but its mentor."""

    @wraps(view)
    def own(
        request: MemberRequest, seen: SeenSitting, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        if not seen.is_own:
            raise Http404
        return view(request, seen, *args, **kwargs)

    return cast("Shown[Rest]", own)
