"""What follows from not coming, calling off late and not answering; and what people say to it."""

from corridor.programmes.actions.consequences.appeal import (
    LONGEST_APPEAL,
    AppealIsEmpty,
    AppealTooLong,
    NoAppealWaits,
    NothingToAppeal,
    appeal,
    take_back_appeal,
)
from corridor.programmes.actions.consequences.count import (
    ABSENCE_COUNTS_AFTER,
    count_absence,
    count_late,
    count_silence,
    uncount_absence,
)
from corridor.programmes.actions.consequences.decide import (
    LONGEST_REASON,
    DecidedAlready,
    NotYoursToDecide,
    ReasonMissing,
    ReasonTooLong,
    decide_appeal,
    decide_look,
)
from corridor.programmes.actions.consequences.tend import APPEAL_WAITS, tend_consequences

__all__ = [
    "ABSENCE_COUNTS_AFTER",
    "APPEAL_WAITS",
    "LONGEST_APPEAL",
    "LONGEST_REASON",
    "AppealIsEmpty",
    "AppealTooLong",
    "DecidedAlready",
    "NoAppealWaits",
    "NotYoursToDecide",
    "NothingToAppeal",
    "ReasonMissing",
    "ReasonTooLong",
    "appeal",
    "count_absence",
    "count_late",
    "count_silence",
    "decide_appeal",
    "decide_look",
    "take_back_appeal",
    "tend_consequences",
    "uncount_absence",
]
