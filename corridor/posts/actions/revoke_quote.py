"""Somebody does not want her words shown in a post that quotes them."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from corridor.kernel import events
from corridor.posts import policies
from corridor.posts.actions.delete_post import NotYourPost
from corridor.posts.choices import Quoters
from corridor.posts.events import PostChanged
from corridor.posts.models import Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotQuoted(Exception):
    """That post does not quote it, or not any more."""


@transaction.atomic
def revoke_quote(*, post: Post, quoting: Post, by: "Profile") -> None:
    """Raises NotYourPost or NotQuoted."""
    if not policies.owns(by, post):
        raise NotYourPost
    if not Post.objects.filter(pk=quoting.pk, quotes=post, is_quote_revoked=False).update(
        is_quote_revoked=True
    ):
        raise NotQuoted

    Post.objects.filter(pk=post.pk, quote_count__gt=0).update(quote_count=F("quote_count") - 1)
    events.publish(PostChanged(post_id=quoting.pk, is_edit=False))


@transaction.atomic
def detach_quote(post_id: int) -> None:
    """A stranger quotes somebody whose shield is up: her words are not shown there for now."""
    quoting = Post.objects.filter(pk=post_id, is_quote_revoked=False)
    if quoting.update(is_quote_revoked=True):
        Post.objects.filter(quoted_by=post_id, quote_count__gt=0).update(
            quote_count=F("quote_count") - 1
        )
        events.publish(PostChanged(post_id=post_id, is_edit=False))


@transaction.atomic
def show_quote_again(*, quoting: Post, by: "Profile") -> None:
    """Of a post of hers, where it was revoked. Raises NotQuoted."""
    revoked = Post.objects.filter(pk=quoting.pk, quotes__author=by, is_quote_revoked=True)
    if not revoked.update(is_quote_revoked=False):
        raise NotQuoted

    Post.objects.filter(quoted_by=quoting.pk).update(quote_count=F("quote_count") + 1)
    events.publish(PostChanged(post_id=quoting.pk, is_edit=False))


def choose_quoters(*, post: Post, quoters: Quoters, by: "Profile") -> None:
    """Who may quote it from now on. Raises NotYourPost."""
    if not policies.owns(by, post):
        raise NotYourPost

    post.quoters = quoters
    post.save(update_fields=["quoters"])
    events.publish(PostChanged(post_id=post.pk, is_edit=False))
