"""A program may answer where anybody reads along and its author keeps nobody from replying."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.posts import policies
from corridor.posts.actions.publish_post import RepliesClosed
from corridor.posts.choices import Kind
from corridor.posts.models import Post
from corridor.posts.queries.ties import waits_behind_shield
from corridor.posts.queries.visibility import readable

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def hold_to_answer(post_id: int, *, by: "Profile", now: datetime) -> Post:
    """The post, locked so that nobody deletes or edits it before it is answered.

    Raises RepliesClosed: it is gone, a story, ends by itself, is hidden from visitors or from
    `by`, or a reply of hers would wait for its author.
    """
    post = Post.objects.select_for_update().filter(pk=post_id).first()
    if post is None or not _is_for_everybody(post, now) or not _may_answer(by, post, now):
        raise RepliesClosed
    return post


def _is_for_everybody(post: Post, now: datetime) -> bool:
    is_lasting = post.kind != Kind.STORY and post.expires_at is None
    return is_lasting and readable(None, now=now).filter(pk=post.pk).exists()


def _may_answer(by: "Profile", post: Post, now: datetime) -> bool:
    return (
        readable(by.pk, now=now).filter(pk=post.pk).exists()
        and policies.replies_at_once(by, post, now=now)
        and not waits_behind_shield(by.pk, post, now=now)
    )
