"""What those publish whom a member follows, since she was here last and before."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from corridor.posts import queries
from corridor.web.posts.forms import ComposeForm
from corridor.web.timelines.catching_up import catch_up, show_catching_up
from corridor.web.timelines.pieces import asked, of_home
from corridor.web.viewer import MemberRequest


def show_home(request: MemberRequest, *, beside: Mapping[str, Any]) -> HttpResponse:
    since = asked(request, "since")
    if since is not None:
        return show_catching_up(request, since)
    piece = of_home(queries.home(request.profile.pk, now=request.now), request)
    shown = {
        "piece": piece,
        "catch_up": catch_up(request, piece) if piece.is_newest else None,
        "compose": ComposeForm(viewer=request.profile, now=request.now),
        "drafts": queries.own_drafts(request.profile.pk).count() if piece.is_newest else 0,
        **beside,
    }
    return render(request, "timelines/home.html", shown)
