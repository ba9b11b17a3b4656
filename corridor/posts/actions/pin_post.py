"""Somebody shows a post first on her profile."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.posts import policies
from corridor.posts.actions.delete_post import NotYourPost
from corridor.posts.actions.figures import figures_locked
from corridor.posts.choices import Audience
from corridor.posts.models import Pin, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST = 5


class CannotPin(Exception):
    """Only those named in it may read it, or it waits to be let through."""


class TooManyPins(Exception):
    """There are as many already as a profile shows."""


@transaction.atomic
def pin_post(*, post: Post, by: "Profile", now: datetime) -> None:
    """Twice is once. Raises NotYourPost, CannotPin or TooManyPins."""
    if not policies.owns(by, post):
        raise NotYourPost
    if post.audience == Audience.NAMED or post.is_held:
        raise CannotPin
    figures_locked(by.pk)  # two at once are not six together
    if Pin.objects.filter(post__author=by).exclude(post=post).count() >= MOST:
        raise TooManyPins

    Pin.objects.get_or_create(post=post, defaults={"at": now})


def unpin_post(*, post: Post, by: "Profile") -> None:
    """What is not pinned is as good as unpinned: apps ask twice. Raises NotYourPost."""
    if not policies.owns(by, post):
        raise NotYourPost

    Pin.objects.filter(post=post).delete()
