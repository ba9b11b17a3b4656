"""Finding the line in a bio, whether this program wrote it or a person did.

What comes out is a proposal: a person confirms it. Anything may be pasted, so every pattern looks
at one sentence and stops at its end.
"""

import re
import unicodedata
from collections.abc import Iterator

from corridor.algorithms.bio_line.words import (
    FULL,
    GIVES_TAGS,
    MOST_PLACES,
    ROLES,
    SEEKS_TAGS,
    Gives,
    Line,
    Seeks,
    plain_topics,
)
from corridor.algorithms.hashtags import HASHTAG, hashtags

LONGEST_BIO = 5_000
MOST_TOPICS = 30
MOST_TAGS = 30
ENDS = re.compile(r"[.!?;|·•\n]+")
WHO = r"(?P<role>mentor|coach|sponsor)"
GIVING = re.compile(
    rf"(?<!not )\b(?:willing|happy|open|available|glad) to {WHO}\b"
    rf"|\boffers? {WHO.replace('role', 'offered')}(?:ship|ing)\b"
)
SEEKING = re.compile(
    rf"(?<!not )\b(?:seeking|looking for|in search of|wants?) (?:an? |my )?{WHO}s?\b"
)
ROOM = re.compile(r"^(?P<places>\d{1,2}) places?$")
LIST = re.compile(r"^\s*(?::|\bin\b|\bon\b|\bfor\b|\bwith\b)(?P<topics>.*)$")
ELSEWHERE = {
    "opentomentor": ("gives", "mentor"),
    "mentorsavailable": ("gives", "mentor"),
    "mentoravailable": ("gives", "mentor"),
    "lookingformentor": ("seeks", "mentor"),
    "mentorwanted": ("seeks", "mentor"),
    "needamentor": ("seeks", "mentor"),
}
"""What people write where they have no line; small letters."""


def read_line(bio: str) -> Line:
    """Never refuses: of a bio that says nothing of the kind, an empty line."""
    text = unicodedata.normalize("NFC", bio[:LONGEST_BIO])
    gives: dict[str, Gives] = {}
    seeks: dict[str, Seeks] = {}
    for found in _said(HASHTAG.sub(" ", text).casefold()):
        if isinstance(found, Gives):
            gives.setdefault(found.role, found)
        else:
            seeks.setdefault(found.role, found)
    others = []
    for tag in hashtags(text)[:MOST_TAGS]:
        kind, role = _ROLE_OF.get(tag.casefold(), ("", ""))
        if kind == "gives":
            gives.setdefault(role, Gives(role=role))
        elif kind == "seeks":
            seeks.setdefault(role, Seeks(role=role))
        else:
            others.append(tag)
    return Line(
        gives=tuple(gives[role] for role in ROLES if role in gives),
        seeks=tuple(seeks[role] for role in ROLES if role in seeks),
        tags=tuple(others),
    )


def _said(text: str) -> Iterator[Gives | Seeks]:
    sentences = [sentence.strip() for sentence in ENDS.split(text)]
    for sentence, following in zip(sentences, [*sentences[1:], ""], strict=True):
        if giving := GIVING.search(sentence):
            yield Gives(
                role=giving["role"] or giving["offered"],
                topics=_topics(sentence[giving.end() :]),
                places=_places(following),
            )
        elif seeking := SEEKING.search(sentence):
            yield Seeks(role=seeking["role"], topics=_topics(sentence[seeking.end() :]))


def _topics(rest: str) -> tuple[str, ...]:
    listed = LIST.match(rest)
    if listed is None:
        return ()
    return plain_topics(tuple(listed["topics"].split(",")))[:MOST_TOPICS]


def _places(sentence: str) -> int | None:
    if sentence == FULL.casefold():
        return 0
    room = ROOM.match(sentence)
    return min(int(room["places"]), MOST_PLACES) if room else None


_ROLE_OF = ELSEWHERE | {
    tag.removeprefix("#").casefold(): (kind, role)
    for kind, tags in (("gives", GIVES_TAGS), ("seeks", SEEKS_TAGS))
    for role, tag in tags.items()
}
