"""The author of a post says whether a reply from outside her circle stands under it."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.posts.actions.publish_post import let_through
from corridor.posts.models import Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotWaiting(Exception):
    """It is no reply to a post of hers that waits for her."""


@transaction.atomic
def let_reply_through(*, reply: Post, by: "Profile") -> None:
    """One that was refused may be let through later. Raises NotWaiting."""
    held = _held(reply, by)

    held.is_held = False
    held.is_behind_shield = False
    held.refused_at = None
    held.save(update_fields=["is_held", "is_behind_shield", "refused_at"])
    let_through(held)


@transaction.atomic
def refuse_reply(*, reply: Post, by: "Profile", now: datetime) -> None:
    """Only the two of them read it, and it waits no longer. Raises NotWaiting."""
    held = _held(reply, by)
    if held.refused_at is not None:
        raise NotWaiting

    held.refused_at = now
    held.save(update_fields=["refused_at"])


def let_reply_wait(reply_id: int) -> None:
    """One that was refused is neither let through nor refused any more."""
    Post.objects.filter(pk=reply_id, is_held=True).update(refused_at=None)


def _held(reply: Post, by: "Profile") -> Post:
    waiting = Post.objects.select_for_update(of=("self",)).filter(
        in_reply_to__author=by, is_held=True, withheld_at=None
    )
    held = waiting.filter(pk=reply.pk).first()
    if held is None:
        raise NotWaiting
    return held
