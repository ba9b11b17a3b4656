"""Whom news of a post concerns: not asked who is looking, so not for pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from corridor.posts.choices import Addressing
from corridor.posts.models import (
    Addressee,
    Boost,
    Kudos,
    Post,
    ThreadMute,
    TimelineEntry,
    Vote,
)

Ids = QuerySet[Any, Any]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What of a post decides who hears of it."""

    post_id: int
    author_id: int
    audience: str
    thread: int
    at: datetime
    edited_at: datetime | None
    poll_closed_at: datetime | None
    is_held: bool
    replies_to: int | None
    """Whose post it replies to."""
    quoted: int | None
    """Whose post it quotes."""


def facts_of(post_id: int) -> Facts:
    found = Post.objects.filter(pk=post_id).values(
        "author_id",
        "audience",
        "thread",
        "at",
        "edited_at",
        "is_held",
        post_id=F("pk"),
        replies_to=F("in_reply_to_author"),
        quoted=F("quotes__author"),
        poll_closed_at=F("poll__closed_at"),
    )
    return Facts(**found.get())


def boost_facts(boost_id: int) -> tuple[int, int, datetime]:
    """Who passed on which post, and when."""
    found = Boost.objects.filter(pk=boost_id)
    return found.values_list("booster_id", "post_id", "at").get()


def kudos_at(post_id: int, profile_id: int) -> datetime:
    found = Kudos.objects.filter(post=post_id, profile=profile_id)
    return found.values_list("at", flat=True).get()


def named_in(post_id: int) -> Ids:
    named = Addressee.objects.filter(post=post_id, why=Addressing.MENTION)
    return named.order_by().values("profile")


def reached_by(post_id: int) -> Ids:
    """Those in whose home timeline it is."""
    entries = TimelineEntry.objects.filter(post=post_id, entry=post_id)
    return entries.order_by().values("profile")


def boosters_of(post_id: int) -> Ids:
    return Boost.objects.filter(post=post_id).order_by().values("booster")


def voters_of(post_id: int) -> Ids:
    return Vote.objects.filter(option__poll__post=post_id).order_by().values("profile").distinct()


def muters_of_thread(thread: int) -> Ids:
    return ThreadMute.objects.filter(thread=thread).order_by().values("profile")


def threads_muted(viewer_id: int) -> Ids:
    return ThreadMute.objects.filter(profile=viewer_id).order_by().values("thread")


def took_part(profile_id: int, thread: int) -> bool:
    """She said something in that conversation herself."""
    return Post.objects.filter(author=profile_id, thread=thread).exists()
