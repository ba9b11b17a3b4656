"""Words as the directory searches them, written so that every database sees the same.

A word is taken apart (NFKD), loses its accents and its capitals, and every letter that is not
ASCII becomes a code of five hexadecimal digits behind ``q``, as does ``q`` itself. No code begins
another, so one word begins another exactly where its code does; and what is left, small ASCII
letters and digits, is cut into words alike by SQLite and by PostgreSQL.
"""

import unicodedata
from collections.abc import Iterable, Iterator

MOST_WORDS_ASKED = 8
LONGEST_WORD = 40
"""Letters of a word; nobody types more to tell two words apart."""

PLAIN_LETTERS = str.maketrans(
    {
        "ɓ": "b", "đ": "d", "ð": "d", "ɗ": "d", "ɛ": "e", "ħ": "h", "ı": "i", "ƙ": "k", "ł": "l",
        "ŋ": "n", "ɔ": "o", "ø": "o", "ŧ": "t", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart into a plain letter and an accent."""


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """What these texts are found by, each word once, in the order of the alphabet."""
    return tuple(sorted({word for text in texts for word in _words(text)}))


def words_asked(text: str) -> tuple[str, ...]:
    """What somebody typed: she finds whoever has a word that begins with each of these."""
    return tuple(dict.fromkeys(_words(text)))[:MOST_WORDS_ASKED]


def in_order(texts: Iterable[str]) -> str:
    """Words as they follow one another, a line a text, with spaces around: phrases are parts."""
    return "\n".join(f" {' '.join(_words(text))} " for text in texts)


def is_found(words: Iterable[str], asked: Iterable[str]) -> bool:
    """The definition that every database must equal."""
    words = tuple(words)
    return all(any(word.startswith(beginning) for word in words) for beginning in asked)


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", text).casefold().translate(PLAIN_LETTERS)
    letters = "".join(map(_kept, unicodedata.normalize("NFKD", plain)))
    return ("".join(map(_coded, word[:LONGEST_WORD])) for word in letters.split())


def _kept(letter: str) -> str:
    """Nothing for an accent, a space for whatever is neither letter nor digit."""
    category = unicodedata.category(letter)
    if category == "Mn":
        return ""
    return letter if category[0] in "LN" or category == "Mc" else " "


def _coded(letter: str) -> str:
    return letter if letter.isascii() and letter != "q" else f"q{ord(letter):05x}"
