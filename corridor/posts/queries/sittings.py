"""What somebody wrote in one go: a post and what she added to it, one soon after the other."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef

from corridor.posts.models import Post
from corridor.posts.queries.visibility import readable

SOON = timedelta(hours=1)
"""What is added later is news of its own."""


@dataclass(frozen=True, kw_only=True)
class Sitting:
    first: int
    """Id of the post that it began with."""
    posts: int
    """How many of it the viewer may read."""


def sittings_of(
    ids: Collection[int], *, viewer_id: int | None, now: datetime
) -> dict[int, Sitting]:
    """Id of a post that adds to one of its author's -> what it is part of; one query."""
    shown = readable(viewer_id, now=now)
    added = Post.objects.filter(pk__in=ids, in_reply_to_author=F("author")).order_by()
    rows = shown.filter(
        Exists(shown.filter(pk=OuterRef("in_reply_to")).order_by()),
        thread__in=added.values("thread"),
        in_reply_to_author=F("author"),
    )
    said = rows.order_by("pk").values_list("pk", "in_reply_to", "at", "in_reply_to__at")
    above = {pk: to for pk, to, at, began in said if to is not None and at - began <= SOON}
    firsts = {pk: _first(pk, above) for pk in above}
    counts: dict[int, int] = {}
    for first in firsts.values():
        counts[first] = counts.get(first, 1) + 1
    return {
        pk: Sitting(first=first, posts=counts[first])
        for pk, first in firsts.items()
        if pk in set(ids)
    }


def _first(pk: int, above: dict[int, int]) -> int:
    while pk in above:
        pk = above[pk]
    return pk
