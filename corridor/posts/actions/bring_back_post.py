"""Somebody undoes a deletion, or has what she deleted forgotten before its time."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.posts import fan_out
from corridor.posts.actions.counts import count_one_more
from corridor.posts.actions.figures import count_boosts, count_post
from corridor.posts.actions.forget_files import remove_unused
from corridor.posts.actions.move_files import give_back_files
from corridor.posts.actions.tend_posts import keep_posts
from corridor.posts.actions.written_down import make_again
from corridor.posts.events import PostBroughtBack, PostChanged
from corridor.posts.models import Attachment, Boost, DeletedPost, DeletionRule, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


class GoneForGood(Exception):
    """Its time is over, she brought it back already, or it was never hers."""


@transaction.atomic
def bring_back_post(number: int, *, by: "Profile", now: datetime) -> Post:
    """As it was, with its replies, boosts and kudos; nobody is told anew. Raises GoneForGood."""
    kept = _held(number, by, now)
    make_again(kept.content)
    post = Post.objects.select_for_update().get(pk=kept.pk)
    _give_pictures(post, kept)
    kept.delete()
    _count(post)
    if not post.is_held:
        fan_out.write_whole(post)
    if DeletionRule.objects.filter(profile=by).exists():  # it might delete it again
        keep_posts([post], by=by, now=now, for_good=True)
    events.publish(PostChanged(post_id=post.pk, is_edit=False))
    events.publish(PostBroughtBack(post_id=post.pk))
    return post


@transaction.atomic
def forget_deleted(number: int, *, by: "Profile", now: datetime) -> None:
    """With its pictures. Raises GoneForGood."""
    _forget(_held(number, by, now))


@transaction.atomic
def keep_from_returning(number: int) -> None:
    """Moderators decided about it after it was deleted; nothing, where it was not."""
    for kept in DeletedPost.objects.select_for_update().filter(pk=number):
        _forget(kept)


def forget_deleted_with_words(text: str, *, by: int) -> None:
    """Of hers, in a transaction: it does not come back where the same words are pulled."""
    if not text.strip():
        return
    for kept in DeletedPost.objects.select_for_update().filter(author=by).order_by("pk"):
        if str(kept.said["text"]).strip() == text.strip():
            _forget(kept)


def forget_what_was_deleted(*, now: datetime) -> int:
    """What was deleted so long ago that it does not come back; answers how much.

    Its pictures go with what nobody uses.
    """
    gone, _ = DeletedPost.objects.filter(until__lte=now).delete()
    return gone


@transaction.atomic
def write_boosts_home(post_id: int) -> None:
    """Into the timelines of those who follow whoever passed on what is back."""
    post = Post.objects.select_for_update().filter(pk=post_id).first()
    if post is None or post.is_held:
        return
    for boost in Boost.objects.filter(post=post).select_related("post").order_by("pk"):
        fan_out.write_whole(boost)


def _held(number: int, by: "Profile", now: datetime) -> DeletedPost:
    rows = DeletedPost.objects.select_for_update().filter(pk=number, author=by, until__gt=now)
    kept = rows.first()
    if kept is None:
        raise GoneForGood
    return kept


def _forget(kept: DeletedPost) -> None:
    pictures = list(kept.attachments.values_list("pk", flat=True))
    kept.delete()
    remove_unused(Attachment.objects.filter(pk__in=pictures))


def _give_pictures(post: Post, kept: DeletedPost) -> None:
    """Those that she has not put into another post since."""
    kept.attachments.filter(post=None).update(post=post)
    if post.withheld_at is None:
        give_back_files(post)


def _count(post: Post) -> None:
    boosts = Boost.objects.filter(post=post).order_by()
    Post.objects.filter(pk=post.pk).update(
        reply_count=post.answers.filter(is_held=False).count(),
        boost_count=boosts.count(),
        kudos_count=post.kudos.count(),
        quote_count=post.quoted_by.filter(is_quote_revoked=False).count(),
    )
    count_post(post.author_id, at=post.at)
    count_boosts(boosts.values_list("booster", flat=True), change=1)
    if post.in_reply_to_id is not None and not post.is_held:
        count_one_more("reply_count", post.in_reply_to_id)
    if post.quotes_id is not None and not post.is_quote_revoked:
        count_one_more("quote_count", post.quotes_id)
