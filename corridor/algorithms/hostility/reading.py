"""One text against all patterns."""

import re
from dataclasses import dataclass

from corridor.algorithms.hostility.patterns import ATTACKS, THREATS

LONGEST = 4000
"""Of a text so much is read: more is no mention of anybody."""
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
HANDLES = re.compile(r"@[\w.@-]+")
SPACES = re.compile(r"\s+")
APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'"})
_threats = re.compile("|".join(THREATS))
_attacks = re.compile("|".join(ATTACKS))


@dataclass(frozen=True, kw_only=True)
class Reading:
    is_hostile: bool
    threatens: bool
    """With harm, or by telling where somebody is to be found."""


def read(text: str) -> Reading:
    """Of words said to a person, or about her where she is named."""
    plain = _plain(text)
    threatens = _threats.search(plain) is not None
    return Reading(is_hostile=threatens or _attacks.search(plain) is not None, threatens=threatens)


def _plain(text: str) -> str:
    shown = INVISIBLE.sub("", text[:LONGEST]).translate(APOSTROPHES)
    return SPACES.sub(" ", HANDLES.sub(" ", shown)).casefold()
