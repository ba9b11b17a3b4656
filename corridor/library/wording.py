"""What a part of a tutorial becomes when it is published as a post."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.algorithms.references import with_addresses
from corridor.posts import markup

if TYPE_CHECKING:
    from corridor.library.models import Part

ANY_ADDRESS = "https://corridor.example/tutorials/any/"
"""Each counts as many characters as any other."""


@dataclass(frozen=True, kw_only=True)
class Place:
    number: int
    of: int
    page: str
    """Address of the tutorial as one page; the last post names it."""


def text_of(part: "Part", place: Place) -> str:
    """With its number, and with whole addresses for references, which other servers link."""
    said = [with_addresses(part.text.strip()), f"{place.number}/{place.of}"]
    if place.number == place.of:
        said.append(_("On one page: %(address)s") % {"address": place.page})
    return "\n\n".join(piece for piece in said if piece)


def note_of(part: "Part") -> str:
    """Covers the answer in apps as well, which know nothing of our covers."""
    return _("The answer: vote in the poll first") if part.is_reveal else ""


def answers_of(part: "Part") -> list[str]:
    return [line.strip() for line in part.answers.splitlines() if line.strip()]


def count_of(part: "Part", *, number: int, of: int) -> int:
    """Characters of its post, as `markup.length` counts."""
    place = Place(number=number, of=of, page=ANY_ADDRESS)
    return markup.length(text_of(part, place)) + len(note_of(part))


def counts_of(parts: Sequence["Part"]) -> list[int]:
    return [count_of(part, number=at, of=len(parts)) for at, part in enumerate(parts, start=1)]
