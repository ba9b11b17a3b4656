"""What nets find in pictures, where an operator installed some; without them nobody looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from corridor.algorithms.face_boxes import FaceBox
from corridor.posts.finders import faces, written
from corridor.posts.finders.nets import ModelIsAnother, NetFailed
from corridor.posts.finders.written import Written

__all__ = ["FaceBox", "ModelIsAnother", "NetFailed", "Seen", "Written", "can_look", "look"]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """None where nobody looked."""

    faces: Sequence[FaceBox] | None
    written: Sequence[Written] | None


def can_look() -> bool:
    """For faces or for writing."""
    return faces.can_find() or written.can_read()


def look(picture: Image.Image) -> Seen:
    """Raises ModelIsAnother or NetFailed."""
    return Seen(
        faces=faces.faces_in(picture) if faces.can_find() else None,
        written=written.written_in(picture) if written.can_read() else None,
    )
