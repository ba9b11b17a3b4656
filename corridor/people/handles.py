"""What a newcomer may call herself, and the handle that is made of it."""

import secrets
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor.people.names import clean_name

LONGEST_NAME = 100
LONGEST_HANDLE = 30
PLAIN_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "þ": "th"}
    | {"ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ŋ": "ng", "ɛ": "e", "ɔ": "o"}
)
RESERVED = frozenset({"admin", "administrator", "corridor", "moderator", "root", "support", "you"})
"""Handles that would pass for the server itself."""


def newcomer_name(text: str) -> str:
    """Raises ValidationError.

    An address in a name would make our mails to operators carry somebody's advertisement.
    """
    name = clean_name(text)
    if not any(letter.isalpha() for letter in name):
        raise ValidationError(_("Write your name with letters."))
    if "://" in name or "@" in name or "www." in name.casefold():
        raise ValidationError(_("A name has no address in it."))
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("A name has at most 100 characters here."))
    return name


def handles_for(name: str) -> list[str]:
    """Handles to try, best first; the last ones are as good as free."""
    first = _handle(name) or "member"
    short = first[: LONGEST_HANDLE - 7]
    numbered = [f"{short}_{number}" for number in range(2, 10)]
    drawn = [f"{short}_{secrets.token_hex(3)}" for _attempt in range(4)]
    return [*([] if first in RESERVED else [first]), *numbered, *drawn]


def _handle(name: str) -> str:
    """Small letters and underscores, as people spell their name where accents are not allowed."""
    decomposed = unicodedata.normalize("NFKD", name.casefold()).translate(PLAIN_LETTERS)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain)
    words = [word for word in kept.split() if word not in {"dr", "prof", "professor"}]
    return "_".join(words)[:LONGEST_HANDLE].strip("_")
