"""`/office-hours/`: what one can sign up for, one's turns, and what one offers."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.mentoring import queries
from corridor.people import queries as people
from corridor.web.viewer import MemberRequest, member_required

ON_A_PAGE = 20


@require_safe
@never_cache
@member_required
def office_hours(request: MemberRequest) -> HttpResponse:
    viewer = request.profile
    coming = queries.sittings_to_come(viewer, now=request.now)
    context = {
        "turns": queries.own_turns(viewer),
        "page": Paginator(coming, ON_A_PAGE).get_page(request.GET.get("page")),
        "offered": queries.own_hours(viewer),
        "is_verified": bool(people.verified_among([viewer.pk], now=request.now)),
    }
    return render(request, "office_hours/office_hours.html", context)


@require_safe
@never_cache
@member_required
def earlier(request: MemberRequest) -> HttpResponse:
    """What was: answers stay to read."""
    turns = queries.turns_that_were(request.profile)
    held = queries.sittings_that_were(request.profile)
    context = {
        "page": Paginator(turns, ON_A_PAGE).get_page(request.GET.get("page")),
        "held": Paginator(held, ON_A_PAGE).get_page(request.GET.get("held")),
    }
    return render(request, "office_hours/earlier.html", context)
