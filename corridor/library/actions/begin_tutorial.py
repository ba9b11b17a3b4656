"""Somebody begins to write: a tutorial, or a new version of one that is published."""

import re
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.library import policies
from corridor.library.models import LONGEST_TITLE, Part, Picture, Tutorial, Version
from corridor.library.policies import MOST_PARTS

if TYPE_CHECKING:
    from corridor.people.models import Profile

CUT = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
"""A line that Markdown draws across the page begins the next part."""


class NotYourTutorial(Exception):
    """Only its author may do that."""


@transaction.atomic
def begin_tutorial(*, title: str, text: str, by: "Profile", now: datetime) -> Tutorial:
    """`text` is cut into parts at lines of `---`; what is beyond the most stays in the last."""
    tutorial = Tutorial.objects.create(author=by)
    version = Version.objects.create(
        tutorial=tutorial, number=1, title=title.strip()[:LONGEST_TITLE], at=now
    )
    lines = text.replace("\r\n", "\n")  # as browsers end them
    pieces = [piece.strip() for piece in CUT.split(lines, maxsplit=MOST_PARTS - 1)]
    kept = [piece for piece in pieces if piece] or [""]
    Part.objects.bulk_create(
        Part(version=version, position=place, text=piece) for place, piece in enumerate(kept)
    )
    return tutorial


@transaction.atomic
def begin_version(*, tutorial: Tutorial, by: "Profile", now: datetime) -> Version:
    """What readers see, to be changed; the one that is begun already where there is one.

    Raises NotYourTutorial.
    """
    if not policies.owns(by, tutorial):
        raise NotYourTutorial
    held = Tutorial.objects.select_for_update().get(pk=tutorial.pk)
    newest = Version.objects.filter(tutorial=held).order_by("-number").first()
    if newest is None or newest.published_at is None:
        return newest or Version.objects.create(tutorial=held, number=1, at=now)

    version = Version.objects.create(
        tutorial=held,
        number=newest.number + 1,
        title=newest.title,
        summary=newest.summary,
        language=newest.language,
        at=now,
    )
    for part in newest.parts.order_by("position", "pk"):
        _copy(part, version)
    return version


def _copy(part: Part, version: Version) -> None:
    pictures = list(part.pictures.values_list("attachment", flat=True))
    copied = Part.objects.create(
        version=version,
        position=part.position,
        text=part.text,
        answers=part.answers,
        is_reveal=part.is_reveal,
        post_id=part.post_id,
    )
    Picture.objects.bulk_create(Picture(part=copied, attachment_id=one) for one in pictures)
