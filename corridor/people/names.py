"""What people type on one line, and names above all: whole in any script, and nothing hidden.

Letters that turn the direction of what follows, that are not seen, or that draw a badge are left
out: with them a name could pose as another, or as checked.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

JOINERS = "\u200c\u200d"
"""Persian, Hindi and many others need them inside words."""
TICKS = re.compile("[\u2705\u2713\u2714\u2611\U0001f5f8\U0001f5f9\U0001f396\u00ae\u2122\ufe0f]")
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters by their class that show nothing."""
MOST_MARKS = 3
"""On one letter; Vietnamese needs two, and a heap of them covers the lines around."""


class NameWithoutLetters(ValidationError):
    def __init__(self) -> None:
        super().__init__(_("A name has at least one letter."))


def clean_name(text: str) -> str:
    """Raises NameWithoutLetters."""
    name = " ".join(TICKS.sub(" ", clean_line(text)).split())
    if name and not any(letter.isalnum() for letter in name):
        raise NameWithoutLetters
    return name


def clean_line(text: str) -> str:
    """One way of writing each accent, single spaces, nothing invisible."""
    return " ".join(_visible(text).split())


def clean_text(text: str) -> str:
    """Of several lines; at most one of them empty in a row."""
    lines = [
        clean_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _visible(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        if marks > MOST_MARKS or _is_hidden(letter, kind, before=kept[-1] if kept else " "):
            continue
        kept.append(" " if kind in {"Cc", "Zl", "Zp"} else letter)
    return "".join(kept).strip(JOINERS)


def _is_hidden(letter: str, kind: str, *, before: str) -> bool:
    if letter in JOINERS:
        return not (before.isalpha() or unicodedata.category(before).startswith("M"))
    return letter in BLANKS or kind in {"Cf", "Co", "Cs", "Cn"}
