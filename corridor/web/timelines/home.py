"""What those publish whom a member follows, since she was here last and before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from corridor.posts import actions, queries
from corridor.web.posts.forms import ComposeForm
from corridor.web.timelines.pieces import Piece, of_home
from corridor.web.viewer import MemberRequest


@dataclass(frozen=True, kw_only=True)
class CatchUp:
    """What came since her last visit."""

    since: datetime
    last_read: int
    posts: int
    is_counted: bool
    """Otherwise there are more than so many."""


def show_home(request: MemberRequest, *, beside: Mapping[str, Any]) -> HttpResponse:
    piece = of_home(queries.home(request.profile.pk, now=request.now), request)
    catch_up = _catch_up(request, piece) if piece.is_newest else None
    shown = {
        "piece": piece,
        "catch_up": catch_up,
        "compose": ComposeForm(viewer=request.profile, now=request.now),
        **beside,
    }
    return render(request, "timelines/home.html", shown)


def _catch_up(request: MemberRequest, piece: Piece) -> CatchUp | None:
    """Also keeps that she has read what this page shows."""
    marker = queries.home_marker(request.profile.pk)
    newest = piece.numbers[0] if piece.numbers else 0
    if newest and (marker is None or marker.last_read < newest):
        actions.mark_read(timeline=queries.HOME, to=newest, by=request.profile.pk, now=request.now)
    if marker is None or marker.last_read >= newest:
        return None
    number = queries.unread(request.profile.pk, after=marker.last_read, now=request.now)
    if number == 0:
        return None
    return CatchUp(
        since=marker.at,
        last_read=marker.last_read,
        posts=number,
        is_counted=number < queries.MOST_COUNTED,
    )
