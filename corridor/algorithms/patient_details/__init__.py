"""Possible patient identifiers in what somebody is about to say.

`docs/algorithms/patient-details.md` says how, with figures. A finding is possible, never certain,
and a text without findings is not thereby safe to post.
"""

from corridor.algorithms.patient_details.checking import (
    ASK,
    CLEAR,
    HOLD,
    LOOK_AGAIN,
    NOTE,
    STOP,
    Checked,
    Context,
    Finding,
    check,
)

__all__ = [
    "ASK",
    "CLEAR",
    "HOLD",
    "LOOK_AGAIN",
    "NOTE",
    "STOP",
    "Checked",
    "Context",
    "Finding",
    "check",
]
