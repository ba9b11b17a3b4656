"""A worker looks for faces and writing in pictures that go with no post, as in those that do.

The result is told to who gave the picture, and stops nothing: such a picture is hers to take away.
"""

import logging
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from PIL import Image

from corridor.algorithms import picture_details
from corridor.algorithms.patient_details import ASK
from corridor.people import queries as people
from corridor.posts import finders
from corridor.posts.actions.look_at_picture import FAILED, own_names
from corridor.posts.models import SeenElsewhere

if TYPE_CHECKING:
    from corridor.people.models import Profile

logger = logging.getLogger(__name__)


def ask_for_look(place: str, *, owner_id: int, now: datetime) -> bool:
    """What was found there before is forgotten. Whether a worker is to come: else nobody looks."""
    forget_looks([place])
    if not finders.can_look():
        return False
    SeenElsewhere.objects.create(place=place, owner_id=owner_id, asked_at=now)
    return True


def look_elsewhere(place: str, content: bytes, *, of: "Profile") -> None:
    """`content`: a picture that we drew anew. Nothing is kept of one that is gone meanwhile."""
    try:
        with Image.open(BytesIO(content), formats=["WEBP"]) as picture:
            seen = finders.look(picture)
    except FAILED as failed:
        logger.warning("Nobody could look at %s: %s", place, type(failed).__name__)
        seen = finders.Seen(faces=None, written=None)
    kept = SeenElsewhere.objects.filter(place=place, owner=of).exclude(asked_at=None).first()
    if kept is None:
        return
    kept.asked_at = None
    kept.looked_for_faces, kept.looked_for_writing = (
        seen.faces is not None,
        seen.written is not None,
    )
    lines = [one.text for one in seen.written or ()]
    written = picture_details.details(lines, own=own_names(of))
    kept.keep(
        [
            *((picture_details.FACE, ASK) for _face in seen.faces or ()),
            *((one.kind, one.beside_patient) for one in written),
        ]
    )
    kept.save(update_fields=["asked_at", "looked_for_faces", "looked_for_writing", "found"])


def place_of_photo(profile_id: int) -> str:
    return f"photo/{profile_id}"


def look_at_photo(profile_id: int) -> None:
    """Of somebody who may have left, or shown another one, meanwhile."""
    owner = people.profile_here(profile_id)
    name = owner.photo.name if owner is not None else None
    if owner is None or not name:
        return
    with default_storage.open(name) as file:
        look_elsewhere(place_of_photo(profile_id), file.read(), of=owner)


def forget_looks(places: Iterable[str]) -> None:
    SeenElsewhere.objects.filter(place__in=list(places)).delete()
