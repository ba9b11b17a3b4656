"""What one person said and passed on, as others find it with her."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from corridor.people import queries as people
from corridor.posts.choices import Audience
from corridor.posts.models import Attachment, Boost, Post
from corridor.posts.queries.named import boosts_shown
from corridor.posts.queries.visibility import readable


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which of it; nothing said is all of it."""

    without_replies: bool = False
    """To others."""
    with_media: bool = False
    pinned: bool = False
    tag: str = ""
    without_direct: bool = False
    """What is only for people named in it."""


def said_by(
    author_id: int, *, viewer_id: int | None, now: datetime, wanted: Wanted
) -> QuerySet[Post]:
    rows = readable(viewer_id, now=now).filter(author=author_id, is_held=False)
    if wanted.without_replies:
        rows = rows.filter(Q(in_reply_to=None) | Q(in_reply_to_author=F("author")))
    if wanted.with_media:
        rows = rows.filter(Exists(Attachment.objects.filter(post=OuterRef("pk")).order_by()))
    if wanted.pinned:
        rows = rows.filter(pin__isnull=False)
    if wanted.tag:
        rows = rows.filter(tag_uses__tag__name=wanted.tag.removeprefix("#").casefold())
    return rows.exclude(audience=Audience.NAMED) if wanted.without_direct else rows


def passed_on_by(booster_id: int, *, viewer_id: int | None, now: datetime) -> QuerySet[Boost]:
    """Nothing by people whom the viewer muted."""
    rows = boosts_shown(viewer_id, now=now).filter(booster=booster_id)
    if viewer_id is None:
        return rows
    return rows.exclude(post__author__in=people.muted(viewer_id, now=now))
