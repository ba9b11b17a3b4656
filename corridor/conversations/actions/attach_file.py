"""A picture or a PDF, made ready before it is sent. What it is, its first bytes say."""

import re
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.conversations.choices import MOST_FILE_BYTES, UNSENT_FOR, place_of_file
from corridor.conversations.events import PictureGiven
from corridor.conversations.models import AttachedFile
from corridor.kernel import events
from corridor.kernel.bare_pdf import BEGINNING, PdfIsBroken, PdfIsLocked, bare_pdf
from corridor.kernel.pictures import NotAPicture, PictureTooLarge, fitted_pictures
from corridor.kernel.rate_limits import is_within_limit_of
from corridor.posts.actions.look_elsewhere import forget_looks, look_elsewhere

if TYPE_CHECKING:
    from corridor.people.models import Profile

PDF, WEBP = "application/pdf", "image/webp"
LONGEST_NAME = 100
NOT_IN_NAMES = re.compile(r"[^\w.\- ]+")
MOST_A_DAY = 200
A_DAY = 24 * 60 * 60


__all__ = [
    "FileTooLarge",
    "NoPictureAndNoPdf",
    "PdfIsLocked",
    "TooManyFilesToday",
    "attach_file",
    "forget_unsent_files",
    "look_at_given_picture",
]


class NoPictureAndNoPdf(Exception):
    """Something else, or broken."""


class FileTooLarge(Exception):
    """More bytes or pixels than can be sent."""


class TooManyFilesToday(Exception):
    """More than anybody sends within a day."""


def attach_file(*, name: str, content: bytes, by: "Profile", now: datetime) -> AttachedFile:
    """A picture is drawn and a PDF written anew: where, when, by whom and with what is gone.

    Raises FileTooLarge, NoPictureAndNoPdf, PdfIsLocked or TooManyFilesToday.
    """
    if len(content) > MOST_FILE_BYTES:
        raise FileTooLarge
    if not is_within_limit_of(str(by.pk), "message-file", most=MOST_A_DAY, seconds=A_DAY):
        raise TooManyFilesToday
    made = AttachedFile(owner=by, at=now)
    if content.startswith(BEGINNING):
        _keep_pdf(made, content)
    else:
        _keep_picture(made, content)
    made.name = _clean(name, "pdf" if made.media_type == PDF else "webp")
    made.save()
    if made.is_picture:
        events.publish(PictureGiven(file_id=made.pk, owner_id=by.pk))
    return made


def look_at_given_picture(file_id: int) -> None:
    """For faces and writing; what is found is told to who gave it. One that is gone is left."""
    rows = AttachedFile.objects.filter(pk=file_id).exclude(owner=None)
    given = rows.select_related("owner__account").first()
    if given is not None and given.owner is not None:
        look_elsewhere(place_of_file(given.pk), given.content, of=given.owner)


def forget_unsent_files(*, now: datetime) -> int:
    """Given, and not sent within a day; how many."""
    unsent = AttachedFile.objects.filter(message=None, at__lt=now - UNSENT_FOR)
    forget_looks(place_of_file(pk) for pk in unsent.values_list("pk", flat=True))
    return unsent.delete()[0]


def _keep_pdf(made: AttachedFile, content: bytes) -> None:
    try:
        bare = bare_pdf(content)
    except PdfIsBroken as broken:
        raise NoPictureAndNoPdf from broken
    made.media_type = PDF
    made.keep(bare)


def _keep_picture(made: AttachedFile, content: bytes) -> None:
    try:
        full = fitted_pictures(content).full
    except NotAPicture as broken:
        raise NoPictureAndNoPdf from broken
    except PictureTooLarge as large:
        raise FileTooLarge from large
    made.media_type, made.width, made.height = WEBP, full.width, full.height
    made.keep(full.file)


def _clean(name: str, ending: str) -> str:
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or name
    clean = NOT_IN_NAMES.sub("_", stem).strip(" ._")[:LONGEST_NAME] or "file"
    return f"{clean}.{ending}"
