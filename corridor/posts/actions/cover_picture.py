"""Parts of a picture are made unrecognisable: in a new file, and the old one is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.kernel.pictures import Part, covered_pictures
from corridor.posts import finders
from corridor.posts.actions.attach_media import UnknownAttachment
from corridor.posts.actions.forget_files import forget_files
from corridor.posts.actions.move_files import is_sealed_off
from corridor.posts.actions.upload_media import picture_facts
from corridor.posts.choices import Covering, MediaKind, MediaState
from corridor.posts.events import PictureReceived, PostChanged
from corridor.posts.models import Attachment, PictureDetail

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST = 60
CHANGED = (*("file", "preview", "width", "height", "preview_width", "preview_height", "blurhash"),)
ENOUGH = 0.8
"""So much of what was found is covered where it counts as covered."""


class NothingToCover(Exception):
    """No part of it was named."""


class AreaOutside(Exception):
    """A part lies in the picture and has a width and a height; sixty at most."""


class CannotCover(Exception):
    """It is no picture, or moderators keep it from others."""


@dataclass(frozen=True, kw_only=True)
class Cover:
    attachment: int
    areas: Sequence[Part]
    manner: Covering = Covering.SOLID


@transaction.atomic
def cover_picture(cover: Cover, *, by: "Profile", now: datetime) -> Attachment:
    """Of a post that is published, too. Where somebody looks at pictures, it is looked at anew.

    Raises NothingToCover, AreaOutside, UnknownAttachment or CannotCover.
    """
    _check(cover.areas)
    found = Attachment.objects.select_for_update().filter(pk=cover.attachment, owner=by)
    attachment = found.first()
    if attachment is None:
        raise UnknownAttachment
    is_kept_from_others = attachment.post_id is not None and is_sealed_off(attachment)
    is_picture = attachment.kind == MediaKind.IMAGE and attachment.state == MediaState.READY
    if not is_picture or not attachment.file or is_kept_from_others:
        raise CannotCover

    forget_files([attachment])
    _make_anew(attachment, cover)
    _forget_details(attachment, cover.areas)
    attachment.look_asked_at = now if finders.can_look() else None
    attachment.save(update_fields=[*CHANGED, "look_asked_at"])
    if attachment.look_asked_at is not None:
        events.publish(PictureReceived(attachment_id=attachment.pk))
    if attachment.post_id is not None:
        events.publish(PostChanged(post_id=attachment.post_id, is_edit=False))
    return attachment


def _check(areas: Sequence[Part]) -> None:
    if not areas:
        raise NothingToCover
    if len(areas) > MOST:
        raise AreaOutside
    for left, top, right, bottom in areas:
        if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
            raise AreaOutside


def _make_anew(attachment: Attachment, cover: Cover) -> None:
    with attachment.file.open("rb") as file:
        before = file.read()
    is_blur = cover.manner == Covering.BLUR
    made = covered_pictures(
        before,
        solid=() if is_blur else cover.areas,
        blurred=cover.areas if is_blur else (),
    )
    for name, value in picture_facts(made).items():
        setattr(attachment, name, value)


def _forget_details(attachment: Attachment, areas: Sequence[Part]) -> None:
    """What was found there is there no more."""
    gone = [
        one.pk
        for one in PictureDetail.objects.filter(attachment=attachment).order_by("pk")
        if any(_covers(area, one) for area in areas)
    ]
    PictureDetail.objects.filter(pk__in=gone).delete()


def _covers(area: Part, detail: PictureDetail) -> bool:
    left, top, right, bottom = area
    wide = min(right, detail.right) - max(left, detail.left)
    high = min(bottom, detail.bottom) - max(top, detail.top)
    whole = (detail.right - detail.left) * (detail.bottom - detail.top)
    return wide > 0 and high > 0 and wide * high >= ENOUGH * whole
