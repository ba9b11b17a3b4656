"""`/matches/`: matches that somebody is asked about, and how they stand."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.programmes import queries
from corridor.web.matches.barriers import asked
from corridor.web.matches.shown import Shown, shown, side_of, standing
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@never_cache
@member_required
def matches(request: MemberRequest) -> HttpResponse:
    found = [
        shown(one, side_of(one, request.profile)) for one in queries.matches_of(request.profile)
    ]
    context = {
        "waiting": [one for one in found if one.match.is_open],
        "over": [one for one in found if not one.match.is_open],
    }
    return render(request, "matches/matches.html", context)


@require_safe
@never_cache
@member_required
def match(request: MemberRequest, match_id: int) -> HttpResponse:
    found = queries.match(match_id, viewer=request.profile)
    if found is None:
        raise Http404
    return page(request, shown(found, side_of(found, request.profile)))


def page(request: MemberRequest, it: Shown, *, status: int = 200) -> HttpResponse:
    context = {"it": it, "standing": standing(it), "barriers": asked(request, it.match.pk)}
    return render(request, "matches/match.html", context, status=status)
