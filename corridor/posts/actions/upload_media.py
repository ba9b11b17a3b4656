"""Somebody sends a picture, sound or video for a post.

What it is, is read from its content, never from its name. A picture is made anew at once; sound
and video wait for `make_media_ready`.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction

from corridor.algorithms import dicom
from corridor.kernel import events, moving_pictures
from corridor.kernel.ids import new_id
from corridor.kernel.pictures import MOST_BYTES_OF_POSTS, FittedPictures, fitted_pictures
from corridor.people.medical_images import refuse_dicom
from corridor.posts import finders
from corridor.posts.actions.attach_media import UnknownAttachment
from corridor.posts.actions.describe_media import checked_alt, checked_focus
from corridor.posts.actions.figures import figures_locked
from corridor.posts.actions.forget_files import forget_files
from corridor.posts.choices import MediaKind, MediaState
from corridor.posts.events import MediaReceived, PictureReceived
from corridor.posts.models import Attachment

if TYPE_CHECKING:
    from corridor.people.models import Profile

FOLDER = "posts"
MOST_UNUSED = 60
SOUND = {"mp3", "wav", "flac", "aac"}


class TooManyUploads(Exception):
    """Sixty go with no post yet; those of yesterday make room."""


class AttachmentInUse(Exception):
    """It goes with a post, and is taken out by editing that."""


@dataclass(frozen=True, kw_only=True)
class Upload:
    file: "File[Any]"
    alt: str = ""
    focus: tuple[float, float] = (0, 0)


def upload_media(upload: Upload, *, by: "Profile", now: datetime) -> Attachment:
    """Raises IsDicom, NotAPicture, PictureTooLarge, MovingPictureTooLarge, CannotMakeAnew,
    TooManyUploads, or what `describe_media` raises.
    """
    facts: dict[str, Any] = {"alt": checked_alt(upload.alt)}
    facts["focus_x"], facts["focus_y"] = checked_focus(upload.focus)
    head = _head(upload.file)
    container = moving_pictures.container_of(head)
    if container in {None, "gif"}:
        facts |= _picture(upload.file, is_animation=container == "gif")
    else:
        facts |= _waiting(upload.file, MediaKind.AUDIO if container in SOUND else MediaKind.VIDEO)
    return _keep(facts, by, now)


@transaction.atomic
def delete_media(*, attachment: Attachment, by: "Profile") -> None:
    """Raises UnknownAttachment or AttachmentInUse."""
    mine = Attachment.objects.select_for_update().filter(pk=attachment.pk, owner=by)
    found = mine.first()
    if found is None:
        raise UnknownAttachment
    if found.post_id is not None:
        raise AttachmentInUse

    forget_files([found])
    found.delete()


def picture_facts(made: FittedPictures) -> dict[str, Any]:
    """Files are kept, and named so that nobody guesses them."""
    name = new_name()
    return {
        "file": default_storage.save(f"{name}.webp", ContentFile(made.full.file)),
        "width": made.full.width,
        "height": made.full.height,
        **preview_facts(made, name),
    }


def preview_facts(made: FittedPictures, name: str) -> dict[str, Any]:
    return {
        "preview": default_storage.save(f"{name}-small.webp", ContentFile(made.preview.file)),
        "preview_width": made.preview.width,
        "preview_height": made.preview.height,
        "blurhash": made.blurhash,
    }


def new_name() -> str:
    return f"{FOLDER}/{secrets.token_hex(16)}"


def _head(file: "File[Any]") -> bytes:
    """Raises IsDicom."""
    head: bytes = file.read(dicom.HEAD)
    file.seek(0)
    if head.startswith(dicom.ZIP):
        looked_at = file.read(moving_pictures.MOST_BYTES)
        file.seek(0)
    else:
        looked_at = head
    refuse_dicom(looked_at)
    return head


def _picture(file: "File[Any]", *, is_animation: bool) -> dict[str, Any]:
    made = fitted_pictures(file.read(MOST_BYTES_OF_POSTS + 1))
    if is_animation and made.is_moving and moving_pictures.can_make_anew():
        file.seek(0)
        return _waiting(file, MediaKind.MOVING)
    return {
        "kind": MediaKind.IMAGE,
        "state": MediaState.READY,
        **picture_facts(made),
    }


def _waiting(file: "File[Any]", kind: MediaKind) -> dict[str, Any]:
    if not moving_pictures.can_make_anew():
        raise moving_pictures.CannotMakeAnew
    if file.size > moving_pictures.MOST_BYTES:
        raise moving_pictures.MovingPictureTooLarge
    # Nothing is served from there: no address leads to a name without an ending.
    kept = default_storage.save(f"{FOLDER}/waiting/{secrets.token_hex(16)}", file)
    return {"kind": kind, "state": MediaState.WAITING, "file": kept}


@transaction.atomic
def _keep(facts: dict[str, Any], by: "Profile", now: datetime) -> Attachment:
    figures_locked(by.pk)
    kept = Attachment(id=new_id(now), owner=by, at=now, **facts)
    if kept.kind == MediaKind.IMAGE and finders.can_look():
        kept.look_asked_at = now
    if Attachment.objects.filter(owner=by, post=None).count() >= MOST_UNUSED:
        for file in (kept.file, kept.preview):
            if file.name:
                default_storage.delete(file.name)
        raise TooManyUploads
    kept.save(force_insert=True)
    if kept.state == MediaState.WAITING:
        events.publish(MediaReceived(attachment_id=kept.pk))
    elif kept.look_asked_at is not None:
        events.publish(PictureReceived(attachment_id=kept.pk))
    return kept
