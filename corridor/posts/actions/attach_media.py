"""Pictures, sound and video go with a post."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
    """It is still being made ready, or could not be."""


def attach(post: Post, ids: Sequence[int], *, by: "Profile") -> None:
    """In this order. Raises UnknownAttachment, TooManyAttachments or AttachmentNotReady."""
    if not ids:
        return
    found = {
        one.pk: one
        for one in Attachment.objects.select_for_update().filter(pk__in=ids, owner=by, post=None)
    }
    if len(found) < len(set(ids)):
        raise UnknownAttachment
    _check_together(list(found.values()))
    for place, pk in enumerate(dict.fromkeys(ids)):
        Attachment.objects.filter(pk=pk).update(post=post, position=place)


def _check_together(attachments: Sequence[Attachment]) -> None:
    is_mixed = any(one.kind != MediaKind.IMAGE for one in attachments) and len(attachments) > 1
    if is_mixed or len(attachments) > MOST:
        raise TooManyAttachments
    if any(one.state != MediaState.READY for one in attachments):
        raise AttachmentNotReady
