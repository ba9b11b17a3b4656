"""Somebody looks through her old posts: keeps them, or makes them quieter."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.posts import policies
from corridor.posts.actions.delete_post import NotYourPost
from corridor.posts.choices import Audience
from corridor.posts.events import PostChanged
from corridor.posts.models import LookedAt, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotNarrower(Exception):
    """Whoever could not read it before would read it then, or it is so already."""


@transaction.atomic
def keep_posts(
    posts: Iterable[Post], *, by: "Profile", now: datetime, for_good: bool = False
) -> None:
    """`for_good`: no rule of hers deletes them. Raises NotYourPost."""
    for post in posts:
        if not policies.owns(by, post):
            raise NotYourPost
        kept, _made = LookedAt.objects.get_or_create(post=post, defaults={"at": now})
        kept.at = now
        kept.is_kept = for_good or kept.is_kept
        kept.save(update_fields=["at", "is_kept"])


@transaction.atomic
def narrow_audience(*, post: Post, audience: Audience, by: "Profile", now: datetime) -> None:
    """Others who boosted or quoted it keep their own words. Raises NotYourPost or NotNarrower."""
    if not policies.owns(by, post):
        raise NotYourPost
    held = Post.objects.select_for_update().get(pk=post.pk)
    if audience not in policies.NARROWER.get(Audience(held.audience), ()):
        raise NotNarrower

    held.audience = audience
    held.save(update_fields=["audience"])
    keep_posts([held], by=by, now=now)
    events.publish(PostChanged(post_id=held.pk, is_edit=False))
