"""The best assignment where mentees have several requests, or mentors have further limits.

Several requests, "one mentor once for one mentee" and limits that nest make a network, and
its best flow is found exactly, with prices that prove it. Limits that cross (a limit on a role
where a mentee asks the same mentor in two roles, or two overlapping limits) make the problem
hard in general (three-dimensional matching is among them): then a bounded search
(``network_search``) comes first, and linear programs and branches (``network_branches``) next.
The answer always obeys every rule, and the prices show how far from the best it could be at
most where the work allowed does not suffice.
"""

import numpy as np

from corridor.algorithms.matching.market import Assignment, Ints, Longs, Market
from corridor.algorithms.matching.network_branches import branch
from corridor.algorithms.matching.network_flow import NOWHERE
from corridor.algorithms.matching.network_narrow import parts_of
from corridor.algorithms.matching.network_relaxed import Relaxation
from corridor.algorithms.matching.network_search import search


def assign_network(market: Market) -> Assignment:
    """Highest total of rewards and worth less the cost of places, under all rules."""
    for part in parts_of(market):
        nested = _assign_nested(Relaxation(part.market))
        if nested is None:
            break
        if nested.prices.limit[part.limit] >= part.least:
            return nested
    relaxation = Relaxation(market)
    if nested := _assign_nested(relaxation):
        return nested
    found = search(relaxation)
    if found.value == found.proof.bound:
        prices = relaxation.prices_of(found.proof)
        return Assignment(mentor=_columns(market, found.pair), prices=prices)
    proved = branch(relaxation, found)
    return Assignment(
        mentor=_columns(market, proved.pair), prices=proved.prices, branches=proved.branches
    )


def _assign_nested(relaxation: Relaxation) -> Assignment | None:
    """None where rules cross."""
    if relaxation.apart:
        return None
    point = relaxation.solve(())
    return Assignment(
        mentor=_columns(relaxation.market, point.pair), prices=relaxation.prices_of(point)
    )


def _columns(market: Market, pair: Longs) -> Ints:
    given: Ints = np.full(market.rows, NOWHERE, dtype=np.int32)
    served = pair != NOWHERE
    given[served] = market.mentor[pair[served]]
    return given
