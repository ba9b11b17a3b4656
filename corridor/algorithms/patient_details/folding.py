"""Text as the patterns read it: plain letters, plain digits, single spaces, each with its origin.

What only looks like a letter becomes the letter, what cannot be seen is dropped, so that a name
in letters of another alphabet or with marks of width zero between them is read as a person reads
it. Letters of scripts without capitals become one letter of their own.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_REMEMBERED = 8192
NEWLINES = "\n\u2028\u2029"
BLANKS = "\t\v\f\r"
INVISIBLE = ("Cf", "Cc", "Mn", "Me", "Mc", "Cs")


@dataclass(frozen=True, slots=True)
class Folded:
    text: str
    lower: str
    """As long as `text`: only ASCII changes case."""
    origins: Sequence[int]
    """Of each character of `text` its place in the original, and the length of that at the end."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Of a part of `text`, the part of the original, with the marks on its last letter."""
        first, after = self.origins[start], self.origins[end]
        return first, max(after, self.origins[end - 1] + 1)


class Folding(dict[str, str]):
    """Character -> what patterns read in its place."""

    def __init__(self, *, letters: Mapping[str, str], zeros: Sequence[str], uncased: str) -> None:
        super().__init__()
        self._letters = letters
        self._zeros = tuple(ord(zero) for zero in zeros)
        self._uncased = uncased

    def __missing__(self, character: str) -> str:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        parts = self._letters.get(character) or unicodedata.normalize("NFKD", character)
        self[character] = "".join(map(self._plain, parts))
        return self[character]

    def fold(self, text: str) -> Folded:
        if text.isascii() and text.isprintable() and "  " not in text:
            return Folded(text=text, lower=text.lower(), origins=range(len(text) + 1))
        pieces: list[str] = []
        origins: list[int] = []
        last = ""
        for place, character in enumerate(text):
            for letter in self[character]:
                if letter == " " and last in {" ", "\n"}:
                    continue
                pieces.append(letter)
                origins.append(place)
                last = letter
        folded = "".join(pieces)
        return Folded(text=folded, lower=folded.lower(), origins=[*origins, len(text)])

    def _plain(self, character: str) -> str:
        if character in NEWLINES:
            return "\n"
        if " " <= character <= "~":
            return character
        if character in self._letters:
            return self._letters[character]
        return self._by_category(character)

    def _by_category(self, character: str) -> str:
        category = unicodedata.category(character)
        if category == "Zs" or character in BLANKS:
            return " "
        if category in INVISIBLE:
            return ""
        if category[0] == "L":
            return {"Lu": "Q", "Lt": "Q", "Ll": "q"}.get(category, self._uncased)
        for zero in self._zeros:
            if zero <= ord(character) <= zero + 9:
                return str(ord(character) - zero)
        return "/" if character == "\u2044" else " "
