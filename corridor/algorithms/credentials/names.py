"""How alike a name somebody goes by and a name in a registry are, and in what way.

A score from 0 to 100: 60 for the family name and 40 for the given name. It orders what a reviewer
looks at; it proves nothing, because many people share a name. Letters are compared without
accents (Unicode NFKD and a table for letters that do not decompose); order does not count, nor do
further words such as titles. A hyphenated or double family name fits by either part, an initial
counts half, a slip of one letter in a name of five or more costs little.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

FAMILY_WEIGHT, GIVEN_WEIGHT = 60, 40
SHORTEST_TO_MISSPELL = 5
SHORTEST_PART = 3
"""Letters of a part of a double name that counts by itself: not `de`."""
LONGEST = 200
LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d",
        "ƙ": "k", "ƴ": "y", "ə": "e", "ʻ": "", "ʼ": "", "'": "", "\u2019": "", "`": "",
    }
)  # fmt: skip


class Finding(StrEnum):
    """Why the score is what it is."""

    FAMILY_SAME = "family_same"
    FAMILY_PART = "family_part"
    FAMILY_NEARLY = "family_nearly"
    FAMILY_OTHER = "family_other"
    GIVEN_SAME = "given_same"
    GIVEN_MIDDLE = "given_middle"
    GIVEN_NEARLY = "given_nearly"
    GIVEN_INITIAL = "given_initial"
    GIVEN_OTHER = "given_other"
    OTHER_NAME = "other_name"
    """It was another name of the record that fitted: a former one, or one used at work."""


SHARE = {
    Finding.FAMILY_SAME: 60,
    Finding.FAMILY_PART: 48,
    Finding.FAMILY_NEARLY: 45,
    Finding.FAMILY_OTHER: 0,
    Finding.GIVEN_SAME: 40,
    Finding.GIVEN_MIDDLE: 34,
    Finding.GIVEN_NEARLY: 30,
    Finding.GIVEN_INITIAL: 20,
    Finding.GIVEN_OTHER: 0,
}


@dataclass(frozen=True, kw_only=True)
class RegistryName:
    given: str
    middle: str = ""
    family: str


@dataclass(frozen=True, kw_only=True)
class Likeness:
    score: int
    findings: tuple[Finding, ...]


def likeness(name: str, record: RegistryName, others: Sequence[RegistryName] = ()) -> Likeness:
    """The best fit among the record's name and its other names; of equals the first."""
    best = _compare(name, record)
    for other in others:
        fit = _compare(name, other)
        if fit.score > best.score:
            best = Likeness(score=fit.score, findings=(*fit.findings, Finding.OTHER_NAME))
    return best


def plain_words(name: str) -> list[str]:
    """Small letters without accents and dots: the words that are compared."""
    letters = unicodedata.normalize("NFKD", name[:LONGEST]).casefold()
    decomposed = unicodedata.normalize("NFKD", letters).translate(LETTERS)
    bare = "".join(one for one in decomposed if not unicodedata.combining(one))
    return re.findall(r"[^\W_]+", bare)


def _compare(name: str, record: RegistryName) -> Likeness:
    words = plain_words(name)
    family, used = _family(words, plain_words(record.family))
    for word in used:
        words.remove(word)
    given = _given(words, plain_words(record.given), plain_words(record.middle))
    return Likeness(score=SHARE[family] + SHARE[given], findings=(family, given))


def _family(words: Sequence[str], family: Sequence[str]) -> tuple[Finding, set[str]]:
    """What was found, and the words of hers that it took."""
    joined = "".join(family)
    runs = _runs(words)
    if joined in runs:
        return Finding.FAMILY_SAME, runs[joined]
    if family and set(family) <= set(words):
        return Finding.FAMILY_SAME, set(family)
    shared = {word for word in family if word in words and len(word) >= SHORTEST_PART}
    if shared:
        return Finding.FAMILY_PART, shared
    nearly = next((taken for written, taken in runs.items() if _is_nearly(written, joined)), None)
    return (Finding.FAMILY_NEARLY, nearly) if nearly else (Finding.FAMILY_OTHER, set())


def _given(words: Sequence[str], given: Sequence[str], middle: Sequence[str]) -> Finding:
    written = _runs(words)
    if _is_among(given, written):
        return Finding.GIVEN_SAME
    if _is_among(middle, written):
        return Finding.GIVEN_MIDDLE
    if any(_is_nearly(word, one) for word in written for one in given):
        return Finding.GIVEN_NEARLY
    if any(_is_initial(word, one) for word in words for one in (*given[:1], *middle[:1])):
        return Finding.GIVEN_INITIAL
    return Finding.GIVEN_OTHER


def _is_among(names: Sequence[str], written: Iterable[str]) -> bool:
    found = set(written)
    return "".join(names) in found or any(len(name) > 1 and name in found for name in names)


def _runs(words: Sequence[str]) -> dict[str, set[str]]:
    """Words, and neighbours written as one: `de la cruz` is `delacruz`."""
    return {
        "".join(words[start:end]): set(words[start:end])
        for length in (1, 2, 3, 4)
        for start in range(len(words) - length + 1)
        for end in (start + length,)
    }


def _is_initial(word: str, name: str) -> bool:
    return word[0] == name[0] and (len(word) == 1 or len(name) == 1)


def _is_nearly(word: str, name: str) -> bool:
    """One letter changed, added, left out, or two neighbours swapped."""
    if min(len(word), len(name)) < SHORTEST_TO_MISSPELL or abs(len(word) - len(name)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(word, name, strict=False)) if a != b),
        min(len(word), len(name)),
    )
    left, right = word[start:], name[start:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )
