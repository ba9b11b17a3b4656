"""Possible patient identifiers in what somebody is about to say.

`docs/algorithms/patient-details.md` says how, with figures. A finding is possible, never certain,
and a text without findings is not thereby safe to post.
"""

from corridor.algorithms.patient_details.checking import (
    CLEAR,
    LOOK_AGAIN,
    STOP,
    Checked,
    Context,
    Finding,
    Namer,
    check,
    is_about_patient,
)
from corridor.algorithms.patient_details.pack import ASK, HOLD, NOTE
from corridor.algorithms.patient_details.seasons import hemisphere_of
from corridor.algorithms.patient_details.suggestions import LEFT_OUT

__all__ = [
    "ASK",
    "CLEAR",
    "HOLD",
    "LEFT_OUT",
    "LOOK_AGAIN",
    "NOTE",
    "STOP",
    "Checked",
    "Context",
    "Finding",
    "Namer",
    "check",
    "hemisphere_of",
    "is_about_patient",
]
