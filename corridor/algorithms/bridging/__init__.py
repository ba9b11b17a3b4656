"""Which context notes are shown: those that people find helpful who usually disagree.

What is promised, each rule and an example by hand: docs/algorithms/bridging.md.
"""

from corridor.algorithms.bridging.ranking import VERSION, rank_notes
from corridor.algorithms.bridging.standing import Reason, Side, Standing, Status
from corridor.algorithms.bridging.strata import Strata
from corridor.algorithms.bridging.table import Answer, RatedTwice, Rating

__all__ = [
    "VERSION",
    "Answer",
    "RatedTwice",
    "Rating",
    "Reason",
    "Side",
    "Standing",
    "Status",
    "Strata",
    "rank_notes",
]
