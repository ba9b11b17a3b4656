"""A worker looks for faces and writing in a picture before it goes with a post.

What is written there is looked at and forgotten: where it is and what kind it may be of is kept.
"""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.db import transaction
from PIL import Image

from corridor.algorithms import picture_details
from corridor.algorithms.patient_details import ASK, NOTE
from corridor.kernel import moving_pictures
from corridor.posts import finders
from corridor.posts.choices import MediaKind, MediaState
from corridor.posts.models import Attachment, PictureDetail

if TYPE_CHECKING:
    from corridor.people.models import Profile

logger = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=10)
"""Afterwards nobody has looked, and its owner is asked to."""
MOST = 150
MARGIN = 0.15
"""Of a face, on each side."""
FRAMES = 8
"""Of a video: what is seen between them is not looked at, and its owner is told so."""
FAILED = (
    finders.ModelIsAnother,
    finders.NetFailed,
    moving_pictures.NotAMovingPicture,
    moving_pictures.MovingPictureTooLarge,
    OSError,
    MemoryError,
)


def is_being_looked_at(attachment: Attachment, *, now: datetime) -> bool:
    return attachment.look_asked_at is not None and now - attachment.look_asked_at < PATIENCE


def look_at_picture(attachment_id: int) -> None:
    """In place of what was found before. What cannot be looked at is left to its owner."""
    found = Attachment.objects.select_related("owner__account")
    attachment = found.filter(pk=attachment_id, state=MediaState.READY).first()
    if attachment is None or attachment.kind == MediaKind.AUDIO:
        return
    try:
        seen = _seen(attachment)
    except FAILED as failed:
        logger.warning("Nobody could look at picture %s: %s", attachment_id, type(failed).__name__)
        seen = finders.Seen(faces=None, written=None)
    _keep(attachment, seen)


def _seen(attachment: Attachment) -> finders.Seen:
    if attachment.kind == MediaKind.IMAGE:
        with attachment.file.open("rb") as file, Image.open(file, formats=["WEBP"]) as picture:
            return finders.look(picture)
    return _together(list(_seen_in_frames(attachment)))


def _seen_in_frames(attachment: Attachment) -> Iterator[finders.Seen]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        video = folder / "video"
        with attachment.file.open("rb") as file, video.open("wb") as copy:
            copyfileobj(file, copy)
        for frame in moving_pictures.frames(
            video, folder, most=FRAMES, seconds=attachment.seconds or 0
        ):
            with Image.open(frame, formats=["PNG"]) as picture:
                yield finders.look(picture)


def _together(several: Sequence[finders.Seen]) -> finders.Seen:
    """As many faces as in the frame that has most; each line once."""
    faces = [one.faces for one in several if one.faces is not None]
    written = [one.written for one in several if one.written is not None]
    lines = {line.text: line for found in written for line in found}
    return finders.Seen(
        faces=max(faces, key=len) if faces else None,
        written=list(lines.values()) if written else None,
    )


@transaction.atomic
def _keep(attachment: Attachment, seen: finders.Seen) -> None:
    """If it is still there, and still shows what was looked at."""
    same = Attachment.objects.select_for_update().filter(
        pk=attachment.pk, file=attachment.file.name
    )
    if not same.update(
        look_asked_at=None,
        looked_for_faces=seen.faces is not None,
        looked_for_writing=seen.written is not None,
    ):
        return
    PictureDetail.objects.filter(attachment=attachment).delete()
    details = [*_faces(attachment, seen), *_writing(attachment, seen)]
    PictureDetail.objects.bulk_create(details[:MOST])


def own_names(owner: "Profile") -> frozenset[str]:
    """That may stand in pictures of hers."""
    return frozenset({owner.display_name, owner.handle, owner.account.email})


def _faces(attachment: Attachment, seen: finders.Seen) -> Iterator[PictureDetail]:
    for face in seen.faces or ():
        yield PictureDetail(
            attachment=attachment,
            kind=picture_details.FACE,
            alone=NOTE,
            beside_patient=ASK,
            **_with_margin(face),
        )


def _with_margin(face: finders.FaceBox) -> dict[str, float]:
    """Hair and ears are known as well."""
    across, down = MARGIN * (face.right - face.left), MARGIN * (face.bottom - face.top)
    return {
        "left": max(0.0, face.left - across),
        "top": max(0.0, face.top - down),
        "right": min(1.0, face.right + across),
        "bottom": min(1.0, face.bottom + down),
    }


def _writing(attachment: Attachment, seen: finders.Seen) -> Iterator[PictureDetail]:
    lines = seen.written or ()
    own = own_names(attachment.owner)
    for one in picture_details.details([line.text for line in lines], own=own):
        line = lines[one.line]
        yield PictureDetail(
            attachment=attachment,
            kind=one.kind,
            alone=one.alone,
            beside_patient=one.beside_patient,
            left=line.left,
            top=line.top,
            right=line.right,
            bottom=line.bottom,
        )
