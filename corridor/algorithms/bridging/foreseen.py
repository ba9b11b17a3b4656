"""Whose answers count: people who answer other notes as their side and the notes let expect.

Without this, a few accounts that answer at random are spread over both sides, and each note that
they then agree on looks as if people found it helpful who usually disagree.
"""

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.bridging.factors import Factors
from corridor.algorithms.bridging.table import Answer, Longs, Table

CLEAR = 0.65
"""An expected answer of so much says helpful, one as near to 0 not helpful; between is unclear."""
LEAST_PERCENT, LEAST_ANSWERS = 80, 3


def counted(table: Table, factors: Factors) -> NDArray[np.bool_]:
    """Of each rating: whether enough of what its rater said of other notes was foreseen."""
    # Who answers by lot is explained best by a side far out, where every answer seems clear.
    expected = (
        factors.mean
        + factors.note[table.note]
        + np.clip(factors.side, -1, 1)[table.rater] * factors.lean[table.note]
    )
    is_helpful, is_not = expected >= CLEAR, expected <= 1 - CLEAR
    is_clear = (is_helpful | is_not) & (table.value != Answer.SOMEWHAT.value)
    is_foreseen = is_clear & (is_helpful == (table.value == Answer.HELPFUL.value))
    clear, foreseen = (_others(table, which) for which in (is_clear, is_foreseen))
    return (clear >= LEAST_ANSWERS) & (100 * foreseen >= LEAST_PERCENT * clear)


def _others(table: Table, which: NDArray[np.bool_]) -> Longs:
    """Of each rating: how many of its rater's other ratings are so."""
    of_rater: Longs = np.bincount(table.rater[which], minlength=len(table.raters))
    return of_rater[table.rater] - which
