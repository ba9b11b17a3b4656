"""What somebody said, on her own page: pinned first, then newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.library import queries as library
from corridor.posts import queries
from corridor.posts.queries import ShownPost, Wanted
from corridor.web.posts.uncovering import uncovered
from corridor.web.timelines.pieces import Piece, of_both, of_posts
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.people.models import Profile
    from corridor.posts.models import Post

SHELVES = {
    "posts": Wanted(without_replies=True),
    "replies": Wanted(),
    "media": Wanted(with_media=True),
}


@dataclass(frozen=True, kw_only=True)
class Shelf:
    name: str
    piece: Piece
    pinned: Sequence[ShownPost]
    achievements: int
    tutorials: int


def shelf_of(author: "Profile", request: ViewerRequest) -> Shelf:
    name = request.GET.get("shows", "posts")
    name = name if name in SHELVES else "posts"
    piece = _piece(author, request, name)
    viewer_id, now = _viewer_id(request), request.now
    return Shelf(
        name=name,
        piece=piece,
        pinned=_pinned(author, request) if name == "posts" and piece.is_newest else [],
        achievements=queries.achievements_of(author.pk, viewer_id=viewer_id, now=now).count(),
        tutorials=library.tutorials_by(author.pk, viewer_id=viewer_id, now=now).count(),
    )


def _piece(author: "Profile", request: ViewerRequest, name: str) -> Piece:
    """What she passed on stands among what she said, but for pictures: as Mastodon has it."""
    said = _said(author, request, SHELVES[name])
    if name == "media":
        return of_posts(said, request, context="account")
    boosts = queries.passed_on_by(author.pk, viewer_id=_viewer_id(request), now=request.now)
    return of_both(said, boosts, request, context="account")


def _pinned(author: "Profile", request: ViewerRequest) -> list[ShownPost]:
    pinned = _said(author, request, Wanted(pinned=True)).order_by("-pin__at", "-pk")
    numbers = list(pinned.values_list("pk", flat=True))
    shown = queries.shown_posts(numbers, viewer_id=_viewer_id(request), now=request.now)
    return uncovered(shown, request)


def _said(author: "Profile", request: ViewerRequest, wanted: Wanted) -> "QuerySet[Post]":
    return queries.said_by(author.pk, viewer_id=_viewer_id(request), now=request.now, wanted=wanted)


def _viewer_id(request: ViewerRequest) -> int | None:
    return request.profile.pk if request.profile else None
