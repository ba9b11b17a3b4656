"""What came since her last visit, oldest first, up to a quiet end.

A visit lasts until she has not opened her home for half an hour: to open a post and come back
does not end it, and so what was new stays marked until she leaves or has caught up.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import render

from corridor.posts import actions, queries
from corridor.web.timelines.pieces import Piece, upwards
from corridor.web.viewer import MemberRequest

VISIT = "home-visit"
"""Of the session."""
PAUSE = timedelta(minutes=30)
NOTED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class CatchUp:
    """What came since her last visit."""

    since: datetime
    last_read: int
    posts: int
    is_counted: bool
    """Otherwise there are more than so many."""


@dataclass(frozen=True, kw_only=True)
class _Visit:
    last_read: int
    """When it began."""
    since: datetime
    at: datetime


def catch_up(request: MemberRequest, piece: Piece) -> CatchUp | None:
    """Also keeps that she has read what this page shows."""
    if not piece.numbers:
        return None
    visit, newest = _visit(request), piece.numbers[0]
    marker = queries.home_marker(request.profile.pk)
    last_read = 0 if marker is None else marker.last_read
    if visit is None:
        # On a first visit everything is new, so nothing is marked.
        since = request.now if marker is None else marker.at
        visit = _Visit(last_read=last_read or newest, since=since, at=request.now)
        _note(request, visit)
    if last_read < newest:
        actions.mark_read(timeline=queries.HOME, to=newest, by=request.profile.pk, now=request.now)
    if visit.last_read >= newest:
        return None
    return _since(request, visit)


def show_catching_up(request: MemberRequest, last_read: int) -> HttpResponse:
    rows = queries.home(request.profile.pk, now=request.now)
    piece = upwards(rows, request, after=last_read)
    if not piece.newer:
        # Caught up: what is marked as new from here on comes later.
        newest = piece.numbers[-1] if piece.numbers else last_read
        _note(request, _Visit(last_read=newest, since=request.now, at=request.now))
    left = queries.unread(request.profile.pk, after=last_read, now=request.now)
    is_counted = left < queries.MOST_COUNTED
    shown = {"piece": piece, "left": left, "is_counted": is_counted}
    return render(request, "timelines/catching_up.html", shown)


def _since(request: MemberRequest, visit: _Visit) -> CatchUp | None:
    number = queries.unread(request.profile.pk, after=visit.last_read, now=request.now)
    if number == 0:
        return None
    return CatchUp(
        since=visit.since,
        last_read=visit.last_read,
        posts=number,
        is_counted=number < queries.MOST_COUNTED,
    )


def _visit(request: MemberRequest) -> _Visit | None:
    """The one that goes on; None where one begins."""
    kept = request.session.get(VISIT)
    if kept is None:
        return None
    since, at = datetime.fromisoformat(kept["since"]), datetime.fromisoformat(kept["at"])
    if request.now - at > PAUSE:
        return None
    visit = _Visit(last_read=kept["last_read"], since=since, at=request.now)
    if request.now - at > NOTED_EVERY:
        _note(request, visit)
    return visit


def _note(request: MemberRequest, visit: _Visit) -> None:
    request.session[VISIT] = {
        "last_read": visit.last_read,
        "since": visit.since.isoformat(),
        "at": visit.at.isoformat(),
    }
