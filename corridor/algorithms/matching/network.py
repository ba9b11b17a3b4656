"""The best assignment where mentees have several requests, or mentors have further limits.

Several requests, "one mentor once for one mentee" and limits that nest make a network, and
its best flow is found exactly, with prices that prove it. Limits that cross (a limit on a role
where a mentee asks the same mentor in two roles, or two overlapping limits) make the problem
hard: then the answer is the best of a bounded search, it always obeys every rule, and the
prices show how far from the best it could be at most.
"""

import numpy as np

from corridor.algorithms.matching.market import Assignment, Ints, Longs, Market
from corridor.algorithms.matching.network_flow import NOWHERE
from corridor.algorithms.matching.network_relaxed import Relaxation
from corridor.algorithms.matching.network_search import search


def assign_network(market: Market) -> Assignment:
    """Highest total of rewards and worth less the cost of places, under all rules."""
    relaxation = Relaxation(market)
    if relaxation.apart:
        found = search(relaxation)
        pair, point = found.pair, found.proof
    else:
        point = relaxation.solve(())
        pair = point.pair
    return Assignment(mentor=_columns(market, pair), prices=relaxation.prices_of(point))


def _columns(market: Market, pair: Longs) -> Ints:
    given: Ints = np.full(market.rows, NOWHERE, dtype=np.int32)
    served = pair != NOWHERE
    given[served] = market.mentor[pair[served]]
    return given
