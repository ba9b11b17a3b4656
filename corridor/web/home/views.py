from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from corridor.web.home.criteria import default_weights
from corridor.web.viewer import ViewerRequest


@require_GET
def home(request: ViewerRequest) -> HttpResponse:
    return render(request, "home/member.html" if request.profile else "home/visitor.html")


@require_GET
def how_matching_works(request: ViewerRequest) -> HttpResponse:
    weights = default_weights()
    return render(request, "home/how_matching_works.html", {"weights": weights})
