"""What was found in a picture, in words for its owner."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corridor.posts import actions, queries
from corridor.posts.choices import MediaKind, MediaState

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from corridor.posts.models import Attachment, PictureDetail, SeenElsewhere

    Looked = Attachment | SeenElsewhere

FACE, WRITING = "face", "writing"
KINDS = {
    FACE: gettext_lazy("A face"),
    WRITING: gettext_lazy("Writing"),
    "name": gettext_lazy("Possibly a name"),
    "initials": gettext_lazy("Possibly initials"),
    "mrn": gettext_lazy("Possibly a number of a record"),
    "birthday": gettext_lazy("Possibly a date of birth"),
    "date": gettext_lazy("A date"),
    "age": gettext_lazy("Possibly an age of 90 or more"),
    "place": gettext_lazy("Possibly a place"),
}
ANYTHING = gettext_lazy("Possibly a detail of a patient")


WAITING = gettext_lazy("It is being looked at for faces and writing, which takes a few seconds.")
NOBODY_LOOKED = gettext_lazy(
    "Nobody looked at it: this server cannot find faces or writing. Look for faces, names, numbers"
    " and days yourself, in its corners and in the background too."
)


@dataclass(frozen=True, kw_only=True)
class FoundKind:
    """Of something found, where it is not kept where it was."""

    kind: str
    beside_patient: str


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a picture was looked at."""

    sentence: str | Promise
    is_waiting: bool = False
    is_found: bool = False
    """Something that its owner should see."""


BEING_MADE = Look(
    sentence=gettext_lazy(
        "It is being made ready, which may take as long as it lasts. Say meanwhile what is in it;"
        " then it can be posted."
    ),
    is_waiting=True,
)
BROKEN = Look(
    sentence=gettext_lazy("It could not be read, or is too long: take it out and choose another."),
    is_found=True,
)


def kind_in_words(detail: "PictureDetail") -> str:
    return str(KINDS.get(detail.kind, ANYTHING))


def is_urgent(detail: "PictureDetail | FoundKind") -> bool:
    return detail.kind == FACE or detail.beside_patient != "note"


def look_of(attachment: "Attachment", *, now: datetime) -> Look:
    if attachment.state != MediaState.READY:
        return BEING_MADE if attachment.state == MediaState.WAITING else BROKEN
    if attachment.kind == MediaKind.AUDIO:
        words = _("Nobody listens to it here: hear it to its end for voices and names.")
        return Look(sentence=words)
    if attachment.kind != MediaKind.IMAGE:
        return _look_of_video(attachment, now)
    return _look_of_picture(attachment, now)


def _look_of_picture(attachment: "Attachment", now: datetime) -> Look:
    if actions.is_being_looked_at(attachment, now=now):
        return Look(sentence=str(WAITING), is_waiting=True)
    if not (attachment.looked_for_faces or attachment.looked_for_writing):
        return Look(sentence=str(NOBODY_LOOKED))
    details = queries.details_of_picture(attachment.pk, viewer_id=attachment.owner_id)
    return _found(attachment, list(details))


def look_elsewhere_of(place: str, *, viewer_id: int, now: datetime) -> Look:
    """Of a picture of hers that goes with no post."""
    return looks_elsewhere([place], viewer_id=viewer_id, now=now)[place]


def looks_elsewhere(
    places: "Collection[str]", *, viewer_id: int, now: datetime
) -> "Mapping[str, Look]":
    """In one query."""
    seen = queries.seen_elsewhere(places, viewer_id=viewer_id)
    return {place: _elsewhere(seen.get(place), now) for place in places}


def _elsewhere(seen: "SeenElsewhere | None", now: datetime) -> Look:
    if seen is not None and seen.is_being_looked_at(now=now):
        return Look(sentence=str(WAITING), is_waiting=True)
    if seen is None or not (seen.looked_for_faces or seen.looked_for_writing):
        return Look(sentence=str(NOBODY_LOOKED))
    details = [FoundKind(kind=kind, beside_patient=weight) for kind, weight in seen.kinds]
    return _found(seen, details)


def _look_of_video(attachment: "Attachment", now: datetime) -> Look:
    if actions.is_being_looked_at(attachment, now=now):
        return Look(sentence=str(WAITING), is_waiting=True)
    if not (attachment.looked_for_faces or attachment.looked_for_writing):
        words = _(
            "Nobody looks at videos here, or listens to them: go through it to its end for faces,"
            " voices, names and numbers."
        )
        return Look(sentence=words)
    details = list(queries.details_of_picture(attachment.pk, viewer_id=attachment.owner_id))
    found = _found(attachment, details)
    rest = _("Eight moments of it were looked at, and nobody listens: go through all of it.")
    return Look(sentence=f"{found.sentence} {rest}", is_found=found.is_found)


def _found(looked: "Looked", details: "Sequence[PictureDetail | FoundKind]") -> Look:
    said = [*_counted(details), *_not_looked_for(looked)]
    if not details:
        said.insert(0, _("Nothing was found in it. Look yourself, too."))
    return Look(sentence=" ".join(said), is_found=any(is_urgent(one) for one in details))


def _counted(details: "Sequence[PictureDetail | FoundKind]") -> list[str]:
    faces = sum(one.kind == FACE for one in details)
    serious = sum(is_urgent(one) and one.kind != FACE for one in details)
    writing = len(details) - faces - serious
    counts = (
        (faces, ngettext("%(n)s face.", "%(n)s faces.", faces)),
        (
            serious,
            ngettext(
                "%(n)s line that may lead to a patient.",
                "%(n)s lines that may lead to a patient.",
                serious,
            ),
        ),
        (writing, ngettext("%(n)s line of writing.", "%(n)s lines of writing.", writing)),
    )
    found = [words % {"n": number} for number, words in counts if number]
    return [_("Found:"), *found] if found else []


def _not_looked_for(looked: "Looked") -> list[str]:
    if not looked.looked_for_faces:
        return [_("Nobody looked for faces: this server cannot.")]
    if not looked.looked_for_writing:
        return [_("Nobody looked for writing: this server cannot.")]
    return []
