"""Hashtags in texts, of any script, and words written as hashtags."""

import re
import unicodedata
from itertools import groupby


def _marks() -> str:
    """Marks on letters as ranges of a pattern: `re` does not count them as parts of words."""
    codes = [
        code for code in range(0x300, 0xFE30) if unicodedata.category(chr(code)).startswith("M")
    ]
    runs = groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
    found = [[code for _, code in run] for _, run in runs]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in found)


LETTERS = rf"\w{_marks()}\u200c\u200d"
"""Inside a character class: what a hashtag is made of."""
HASHTAG = re.compile(rf"(?<![{LETTERS}&/#])#(?P<tag>(?!\d+(?![{LETTERS}]))[{LETTERS}]+)")


def hashtags(text: str) -> list[str]:
    """As written, without the hash, each once whatever its case."""
    found = [match["tag"] for match in HASHTAG.finditer(unicodedata.normalize("NFC", text))]
    return list({tag.casefold(): tag for tag in reversed(found)}.values())[::-1]


def as_hashtag(words: str) -> str:
    """first-gen in medicine -> #FirstGenInMedicine: every word is heard by a screen reader."""
    parts = re.findall(rf"[{LETTERS}]+", unicodedata.normalize("NFC", words).replace("_", " "))
    tag = "".join(part[0].upper() + part[1:] for part in parts)
    return f"#{tag}" if tag and not tag.isdigit() else ""
