"""A line above a timeline: how much came since it was shown. Asked for while the page is open."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from corridor.posts import queries
from corridor.web.timelines.pieces import asked
from corridor.web.viewer import ViewerRequest

OVER = 286
"""Tells htmx to ask no more: she signed out, maybe in another window."""


@require_safe
def at_home(request: ViewerRequest) -> HttpResponse:
    if request.profile is None:
        return HttpResponse(status=OVER)
    after = asked(request, "after") or 0
    number = queries.unread(request.profile.pk, after=after, now=request.now)
    return _line(request, number, reverse("home"))


@require_safe
def of_everybody(request: ViewerRequest) -> HttpResponse:
    if request.profile is None:
        return HttpResponse(status=OVER)
    rows = queries.public(request.profile.pk, now=request.now)
    number = queries.newer(rows, after=asked(request, "after") or 0, but_of=request.profile.pk)
    return _line(request, number, reverse("public"))


@require_safe
def with_tag(request: ViewerRequest, name: str) -> HttpResponse:
    if request.profile is None:
        return HttpResponse(status=OVER)
    rows = queries.tagged(name, viewer_id=request.profile.pk, now=request.now)
    number = queries.newer(rows, after=asked(request, "after") or 0, but_of=request.profile.pk)
    return _line(request, number, reverse("tag", args=[name]))


def _line(request: ViewerRequest, number: int, leads: str) -> HttpResponse:
    is_counted = number < queries.MOST_COUNTED
    shown = {"number": number, "is_counted": is_counted, "leads": leads}
    return render(request, "timelines/_how_many_new.html", shown)
