"""Who is a stranger to somebody: nothing ties the two, as far as people and posts know."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from corridor.kernel.compiled import Compiled
from corridor.people import queries as people
from corridor.people.choices import LetsThrough
from corridor.posts.models import Addressee, Post

if TYPE_CHECKING:
    from corridor.people.models import Shield

CALM = timedelta(days=1)
"""Whom she answered on the day before she raised her shield may be whom she raised it against."""
SLOW = timedelta(minutes=15)


def strangers_among(
    ids: Collection[int], *, to: int, now: datetime, before: datetime | None = None
) -> set[int]:
    """`before`: what she said to them later ties nobody."""
    strangers = set(ids) - {to}
    strangers -= people.tied_to(to, strangers, now=now)
    if strangers:
        strangers -= _spoken_to(to, strangers, before or now)
    return strangers


def kept_out_by(shield: "Shield", ids: Collection[int], *, now: datetime) -> set[int]:
    """Those of them whom a shield keeps from her."""
    before = shield.raised_at - CALM
    strangers = strangers_among(ids, to=shield.profile_id, now=now, before=before)
    if shield.lets_through == LetsThrough.VERIFIED:
        strangers -= people.verified_among(strangers, now=now)
    return strangers


def waits_behind_shield(author_id: int, post: Post, *, now: datetime) -> bool:
    """A reply of a stranger, or one too soon after another, while its author keeps a shield up."""
    shield = None if author_id == post.author_id else people.shield_of(post.author_id)
    if shield is None:
        return False
    if kept_out_by(shield, [author_id], now=now):
        return True
    return shield.is_slow and _replied_lately(author_id, to=post.author_id, now=now)


def _replied_lately(author_id: int, *, to: int, now: datetime) -> bool:
    replies = Post.objects.filter(author=author_id, in_reply_to_author=to, at__gt=now - SLOW)
    return replies.exists()


def _spoken_to(by: int, ids: Collection[int], before: datetime) -> set[int]:
    """To whom of them she replied, or whom she named."""
    replies = Post.objects.filter(author=by, in_reply_to_author__in=ids, at__lt=before)
    named = Addressee.objects.filter(profile__in=ids, post__author=by, post__at__lt=before)
    found = replies.order_by().values_list("in_reply_to_author")
    return {pk for (pk,) in found.union(named.order_by().values_list("profile"))}


def shields_met(post_id: int) -> set[int]:
    """Whose shield is up among those whom a post names, answers or quotes."""
    return {profile for (profile,) in _shields_met().rows({"post": post_id})}


@cache
def _shields_met() -> Compiled:
    """Begins at the shields, of which there are few."""

    def build(post: int) -> QuerySet[Any, Any]:
        named = Addressee.objects.filter(post=post, profile=OuterRef("profile"))
        spoken_to = Post.objects.filter(
            Q(in_reply_to_author=OuterRef("profile")) | Q(quotes__author=OuterRef("profile")),
            pk=post,
        )
        up = people.shields_up().filter(Exists(named.order_by()) | Exists(spoken_to.order_by()))
        return up.values_list("profile")

    return Compiled(build, post=int)
