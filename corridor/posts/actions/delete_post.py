"""Somebody takes back what she said, or it ends by itself.

A deleted post is no row of any table any more, so that nothing can show it by mistake; what it
was lies sealed for as long as she may want it back.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.posts import policies
from corridor.posts.actions.counts import count_one_less
from corridor.posts.actions.figures import count_boosts, uncount_posts
from corridor.posts.actions.forget_files import forget_files
from corridor.posts.actions.move_files import seal_off_files
from corridor.posts.actions.written_down import written_down
from corridor.posts.events import PostDeleted
from corridor.posts.models import (
    Addressee,
    Attachment,
    Boost,
    DeletedPost,
    Post,
    TimelineEntry,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile

COMES_BACK = timedelta(days=30)
MOST_AT_ONCE = 200
MOST_TOLD = 2000
"""Readers who hear at once that it is gone; the others see so when they look again."""


class NotYourPost(Exception):
    """Only its author may do that."""


@transaction.atomic
def delete_post(*, post: Post, by: "Profile", now: datetime, for_good: bool = False) -> None:
    """With its boosts, kudos and pictures; what was said in reply stays.

    Its author can bring it back for a while, but for what goes `for_good`. Raises NotYourPost.
    """
    # Held: a worker may be writing it into home timelines.
    held = Post.objects.select_for_update().filter(pk=post.pk).order_by().first()
    if held is None or not policies.owns(by, held):
        raise NotYourPost

    if not for_good:
        _keep(held, now)
    delete_for_good(held)


def _keep(post: Post, now: datetime) -> None:
    seal_off_files(post)
    pictures = Attachment.objects.filter(post=post)
    ends_at = post.expires_at or now + COMES_BACK
    kept = DeletedPost(
        id=post.pk, author_id=post.author_id, at=now, until=min(ends_at, now + COMES_BACK)
    )
    ids = list(pictures.values_list("pk", flat=True))
    pictures.update(post=None)
    kept.content = written_down(post)
    kept.save(force_insert=True)
    kept.attachments.set(ids)


@transaction.atomic
def remove_posts(ids: Iterable[int], *, by: "Profile") -> None:
    """For good. Those of them that are gone already, or somebody else's, are passed over."""
    own = Post.objects.select_for_update().filter(pk__in=list(ids), author=by)
    for held in own.order_by("pk"):
        delete_for_good(held)


def remove_expired(*, now: datetime) -> int:
    """Stories and posts whose time is over; answers how many."""
    over = Post.objects.filter(expires_at__lte=now).order_by("expires_at", "pk")
    ids = list(over.values_list("pk", flat=True)[:MOST_AT_ONCE])
    return sum(_remove_if_over(pk, now) for pk in ids)


@transaction.atomic
def _remove_if_over(post_id: int, now: datetime) -> bool:
    post = Post.objects.select_for_update().filter(pk=post_id, expires_at__lte=now).first()
    if post is None:
        return False
    delete_for_good(post)
    return True


def delete_for_good(post: Post) -> None:
    """Nothing of it is kept here. Its row is held."""
    boosters = Boost.objects.filter(post=post).order_by().values_list("booster", flat=True)
    count_boosts(boosters, change=-1)
    uncount_posts(post.author_id)
    if not post.is_held and post.in_reply_to_id is not None:
        count_one_less("reply_count", post.in_reply_to_id)
    if post.quotes_id is not None and not post.is_quote_revoked:
        count_one_less("quote_count", post.quotes_id)
    forget_files(Attachment.objects.filter(post=post))
    number, author_id = post.pk, post.author_id
    reader_ids = readers_of(post)
    post.delete()
    events.publish(PostDeleted(post_id=number, author_id=author_id, reader_ids=reader_ids))


def readers_of(post: Post) -> list[int] | None:
    """Who has it; None where it is for everybody."""
    if post.is_open and not post.is_held:
        return None
    entries = TimelineEntry.objects.filter(post=post).order_by("profile")
    named = Addressee.objects.filter(post=post).order_by("profile")
    kept = {post.author_id, *entries.values_list("profile", flat=True)[:MOST_TOLD]}
    return sorted(kept | set(named.values_list("profile", flat=True)))
