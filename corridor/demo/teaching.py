"""The demo's tutorials: written, published as threads, and voted in."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.posting import picture
from corridor.demo.tutorial_words import TAUGHT, Taught
from corridor.library import actions, queries
from corridor.library.actions import PartWords, Words
from corridor.posts import actions as posting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.library.models import Tutorial
    from corridor.library.queries import Outline
    from corridor.people.models import Profile

WRITTEN_IN = timedelta(hours=2)
VOTED_AFTER = timedelta(hours=5)
CUT = "\n\n---\n\n"


def teach(profiles: "Mapping[str, Profile]", voters: "Sequence[Profile]", *, now: datetime) -> None:
    """Each of the voters chooses one answer; there are more of them than votes."""
    for taught in TAUGHT:
        by, at = profiles[taught.who], now - timedelta(days=taught.days)
        tutorial = _publish(taught, by, at=at)
        others = [one for one in voters if one.pk != by.pk]
        _vote(taught, tutorial, others, at=at + VOTED_AFTER)


def _publish(taught: Taught, by: "Profile", *, at: datetime) -> "Tutorial":
    begun = at - WRITTEN_IN
    text = CUT.join(taught.parts)
    tutorial = actions.begin_tutorial(title=taught.title, text=text, by=by, now=begun)
    version = queries.own_version(tutorial.pk, viewer_id=by.pk)
    if version is None:
        raise LookupError(taught.title)
    parts = queries.outline(version)
    words = Words(
        title=taught.title,
        summary=taught.summary,
        language="en",
        parts=[_words(taught, one) for one in parts],
    )
    version = actions.keep_version(words, version=version, by=by, now=begun)
    for one in parts:
        if one.number in taught.pictures:
            attachment = picture(taught.pictures[one.number], by, at)
            actions.add_picture(part=one.part, attachment_id=attachment, by=by)
    return actions.publish_version(version=version, by=by, now=at)


def _words(taught: Taught, one: "Outline") -> PartWords:
    return PartWords(
        part_id=one.part.pk,
        text=one.part.text,
        answers=taught.answers.get(one.number, ""),
        is_reveal=one.number in taught.reveals,
    )


def _vote(
    taught: Taught, tutorial: "Tutorial", voters: "Sequence[Profile]", *, at: datetime
) -> None:
    read = queries.version_read(tutorial, 1, viewer_id=tutorial.author_id, now=at)
    for part in read.parts if read else ():
        if part.question is None:
            continue
        counts = taught.votes[part.number]
        choices = [answer for answer, count in enumerate(counts) for _ in range(count)]
        for by, choice in zip(voters, choices, strict=False):
            posting.vote(poll=part.question.poll, choices=[choice], by=by, now=at)
