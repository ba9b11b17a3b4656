from typing import cast

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.programmes import queries as programmes
from corridor.web.home.criteria import default_weights
from corridor.web.timelines.home import show_home
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required
from corridor.web.welcome.tips import checklist, tip_of_the_day


@require_safe
def home(request: ViewerRequest) -> HttpResponse:
    if request.profile is None:
        return render(request, "home/visitor.html")
    return _of_member(cast("MemberRequest", request))


@require_safe
@member_required
def timeline(request: MemberRequest) -> HttpResponse:
    return _of_member(request)


def _of_member(request: MemberRequest) -> HttpResponse:
    directed = programmes.directed(request.profile)
    beside = {
        "directed": directed,
        "others": programmes.programmes().exclude(pk__in=directed.values("pk")),
        "tip": tip_of_the_day(request.profile, now=request.now),
        "checklist": checklist(request.profile, now=request.now),
    }
    return show_home(request, beside=beside)


@require_safe
def how_matching_works(request: ViewerRequest) -> HttpResponse:
    weights = default_weights()
    return render(request, "home/how_matching_works.html", {"weights": weights})
