"""What was typed is kept, whether it can be published or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.library import policies
from corridor.library.actions.begin_tutorial import NotYourTutorial
from corridor.library.models import (
    LONGEST_CHANGE,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    Part,
    Tutorial,
    Version,
)
from corridor.posts.choices import Audience

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_PART = 10_000
AUDIENCES = (Audience.PUBLIC, Audience.QUIET, Audience.FOLLOWERS, Audience.VERIFIED)


class VersionIsPublished(Exception):
    """Others read and cite it: it is not changed any more, a new one is begun."""


@dataclass(frozen=True, kw_only=True)
class PartWords:
    part_id: int
    text: str
    answers: str = ""
    is_reveal: bool = False


@dataclass(frozen=True, kw_only=True)
class Words:
    title: str = ""
    summary: str = ""
    language: str = ""
    change: str = ""
    audience: Audience = Audience.PUBLIC
    parts: Sequence[PartWords] = ()
    """Those that were typed; others stay as they were."""


@transaction.atomic
def keep_version(words: Words, *, version: Version, by: "Profile", now: datetime) -> Version:
    """What is longer than its field is cut. Raises NotYourTutorial or VersionIsPublished."""
    held = held_version(version, by=by)

    held.title = words.title.strip()[:LONGEST_TITLE]
    held.summary = " ".join(words.summary.split())[:LONGEST_SUMMARY]
    held.language = words.language
    held.change = " ".join(words.change.split())[:LONGEST_CHANGE]
    held.at = now
    held.save(update_fields=["title", "summary", "language", "change", "at"])
    if held.tutorial.published == 0 and words.audience in AUDIENCES:
        held.tutorial.audience = words.audience
        held.tutorial.save(update_fields=["audience"])
    parts = {part.pk: part for part in held.parts.all()}
    for one in words.parts:
        if one.part_id in parts:
            _keep(parts[one.part_id], one)
    return held


def held_version(version: Version, *, by: "Profile") -> Version:
    """Locked with its tutorial. Raises NotYourTutorial or VersionIsPublished."""
    Tutorial.objects.select_for_update().get(pk=version.tutorial_id)
    held = Version.objects.select_related("tutorial__author").get(pk=version.pk)
    if not policies.owns(by, held.tutorial):
        raise NotYourTutorial
    if not policies.can_change(by, held):
        raise VersionIsPublished
    return held


def _keep(part: Part, words: PartWords) -> None:
    part.text = words.text.replace("\r\n", "\n").strip()[:LONGEST_PART]
    if not policies.keeps_place(part):  # people voted for the answers as they were
        part.answers = words.answers.replace("\r\n", "\n").strip()[:LONGEST_PART]
        part.is_reveal = words.is_reveal
    part.save(update_fields=["text", "answers", "is_reveal"])
