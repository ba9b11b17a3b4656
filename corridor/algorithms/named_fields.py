"""Which fields of medicine a text names, in its words or its hashtags.

Names alone, as `specialties` lists them: a drug or a disease names no field here. Words that mean
something else as often ("medicine", "hand", "retina") name none either.
"""

import re
from collections.abc import Iterator

from corridor.algorithms.bare_letters import bare_letters
from corridor.algorithms.specialties import SPECIALTIES

SHORTEST = 6
"""Letters: "em", "gp", "icu" are words of other languages, too."""
OTHERWISE = frozenset(
    {"medicine", "general medicine", "cornea", "retina", "trauma surgery", "undecided"}
)
HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def named_fields(text: str) -> frozenset[str]:
    """Slugs."""
    words = f" {_plain(HUMPS.sub(' ', text))} "
    return frozenset(slug for phrase, slug in _PHRASES.items() if f" {phrase} " in words)


def _plain(text: str) -> str:
    letters = bare_letters(text)
    return " ".join(re.findall(r"[^\W_]+", letters.replace("ae", "e").replace("&", " and ")))


def _phrases() -> Iterator[tuple[str, str]]:
    for specialty in SPECIALTIES:
        for name in (*specialty.subspecialties, *specialty.aliases, specialty.name):
            phrase = _plain(name)
            if len(phrase) >= SHORTEST and phrase not in OTHERWISE:
                yield phrase, specialty.slug


_PHRASES = {phrase: slug for phrase, slug in _phrases() if slug != "undecided"}
