"""Sound and video that were sent are made anew, so that every browser plays them."""

from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from corridor.kernel import events, moving_pictures
from corridor.kernel.pictures import NotAPicture, PictureTooLarge, fitted_pictures
from corridor.posts import finders
from corridor.posts.actions.upload_media import new_name, preview_facts
from corridor.posts.choices import MediaKind, MediaState
from corridor.posts.events import PictureReceived
from corridor.posts.models import Attachment

MOVING = {MediaKind.VIDEO, MediaKind.MOVING}
BROKEN = (
    moving_pictures.CannotMakeAnew,
    moving_pictures.MovingPictureTooLarge,
    moving_pictures.NotAMovingPicture,
    NotAPicture,
    PictureTooLarge,
)


def make_media_ready(attachment_id: int, *, now: datetime) -> None:
    """Once, whoever else tries meanwhile; what cannot be made anew is marked so."""
    waiting = Attachment.objects.filter(pk=attachment_id, state=MediaState.WAITING).first()
    if waiting is None:
        return
    sent = waiting.file.name or ""
    try:
        facts = _made(waiting)
    except BROKEN:
        facts = {"state": MediaState.FAILED, "file": ""}
    _keep(waiting, facts, now)
    default_storage.delete(sent)


def _made(waiting: Attachment) -> dict[str, Any]:
    """Facts of its files, which are kept."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        source, target, frame = folder / "sent", folder / "made", folder / "frame"
        with waiting.file.open("rb") as sent, source.open("wb") as copy:
            copyfileobj(sent, copy)
        moving = moving_pictures.make_anew(
            source, target, is_silent=waiting.kind == MediaKind.MOVING
        )
        shown = None
        if moving.is_video:
            moving_pictures.first_frame(target, frame)
            shown = fitted_pictures(frame.read_bytes())
        kept = new_name()
        facts = _facts(waiting, moving)
        ending = "mp4" if moving.is_video else "m4a"
        with target.open("rb") as made:
            facts["file"] = default_storage.save(f"{kept}.{ending}", File(made))
        return facts | (preview_facts(shown, kept) if shown is not None else {})


def _facts(waiting: Attachment, moving: moving_pictures.Moving) -> dict[str, Any]:
    seen = waiting.kind if waiting.kind == MediaKind.MOVING else MediaKind.VIDEO
    return {
        "state": MediaState.READY,
        "kind": seen if moving.is_video else MediaKind.AUDIO,
        "width": moving.width,
        "height": moving.height,
        "seconds": moving.seconds,
    }


@transaction.atomic
def _keep(waiting: Attachment, facts: dict[str, Any], now: datetime) -> None:
    """If it is still there and still waits; otherwise what was made has no owner."""
    if facts.get("kind") in MOVING and finders.can_look():
        facts["look_asked_at"] = now
    still = Attachment.objects.filter(pk=waiting.pk, state=MediaState.WAITING)
    if not still.update(**facts):
        for name in (facts["file"], facts.get("preview")):
            if name:
                default_storage.delete(name)
    elif "look_asked_at" in facts:
        events.publish(PictureReceived(attachment_id=waiting.pk))
