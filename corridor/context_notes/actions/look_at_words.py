"""What a note or an answer has to be: own words, references, and nothing about a patient."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.algorithms.references import PIECES, identifiers
from corridor.context_notes.choices import LEAST_OWN_WORDS, LONGEST_ANSWER, LONGEST_NOTE
from corridor.posts.actions.look_for_patients import Speaker, look

if TYPE_CHECKING:
    from corridor.people.models import Profile

PLACE = "reply"
"""Notes and answers say something of what somebody else said."""


class NothingSaid(Exception):
    """It is empty."""


class TooLong(Exception):
    """Longer than `choices.LONGEST_NOTE`, or `LONGEST_ANSWER` of an answer."""


class NoReference(Exception):
    """Nothing in it can be looked up."""


class OnlyReferences(Exception):
    """It does not say in own words what they show."""


def look_at_note(text: str, *, by: "Profile", kept_because: str, now: datetime) -> str:
    """The words as they are kept.

    Raises NothingSaid, TooLong, NoReference, OnlyReferences or `posts.MayIdentifyPatient`.
    """
    words = _said(text, longest=LONGEST_NOTE)
    if not identifiers(words):
        raise NoReference
    if sum(letter.isalpha() for letter in PIECES.sub(" ", words)) < LEAST_OWN_WORDS:
        raise OnlyReferences
    look([("text", words)], Speaker(by=by, place=PLACE, kept_because=kept_because), now=now)
    return words


def look_at_answer(text: str, *, by: "Profile", kept_because: str, now: datetime) -> str:
    """As `look_at_note`; an answer needs no reference."""
    words = _said(text, longest=LONGEST_ANSWER)
    look([("text", words)], Speaker(by=by, place=PLACE, kept_because=kept_because), now=now)
    return words


def _said(text: str, *, longest: int) -> str:
    words = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not words:
        raise NothingSaid
    if len(words) > longest:
        raise TooLong
    return words
