"""Conversations in posts for named people only, newest words first."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from corridor.kernel.compiled import Compiled, CompiledSeveral, Row
from corridor.people import queries as people
from corridor.posts.choices import Audience
from corridor.posts.models import Addressee, Post, ThreadPlace
from corridor.posts.queries.visibility import by_nobody_hidden, readable

MOST_LOOKED_AT = 40


@dataclass(frozen=True, kw_only=True)
class PrivateThread:
    thread: int
    last: int
    """Id of what was said last."""
    is_unread: bool
    others: list[int]
    """Who takes part besides her: ids."""


def said_in_private(viewer_id: int, *, now: datetime) -> QuerySet[Post]:
    """Posts for named people, her among them, without what she removed.

    What strangers ask to tell her is not among them, until she takes it in.
    """
    named = Addressee.objects.filter(profile=viewer_id).order_by().values("post")
    places = ThreadPlace.objects.filter(profile=viewer_id)
    removed = places.filter(thread=OuterRef("thread"))
    requested = places.filter(is_request=True).order_by().values("thread")
    return (
        readable(viewer_id, now=now)
        .filter(Q(author=viewer_id) | Q(pk__in=named), audience=Audience.NAMED)
        .exclude(thread__in=requested)
        .exclude(author__in=people.muted(viewer_id, now=now))
        .annotate(removed_to=Coalesce(Subquery(removed.values("removed_to")[:1]), Value(0)))
        .filter(pk__gt=F("removed_to"))
    )


def private_threads(viewer_id: int, *, now: datetime) -> QuerySet[Any, Any]:
    """Rows of `thread` and `last`, without those that she removed since."""
    rows = said_in_private(viewer_id, now=now)
    return rows.order_by().values("thread").annotate(last=Max("pk"))


def unread_threads(viewer_id: int, *, now: datetime) -> int:
    """How many of the newest have something for her to read."""
    rows = private_threads(viewer_id, now=now).order_by("-last")[:MOST_LOOKED_AT]
    return sum(one.is_unread for one in in_whole(list(rows), viewer_id=viewer_id, now=now))


def in_whole(
    rows: Collection[dict[str, int]], *, viewer_id: int, now: datetime
) -> list[PrivateThread]:
    """Of rows of `private_threads`, in their order."""
    authors = _pairs(_authors().rows([row["last"] for row in rows]))
    places = _places().rows([row["thread"] for row in rows], viewer=viewer_id)
    read_to = _pairs(places)
    others = _others(authors, viewer_id, now)
    return [
        PrivateThread(
            thread=row["thread"],
            last=row["last"],
            is_unread=row["last"] > read_to.get(row["thread"], 0)
            and authors[row["last"]] != viewer_id,
            others=others[row["last"]],
        )
        for row in rows
    ]


def _others(authors: dict[int, int], viewer_id: int, now: datetime) -> dict[int, list[int]]:
    found = {post: [author] if author != viewer_id else [] for post, author in authors.items()}
    for post, profile in _named().rows(authors, viewer=viewer_id, now=now):
        if profile not in {viewer_id, *found[post]}:
            found[post].append(profile)
    return found


def _pairs(rows: Iterable[Row]) -> dict[int, int]:
    return {row[0]: row[1] for row in rows}


@cache
def _authors() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int]) -> QuerySet[Any, Any]:
        return Post.objects.filter(pk__in=ids).order_by().values_list("pk", "author")

    return CompiledSeveral(Compiled, build, int)


@cache
def _places() -> CompiledSeveral[Any]:
    def build(threads: Sequence[int], *, viewer: int) -> QuerySet[Any, Any]:
        places = ThreadPlace.objects.filter(profile=viewer, thread__in=threads)
        return places.order_by().values_list("thread", "read_to")

    return CompiledSeveral(Compiled, build, int, viewer=int)


@cache
def _named() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int], *, viewer: int, now: datetime) -> QuerySet[Any, Any]:
        named = Addressee.objects.filter(by_nobody_hidden("profile", viewer, now=now), post__in=ids)
        return named.order_by("pk").values_list("post", "profile")

    return CompiledSeveral(Compiled, build, int, viewer=int, now=datetime)
