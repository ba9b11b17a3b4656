"""Kudos, which the author hears of, and bookmarks, which nobody hears of."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from corridor.kernel import events
from corridor.posts.events import KudosGiven, KudosTakenBack
from corridor.posts.models import Bookmark, Kudos, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def give_kudos(*, post: Post, by: "Profile", now: datetime) -> None:
    """For a post that she may read. Twice is once."""
    _, is_new = Kudos.objects.get_or_create(profile=by, post=post, defaults={"at": now})
    if is_new:
        Post.objects.filter(pk=post.pk).update(kudos_count=F("kudos_count") + 1)
        events.publish(KudosGiven(post_id=post.pk, profile_id=by.pk))


@transaction.atomic
def take_back_kudos(*, post: Post, by: "Profile") -> None:
    """Nothing to take back is as good as taken back: apps ask twice."""
    gone, _ = Kudos.objects.filter(profile=by, post=post).delete()
    if gone:
        Post.objects.filter(pk=post.pk, kudos_count__gt=0).update(kudos_count=F("kudos_count") - 1)
        events.publish(KudosTakenBack(post_id=post.pk, profile_id=by.pk))


def bookmark_post(*, post: Post, by: "Profile", now: datetime) -> None:
    """A post that she may read. Twice is once."""
    Bookmark.objects.get_or_create(profile=by, post=post, defaults={"at": now})


def remove_bookmark(*, post: Post, by: "Profile") -> None:
    """None is as good as removed: apps ask twice."""
    Bookmark.objects.filter(profile=by, post=post).delete()
