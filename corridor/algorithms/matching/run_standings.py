"""What a solved run says of each match in numbers alone, and of all of them together."""

from collections.abc import Mapping

import numpy as np

from corridor.algorithms.matching.compatibility import contributions
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.people import Criterion
from corridor.algorithms.matching.run_solve import Solved
from corridor.algorithms.matching.standings import Standings, standings_of


def standings(solved: Solved) -> Standings:
    """By worth, since candidates are the best by worth: a place on the list is one among all."""
    cost = solved.people.options.change_cost
    worth = solved.priced.points.astype(np.int64) - cost * solved.priced.existing
    return standings_of(solved.market, solved.assignment, worth)


def losses(solved: Solved, standings: Standings) -> Longs:
    """(rows,) points that giving each request the next best mentor costs at least."""
    return np.minimum(standings.missing // solved.priced.scale.unit, FULL_FIT)


def rests_on(solved: Solved) -> Mapping[Criterion, int]:
    """Points that each criterion adds to a fit, in the mean of all matches."""
    served = np.flatnonzero(solved.given >= 0)
    if not len(served):
        return {}
    mentees, columns = solved.people.requests.mentee[served], solved.given[served]
    if HAS_NUMBA:
        from corridor.algorithms.matching.scoring_parts import (  # noqa: PLC0415 - loads numba
            contributions_of,
        )

        population = solved.candidates.population
        positions = np.argsort(population.order)[columns].astype(np.int32)
        total = contributions_of(population, mentees.astype(np.int64), positions).sum(
            axis=0, dtype=np.int64
        )
        return {one: int(total[at]) // len(served) for at, one in enumerate(Criterion)}
    of_each = [
        contributions(solved.people.mentees[mentee], solved.mentor(column), solved.people.options)
        for mentee, column in zip(mentees.tolist(), columns.tolist(), strict=True)
    ]
    return {one: sum(parts[one] for parts in of_each) // len(served) for one in Criterion}
