"""What a pull could and could not reach, and the sealed copies of what was pulled."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from corridor.posts.choices import OPEN, MediaKind
from corridor.posts.models import Boost, Post, PulledPost, Revision, TimelineEntry
from corridor.posts.queries.whole import whole_posts

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How far a post got: at most, where it is counted what could be seen and not what was."""

    homes: int
    boosts: int
    is_open: bool
    has_left: bool
    """Its hold is over: where this server tells others, they may have it."""
    minutes_left: int
    """Until the hold is over."""
    moving: int
    """Videos and sounds in it, of which no copy is kept."""


def reach_of(post: Post, *, now: datetime) -> Reach:
    held_for = (post.leaves_at - now).total_seconds() if post.leaves_at is not None else 0
    entries = TimelineEntry.objects.filter(post=post).exclude(profile=post.author_id)
    moving = post.attachments.exclude(kind=MediaKind.IMAGE)
    return Reach(
        homes=entries.values("profile").distinct().count(),
        boosts=Boost.objects.filter(post=post).count(),
        is_open=post.is_open and not post.is_held,
        has_left=post.leaves_at is not None and post.leaves_at <= now,
        minutes_left=max(0, -int(-held_for // 60)),
        moving=moving.count(),
    )


def posts_to_leave(*, now: datetime) -> QuerySet[Post]:
    """What other servers may be told of: for everybody, let through, its hold over."""
    return Post.objects.filter(
        audience__in=OPEN, is_held=False, leaves_at__isnull=False, leaves_at__lte=now
    ).order_by("leaves_at", "pk")


def pulled_posts(viewer: "Profile") -> QuerySet[PulledPost]:
    """Newest first."""
    return PulledPost.objects.filter(author=viewer).order_by("-pulled_at", "-pk")


def pulled_post(pulled_id: int, *, viewer: "Profile") -> PulledPost | None:
    return pulled_posts(viewer).filter(pk=pulled_id).prefetch_related("pictures").first()


def as_it_was(post: Post) -> Mapping[str, Any]:
    """All that it said, all that it said before, and to whom."""
    (whole,) = whole_posts([post.pk])
    revisions = Revision.objects.filter(post=post).order_by("at", "pk")
    return {
        "author": post.author.handle,
        "number": post.pk,
        "at": post.at.isoformat(),
        "edited_at": post.edited_at and post.edited_at.isoformat(),
        "kind": post.kind,
        "audience": post.audience,
        "in_reply_to": post.in_reply_to_id,
        "quotes": post.quotes_id,
        "language": post.language,
        "content_note": post.content_note,
        "text": post.text,
        "poll": list(whole.options),
        "pictures": [{"kind": one.kind, "alt": one.alt} for one in whole.attachments],
        "before": [
            {"at": one.at.isoformat(), "text": one.text, "content_note": one.content_note}
            for one in revisions
        ],
        "counts": {
            "replies": post.reply_count,
            "boosts": post.boost_count,
            "kudos": post.kudos_count,
            "quotes": post.quote_count,
        },
    }


def digest_of(kept: Mapping[str, Any]) -> str:
    return hashlib.sha256(as_json(kept)).hexdigest()


def as_json(kept: Mapping[str, Any]) -> bytes:
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, indent=1).encode()
