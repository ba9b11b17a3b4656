"""`/desk/verification/`: what waits for a reviewer, oldest first, and what was decided."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec, cast

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.people import queries
from corridor.web.safety.rights import is_let_in
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

PAGE = 30
Rest = ParamSpec("Rest")


def reviewer_required(
    view: Callable[Concatenate[MemberRequest, Rest], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, Rest], HttpResponse]:
    """For anybody else the desk is not there; without a second step it is closed."""

    @wraps(view)
    def reviewing(request: MemberRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if not queries.is_reviewer(request.profile):
            raise Http404
        if not is_let_in(request):
            return render(request, "safety/second_step.html", status=HTTPStatus.FORBIDDEN)
        return view(request, *args, **kwargs)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", reviewing)))


@require_safe
@reviewer_required
def queue(request: MemberRequest) -> HttpResponse:
    today = request.now.date()
    waiting = queries.claims_to_review(request.profile, today=today)
    context = {
        "tab": "queue",
        "page": Paginator(waiting, PAGE).get_page(request.GET.get("page")),
        "for_others": queries.waiting_for_others(request.profile, today=today),
        "now": request.now,
    }
    return render(request, "verification/desk.html", context)


@require_safe
@reviewer_required
def decided(request: MemberRequest) -> HttpResponse:
    done = queries.claims_decided(request.profile, today=request.now.date())
    context = {
        "tab": "decided",
        "page": Paginator(done, PAGE).get_page(request.GET.get("page")),
        "now": request.now,
    }
    return render(request, "verification/desk.html", context)
