"""Which context notes are shown: those that people find helpful who usually disagree.

What is promised, each rule and an example by hand: docs/algorithms/bridging.md.
"""

from corridor.algorithms.bridging.ranking import (
    ACTIVE_RATINGS,
    LEAST_RATERS,
    VERSION,
    active_raters,
    is_put_away,
    rank_notes,
)
from corridor.algorithms.bridging.record import Record, notes_a_day
from corridor.algorithms.bridging.standing import (
    WORDS,
    Reason,
    Side,
    Standing,
    Status,
)
from corridor.algorithms.bridging.strata import Strata
from corridor.algorithms.bridging.table import Answer, RatedTwice, Rating

__all__ = [
    "ACTIVE_RATINGS",
    "LEAST_RATERS",
    "VERSION",
    "WORDS",
    "Answer",
    "RatedTwice",
    "Rating",
    "Reason",
    "Record",
    "Side",
    "Standing",
    "Status",
    "Strata",
    "active_raters",
    "is_put_away",
    "notes_a_day",
    "rank_notes",
]
