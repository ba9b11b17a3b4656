"""Whom each mentee could be matched with: every feasible pair."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from corridor.algorithms.matching.compatibility import combined, compare
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT, Options
from corridor.algorithms.matching.people import Mentee, Mentor

Progress = Callable[[str, float], None]


@dataclass(frozen=True, kw_only=True)
class Candidates:
    start: Longs
    """(mentees + 1,) where each mentee's candidates begin."""
    mentor: Ints
    """(pairs,) position of the mentor; ascending within a mentee."""
    fit: Ints
    """(pairs,) as shown, 0 to 10,000."""
    worth: Ints
    """(pairs,) as optimised, 0 to 10,000: measured against the mentee's own best if asked."""
    is_complete: bool
    """Every feasible pair is listed."""


def find_candidates(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    options: Options,
    *,
    progress: Progress | None = None,
) -> Candidates:
    start, columns, fits, worths = [0], [], [], []
    for row, mentee in enumerate(mentees):
        compared = [(column, compare(mentee, mentor, options)) for column, mentor in enumerate(mentors)]
        feasible = [(column, pair) for column, pair in compared if pair.barrier is None]
        best = max((pair.mentee_view or 0 for _, pair in feasible), default=0)
        for column, pair in feasible:
            view = pair.mentee_view
            if options.own_best and view is not None and best:
                view = view * FULL_FIT // best
            columns.append(column)
            fits.append(pair.fit)
            worths.append(combined(view, pair.mentor_view, options.mentee_voice))
        start.append(len(columns))
        if progress:
            progress("candidates", (row + 1) / len(mentees))
    return Candidates(
        start=np.array(start, dtype=np.int64),
        mentor=np.array(columns, dtype=np.int32),
        fit=np.array(fits, dtype=np.int32),
        worth=np.array(worths, dtype=np.int32),
        is_complete=True,
    )
