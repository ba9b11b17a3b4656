"""Somebody follows a hashtag: posts for everybody with it are in her home timeline."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.posts import fan_out
from corridor.posts.actions.tag_post import tag_of
from corridor.posts.models import Tag, TagFollow

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST = 200


class TooManyTags(Exception):
    """There are as many already as anybody reads."""


@transaction.atomic
def follow_tag(*, name: str, by: "Profile", now: datetime) -> Tag:
    """What was published lately with it is in her timeline at once. Twice is once.

    Raises NotATag or TooManyTags.
    """
    tag = tag_of(name)
    followed = TagFollow.objects.filter(profile=by)
    if followed.exclude(tag=tag).count() >= MOST:
        raise TooManyTags

    _, is_new = TagFollow.objects.get_or_create(profile=by, tag=tag, defaults={"at": now})
    if is_new:
        fan_out.write_recent_with(tag, reader_id=by.pk)
    return tag


@transaction.atomic
def unfollow_tag(*, name: str, by: "Profile") -> Tag:
    """What came to her timeline only by it leaves it. None is as good as ended: apps ask twice.

    Raises NotATag.
    """
    tag = tag_of(name)
    ended, _ = TagFollow.objects.filter(profile=by, tag=tag).delete()
    if ended:
        fan_out.remove_with(tag, reader_id=by.pk)
    return tag
