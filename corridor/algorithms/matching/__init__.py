"""Matching mentees and mentors: everything other packages may use of it is named here.

The words (people, options, outcome) come at once; the engine, with numpy and numba behind it,
only when somebody uses it, so that a page that names a role does not wait for a compiler.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from corridor.algorithms.matching.options import (
    DEFAULT_WEIGHTS,
    FULL_FIT,
    MUST,
    Barrier,
    Circles,
    Options,
    Pair,
    Rules,
)
from corridor.algorithms.matching.outcome import (
    Alternative,
    Circle,
    Compatibility,
    Coverage,
    Fairness,
    GroupAudit,
    Load,
    Match,
    Move,
    Outcome,
    Part,
    Proof,
    Reason,
    Stability,
    Unmatched,
    WhatIf,
)
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor, Person, Role
from corridor.algorithms.matching.progress import Progress

if TYPE_CHECKING:
    from corridor.algorithms.matching.certificate import Verdict, check
    from corridor.algorithms.matching.conflicts import ImpossibleSettings
    from corridor.algorithms.matching.market import Assignment
    from corridor.algorithms.matching.packing import TooLarge
    from corridor.algorithms.matching.prescored import match_scored_pairs
    from corridor.algorithms.matching.run import Result, match_people
    from corridor.algorithms.matching.what_if import Session

__all__ = [
    "DEFAULT_WEIGHTS",
    "FULL_FIT",
    "MUST",
    "Alternative",
    "Assignment",
    "Barrier",
    "Circle",
    "Circles",
    "Compatibility",
    "Coverage",
    "Criterion",
    "Fairness",
    "GroupAudit",
    "ImpossibleSettings",
    "Load",
    "Match",
    "Mentee",
    "Mentor",
    "Move",
    "Options",
    "Outcome",
    "Pair",
    "Part",
    "Person",
    "Progress",
    "Proof",
    "Reason",
    "Result",
    "Role",
    "Rules",
    "Session",
    "Stability",
    "TooLarge",
    "Unmatched",
    "Verdict",
    "WhatIf",
    "check",
    "match_people",
    "match_scored_pairs",
]

_ENGINE = {
    "Assignment": "market",
    "ImpossibleSettings": "conflicts",
    "Result": "run",
    "Session": "what_if",
    "TooLarge": "packing",
    "Verdict": "certificate",
    "check": "certificate",
    "match_people": "run",
    "match_scored_pairs": "prescored",
}
"""Name -> its module."""


def __getattr__(name: str) -> Any:
    if name not in _ENGINE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_ENGINE[name]}"), name)
