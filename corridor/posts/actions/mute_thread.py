"""Somebody wants to hear no more of a conversation."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.posts.models import Post, ThreadMute

if TYPE_CHECKING:
    from corridor.people.models import Profile


def mute_thread(*, post: Post, by: "Profile", now: datetime) -> None:
    """That a post which she may read belongs to. Twice is once."""
    ThreadMute.objects.get_or_create(profile=by, thread=post.thread, defaults={"at": now})


def unmute_thread(*, post: Post, by: "Profile") -> None:
    """What is not muted is as good as unmuted: apps ask twice."""
    ThreadMute.objects.filter(profile=by, thread=post.thread).delete()
