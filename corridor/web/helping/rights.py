"""Who gets to which pages of helpers: as long as neither of the two ended it."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from corridor.helping import queries
from corridor.helping.actions import NoHelper, OutsideScope
from corridor.web.given_numbers import LARGEST
from corridor.web.safety.rights import has_second_step
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.helping.models import Helper

Rest = ParamSpec("Rest")
View = Callable[Concatenate[MemberRequest, "Helper", Rest], HttpResponse]
Guarded = Callable[Concatenate[ViewerRequest, int, Rest], HttpResponse]


def helper_required(view: "View[Rest]") -> "Guarded[Rest]":
    """Anybody else finds nothing; who helped once, or has an open page, reads that it is over.

    What the view does is allowed or refused by the action in that moment, not by this look.
    """

    @wraps(view)
    def guarded(
        request: MemberRequest, helper_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        number = min(helper_id, LARGEST)
        if not queries.was_ever(number, by=request.profile):
            raise Http404
        held = queries.helping(number, by=request.profile)
        if held is None:
            return _over(request, is_over=True)
        if settings.DESK_SECOND_STEP and not has_second_step(request):
            return render(request, "helping/second_step.html", status=HTTPStatus.FORBIDDEN)
        try:
            return view(request, held, *args, **kwargs)
        except NoHelper:
            return _over(request, is_over=True)
        except OutsideScope:
            return _over(request, is_over=False)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", guarded)))


def _over(request: MemberRequest, *, is_over: bool) -> HttpResponse:
    context = {"is_over": is_over}
    return render(request, "helping/over.html", context, status=HTTPStatus.FORBIDDEN)
