"""Who turned to whom: replied, named or quoted. For counting, and not asked who is looking."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from corridor.kernel.ids import first_id
from corridor.posts.choices import Addressing
from corridor.posts.models import Addressee, Post

MOST = 5000


@dataclass(frozen=True, kw_only=True)
class Turning:
    """Somebody turned to somebody else, by a post."""

    post_id: int
    by: int
    to: int
    at: datetime
    text: str
    by_quote: int | None
    """The post that quotes hers and began this conversation: through it they came."""


def turned_since(moment: datetime) -> list[Turning]:
    """Oldest first, `MOST` posts at most: what comes after them is told the next time."""
    return _turned(Post.objects.filter(pk__gte=first_id(moment)))


def turned_to(profile_id: int, *, since: datetime) -> list[Turning]:
    """To one person, the newest `MOST` posts at most."""
    named = Addressee.objects.filter(profile=profile_id, why=Addressing.MENTION).order_by()
    to_her = Q(in_reply_to_author=profile_id) | Q(quotes__author=profile_id)
    recent = Post.objects.filter(pk__gte=first_id(since)).exclude(author=profile_id)
    rows = recent.filter(to_her | Q(pk__in=named.values("post"))).order_by("-pk")
    newest = Post.objects.filter(pk__in=list(rows.values_list("pk", flat=True)[:MOST]))
    return [one for one in _turned(newest) if one.to == profile_id]


def turned_in(post_ids: Collection[int]) -> list[Turning]:
    return _turned(Post.objects.filter(pk__in=post_ids))


def written_by(author_id: int, post_ids: Collection[int]) -> set[int]:
    rows = Post.objects.filter(author=author_id, pk__in=post_ids).order_by()
    return set(rows.values_list("pk", flat=True))


def _turned(posts: QuerySet[Post]) -> list[Turning]:
    root = Post.objects.filter(pk=OuterRef("thread")).order_by()
    posts = posts.order_by("pk").annotate(quoted_by_root=Subquery(root.values("quotes__author")))
    rows = list(
        posts.values_list(
            "pk",
            "author",
            "at",
            "text",
            "thread",
            "in_reply_to_author",
            "quotes__author",
            "quoted_by_root",
        )[:MOST]
    )
    named = _named_in([row[0] for row in rows])
    return [
        Turning(
            post_id=pk,
            by=author,
            to=to,
            at=at,
            text=text,
            by_quote=thread if to == quoted_by_root else None,
        )
        for pk, author, at, text, thread, replied_to, quoted, quoted_by_root in rows
        for to in sorted({replied_to, quoted, *named[pk]} - {None, author})
    ]


def _named_in(post_ids: Collection[int]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    named = Addressee.objects.filter(post__in=post_ids, why=Addressing.MENTION).order_by()
    for post_id, profile_id in named.values_list("post", "profile"):
        found[post_id].append(profile_id)
    return found
