"""Moderators keep a post from everybody but its author, or give it back."""

from datetime import datetime

from django.db import transaction

from corridor.kernel import events
from corridor.posts.actions.counts import count_one_less, count_one_more
from corridor.posts.actions.delete_post import readers_of
from corridor.posts.actions.move_files import give_back_files, seal_off_files
from corridor.posts.events import PostChanged, PostWithheld
from corridor.posts.models import DeletedPost, Post


class PostGone(Exception):
    """It was deleted."""


class WithheldAlready(Exception):
    """Its author alone reads it as it is."""


class NotWithheld(Exception):
    """There is nothing to give back."""


@transaction.atomic
def withhold_post(post_id: int, *, now: datetime) -> None:
    """Its author goes on reading and may edit or delete it. Raises PostGone or WithheldAlready."""
    held = locked_post(post_id)
    if held.withheld_at is not None:
        raise WithheldAlready

    reader_ids = readers_of(held)
    if not held.is_held and held.in_reply_to_id is not None:
        count_one_less("reply_count", held.in_reply_to_id)
    held.waits_besides = held.is_held
    held.is_held = True
    held.withheld_at = now
    held.save(update_fields=["waits_besides", "is_held", "withheld_at"])
    seal_off_files(held)
    events.publish(PostWithheld(post_id=held.pk, author_id=held.author_id, reader_ids=reader_ids))


@transaction.atomic
def give_back_post(post_id: int) -> None:
    """As it was before. Raises PostGone or NotWithheld."""
    if _given_back_deleted(post_id):
        return
    held = locked_post(post_id)
    if held.withheld_at is None:
        raise NotWithheld

    held.is_held = held.waits_besides
    held.waits_besides = False
    held.withheld_at = None
    held.save(update_fields=["waits_besides", "is_held", "withheld_at"])
    give_back_files(held)
    if not held.is_held and held.in_reply_to_id is not None:
        count_one_more("reply_count", held.in_reply_to_id)
    events.publish(PostChanged(post_id=held.pk, is_edit=False))


def _given_back_deleted(post_id: int) -> bool:
    """Its author deleted it meanwhile: should she bring it back, it is not withheld."""
    kept = DeletedPost.objects.select_for_update().filter(pk=post_id).first()
    if kept is None:
        return False
    content = kept.content
    fields = content["rows"][0][0]["fields"]
    if fields["withheld_at"] is None:
        raise NotWithheld
    fields |= {"is_held": fields["waits_besides"], "waits_besides": False, "withheld_at": None}
    kept.content = content
    kept.save(update_fields=["sealed_content"])
    return True


def locked_post(post_id: int) -> Post:
    """Until the transaction ends. Raises PostGone."""
    held = Post.objects.select_for_update().filter(pk=post_id).first()
    if held is None:
        raise PostGone
    return held
