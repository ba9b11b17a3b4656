"""Pictures, sound and video go with a post."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from corridor.posts.actions.forget_files import forget_files
from corridor.posts.actions.look_at_picture import is_being_looked_at
from corridor.posts.actions.move_files import give_back_files, is_sealed_off, seal_off_files
from corridor.posts.choices import MediaKind, MediaState
from corridor.posts.models import Attachment, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST = 4


class UnknownAttachment(Exception):
    """It is not hers, or goes with another post already."""


class TooManyAttachments(Exception):
    """Four pictures, or one video or sound."""


class AttachmentNotReady(Exception):
    """It is still being made ready."""


class AttachmentBroken(Exception):
    """It could not be made ready, and never will."""


class PictureNotLookedAt(Exception):
    """A worker is still looking for faces and writing in it."""


def attach(post: Post, ids: Sequence[int], *, by: "Profile", now: datetime) -> list[Attachment]:
    """In this order; those that it has already may be among them.

    Raises UnknownAttachment, TooManyAttachments, AttachmentBroken, AttachmentNotReady or
    PictureNotLookedAt.
    """
    if not ids:
        return []
    free = Attachment.objects.filter(Q(post=None) | Q(post=post), pk__in=ids, owner=by)
    found = {one.pk: one for one in free.select_for_update()}
    if len(found) < len(set(ids)):
        raise UnknownAttachment
    _check_together(list(found.values()), now)
    for place, pk in enumerate(dict.fromkeys(ids)):
        Attachment.objects.filter(pk=pk).update(post=post, position=place)
    return list(found.values())


def place_files(post: Post, attached: Sequence[Attachment]) -> None:
    """Once nothing refuses the post: a file that was moved stays there, whatever is undone."""
    if not attached:
        return
    if post.withheld_at is not None:
        seal_off_files(post)
    elif any(is_sealed_off(one) for one in attached):  # of a post withheld or deleted before
        give_back_files(post)


def free_attachments(ids: Sequence[int], *, by: "Profile") -> list[Attachment]:
    """For what is written but not published. Raises UnknownAttachment or TooManyAttachments."""
    found = list(Attachment.objects.filter(pk__in=ids, owner=by, post=None))
    if len(found) < len(set(ids)):
        raise UnknownAttachment
    if len(found) > MOST:
        raise TooManyAttachments
    return found


def own_attachments(ids: Sequence[int], *, by: "Profile") -> list[Attachment]:
    """Of posts of hers, too. Raises UnknownAttachment."""
    found = list(Attachment.objects.filter(pk__in=ids, owner=by).order_by("pk"))
    if len(found) < len(set(ids)):
        raise UnknownAttachment
    return found


def detach_all_but(post: Post, ids: Sequence[int]) -> None:
    """Whoever takes a picture out of a post wants it gone."""
    left_out = Attachment.objects.filter(post=post).exclude(pk__in=ids)
    forget_files(left_out)
    left_out.delete()


def _check_together(attachments: Sequence[Attachment], now: datetime) -> None:
    is_mixed = any(one.kind != MediaKind.IMAGE for one in attachments) and len(attachments) > 1
    if is_mixed or len(attachments) > MOST:
        raise TooManyAttachments
    if any(one.state == MediaState.FAILED for one in attachments):
        raise AttachmentBroken
    if any(one.state != MediaState.READY for one in attachments):
        raise AttachmentNotReady
    if any(one.post_id is None and is_being_looked_at(one, now=now) for one in attachments):
        raise PictureNotLookedAt
