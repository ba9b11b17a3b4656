"""The sentences behind the codes of a matching run: reasons, barriers, looks, impossible settings.

Codes and values are documented where they are made: ``matching.compatibility``,
``matching.explanations``, ``matching.looks``, ``matching.conflicts``.
"""

from collections.abc import Sequence

from corridor.algorithms.matching.outcome import Reason
from corridor.programmes.wording.names import (
    BARRIERS,
    CRITERIA,
    MEASURES,
    ROLES,
    STEPS,
    barrier_sentence,
    criterion_name,
    role_name,
)
from corridor.programmes.wording.of_matches import OF_LOOKS, OF_MATCHES
from corridor.programmes.wording.of_refusals import OF_REFUSALS
from corridor.programmes.wording.of_settings import OF_SETTINGS
from corridor.programmes.wording.phrases import Names, enumerated, hours, ordinal, points

__all__ = [
    "BARRIERS",
    "CODES",
    "CRITERIA",
    "MEASURES",
    "ROLES",
    "STEPS",
    "Names",
    "barrier_sentence",
    "criterion_name",
    "enumerated",
    "hours",
    "ordinal",
    "points",
    "role_name",
    "sentence",
    "sentences",
]

_SENTENCES = {**OF_MATCHES, **OF_LOOKS, **OF_REFUSALS, **OF_SETTINGS}
CODES = frozenset(_SENTENCES)
"""Every code that has a sentence."""


def sentence(reason: Reason, names: Names | None = None) -> str:
    """A full sentence for any reason of a run. Raises KeyError for a code it does not know."""
    return _SENTENCES[reason.code](dict(reason.values), names or {})


def sentences(reasons: Sequence[Reason], names: Names | None = None) -> list[str]:
    return [sentence(reason, names) for reason in reasons]
