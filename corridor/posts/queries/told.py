"""Whom news of a post concerns: not asked who is looking, so not for pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import F, OuterRef, QuerySet

from corridor.kernel.compiled import Compiled, CompiledRows
from corridor.people import queries as people
from corridor.posts.choices import Addressing
from corridor.posts.models import (
    Addressee,
    Boost,
    Post,
    ThreadMute,
    TimelineEntry,
    Vote,
)
from corridor.posts.queries.visibility import readable

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
    is_behind_shield: bool
    replies_to: int | None
    """Whose post it replies to."""
    quoted: int | None
    """Whose post it quotes."""
    has_bell: bool
    """Somebody wants to be told of each new post of its author."""


def facts_of(post_id: int) -> Facts:
    """Raises Post.DoesNotExist."""
    found = _facts().told(post=post_id)
    if not found:
        raise Post.DoesNotExist
    return Facts(**dict(zip(FACTS, found[0], strict=True)))


FACTS: Mapping[str, Any] = {
    "post_id": F("pk"),
    "author_id": F("author"),
    "audience": F("audience"),
    "thread": F("thread"),
    "at": F("at"),
    "edited_at": F("edited_at"),
    "poll_closed_at": F("poll__closed_at"),
    "is_held": F("is_held"),
    "is_behind_shield": F("is_behind_shield"),
    "replies_to": F("in_reply_to_author"),
    "quoted": F("quotes__author"),
    "has_bell": people.has_bell(OuterRef("author")),
}


@cache
def _facts() -> CompiledRows:
    def build(post: int) -> Ids:
        told = {f"_{name}": what for name, what in FACTS.items()}
        return Post.objects.filter(pk=post).order_by().annotate(**told).values_list(*told)

    return CompiledRows(build, post=int)


def ids_named_in(post_id: int) -> set[int]:
    return {profile for (profile,) in _named().rows({"post": post_id})}


@cache
def _named() -> Compiled:
    def build(post: int) -> Ids:
        return named_in(post).values_list("profile")

    return Compiled(build, post=int)


def is_there_for(profile_id: int, post_id: int, *, now: datetime) -> bool:
    """She may read it."""
    return bool(_there().rows({"viewer": profile_id, "post": post_id, "now": now}))


@cache
def _there() -> Compiled:
    def build(viewer: int, post: int, now: datetime) -> Ids:
        return readable(viewer, now=now).filter(pk=post).order_by().values_list("pk")

    return Compiled(build, viewer=int, post=int, now=datetime)


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
