from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.programmes import queries as programmes
from corridor.web.home.criteria import default_weights
from corridor.web.viewer import ViewerRequest
from corridor.web.welcome.tips import checklist, tip_of_the_day


@require_safe
def home(request: ViewerRequest) -> HttpResponse:
    if request.profile is None:
        return render(request, "home/visitor.html")
    everything = programmes.programmes()
    lists = {
        "directed": everything.filter(directors=request.profile),
        "others": everything.exclude(directors=request.profile),
        "tip": tip_of_the_day(request.profile, now=request.now),
        "checklist": checklist(request.profile, now=request.now),
    }
    return render(request, "home/member.html", lists)


@require_safe
def how_matching_works(request: ViewerRequest) -> HttpResponse:
    weights = default_weights()
    return render(request, "home/how_matching_works.html", {"weights": weights})
