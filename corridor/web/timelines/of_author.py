"""What somebody said, on her own page: pinned first, then newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.posts import queries
from corridor.posts.queries import ShownPost, Wanted
from corridor.web.timelines.pieces import Piece, of_posts
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


def shelf_of(author: "Profile", request: ViewerRequest) -> Shelf:
    name = request.GET.get("shows", "posts")
    name = name if name in SHELVES else "posts"
    piece = of_posts(_said(author, request, SHELVES[name]), request, context="account")
    if name != "posts" or not piece.is_newest:
        return Shelf(name=name, piece=piece, pinned=[])
    pinned = _said(author, request, Wanted(pinned=True)).order_by("-pin__at", "-pk")
    numbers = list(pinned.values_list("pk", flat=True))
    shown = queries.shown_posts(numbers, viewer_id=_viewer_id(request), now=request.now)
    return Shelf(name=name, piece=piece, pinned=shown)


def _said(author: "Profile", request: ViewerRequest, wanted: Wanted) -> "QuerySet[Post]":
    return queries.said_by(author.pk, viewer_id=_viewer_id(request), now=request.now, wanted=wanted)


def _viewer_id(request: ViewerRequest) -> int | None:
    return request.profile.pk if request.profile else None
