"""`/transparency/`: figures of what moderators decided, for anybody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.safety import queries
from corridor.web.viewer import ViewerRequest


@require_safe
def transparency(request: ViewerRequest) -> HttpResponse:
    return render(
        request, "safety/transparency.html", {"figures": queries.figures(now=request.now)}
    )
