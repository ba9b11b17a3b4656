"""How tags and topics are written, so that the same word is the same everywhere."""

import unicodedata
from collections.abc import Iterable

LONGEST_TAG = 60
MOST_TAGS = 30


class TooManyTags(Exception):
    """More than anybody would read."""


class TagTooLong(Exception):
    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def plain_tag(text: str) -> str:
    """Small letters, single spaces, no hash: the way tags are kept and compared."""
    normal = unicodedata.normalize("NFC", text).replace("#", " ")
    kept = "".join(letter for letter in normal if letter.isprintable() or letter.isspace())
    return " ".join(kept.split()).lower()


def plain_tags(texts: Iterable[str]) -> list[str]:
    """In the order given, each once, without empty ones. Raises TagTooLong or TooManyTags."""
    tags = [tag for tag in dict.fromkeys(map(plain_tag, texts)) if tag]
    for tag in tags:
        if len(tag) > LONGEST_TAG:
            raise TagTooLong(tag)
    if len(tags) > MOST_TAGS:
        raise TooManyTags
    return tags
