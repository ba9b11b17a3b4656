"""Kudos, which the author hears of, and bookmarks, which nobody hears of."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.kernel.compiled import Compiled, Insert, Statement, deleting
from corridor.posts.actions.counts import count_one_less, count_one_more
from corridor.posts.events import KudosGiven, KudosTakenBack
from corridor.posts.models import Bookmark, Kudos, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


_kudos = Insert(Kudos, unless_there=True)
_bookmarks = Insert(Bookmark, unless_there=True)


@transaction.atomic
def give_kudos(*, post: Post, by: "Profile", now: datetime) -> None:
    """For a post that she may read. Twice is once."""
    if _kudos.write([Kudos(profile=by, post=post, at=now)]):
        count_one_more("kudos_count", post.pk)
        events.publish(KudosGiven(post_id=post.pk, profile_id=by.pk, at=now))


@transaction.atomic
def take_back_kudos(*, post: Post, by: "Profile") -> None:
    """Nothing to take back is as good as taken back: apps ask twice."""
    if _no_kudos().run(profile=by.pk, post=post.pk):
        count_one_less("kudos_count", post.pk)
        events.publish(KudosTakenBack(post_id=post.pk, profile_id=by.pk))


def bookmark_post(*, post: Post, by: "Profile", now: datetime) -> None:
    """A post that she may read. Twice is once."""
    _bookmarks.write([Bookmark(profile=by, post=post, at=now)])


def remove_bookmark(*, post: Post, by: "Profile") -> None:
    """None is as good as removed: apps ask twice."""
    _no_bookmark().run(profile=by.pk, post=post.pk)


@cache
def _no_kudos() -> Compiled:
    def build(profile: int, post: int) -> Statement:
        return deleting(Kudos.objects.filter(profile=profile, post=post))

    return Compiled(build, profile=int, post=int)


@cache
def _no_bookmark() -> Compiled:
    def build(profile: int, post: int) -> Statement:
        return deleting(Bookmark.objects.filter(profile=profile, post=post))

    return Compiled(build, profile=int, post=int)
