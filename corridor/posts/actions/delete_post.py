"""Somebody takes back what she said."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from corridor.kernel import events
from corridor.posts import policies
from corridor.posts.actions.figures import uncount_posts
from corridor.posts.events import PostDeleted
from corridor.posts.models import Boost, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotYourPost(Exception):
    """Only its author may do that."""


@transaction.atomic
def delete_post(*, post: Post, by: "Profile") -> None:
    """With its boosts, kudos and pictures; what was said in reply stays. Raises NotYourPost."""
    if not policies.owns(by, post):
        raise NotYourPost

    for booster in Boost.objects.filter(post=post).values_list("booster", flat=True):
        uncount_posts(booster)
    uncount_posts(post.author_id)
    if not post.is_held and post.in_reply_to_id is not None:
        Post.objects.filter(pk=post.in_reply_to_id, reply_count__gt=0).update(
            reply_count=F("reply_count") - 1
        )
    if post.quotes_id is not None:
        Post.objects.filter(pk=post.quotes_id, quote_count__gt=0).update(
            quote_count=F("quote_count") - 1
        )
    number, author_id = post.pk, post.author_id
    post.delete()
    events.publish(PostDeleted(post_id=number, author_id=author_id))
