"""What the line says, and the words it uses for it."""

import re
import unicodedata
from dataclasses import dataclass

from corridor.algorithms.hashtags import LETTERS

ROLES = ("mentor", "coach", "sponsor")
GIVES = {role: f"Willing to {role}" for role in ROLES}
SEEKS = {role: f"Seeking a {role}" for role in ROLES}
GIVES_TAGS = {role: f"#WillingTo{role.title()}" for role in ROLES}
SEEKS_TAGS = {role: f"#Seeking{role.title()}" for role in ROLES}
FULL = "No place now"
MOST_PLACES = 99
NOT_WRITTEN = re.compile(rf"[^{LETTERS}&'’+/ -]")
"""A full stop ends the list of topics and a comma a topic, so neither is in one."""


@dataclass(frozen=True, kw_only=True)
class Gives:
    role: str
    topics: tuple[str, ...] = ()
    places: int | None = None
    """None where the line does not say."""


@dataclass(frozen=True, kw_only=True)
class Seeks:
    role: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Line:
    """Each role once at most, in the order of `ROLES`."""

    gives: tuple[Gives, ...] = ()
    seeks: tuple[Seeks, ...] = ()
    tags: tuple[str, ...] = ()
    """Hashtags of interests, without the hash."""


def plain_topic(text: str) -> str:
    """A topic as the line can carry it."""
    normal = unicodedata.normalize("NFC", text).casefold()
    return " ".join(NOT_WRITTEN.sub(" ", normal).split())


def plain_topics(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topic for topic in map(plain_topic, texts) if topic))
