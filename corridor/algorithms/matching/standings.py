"""How each request stands in a solved market: the numbers behind reasons, for everybody at once.

By hand: Amara's candidates are worth 90 with Osei and 80 with Vaughan, at prices 15 and 0. She
is matched with Vaughan: second on her own list, 10 below her best. Osei would leave her 75 after
his price, Vaughan 80: Osei is the next best, and 5 are missing. Giving her Osei would cost
everybody together 5 or more, whatever else moves, because prices bound what any result is worth.
"""

from typing import Any, NamedTuple

import numpy as np

from corridor.algorithms.matching.jit import HAS_NUMBA, njit
from corridor.algorithms.matching.market import Assignment, Ints, Longs, Market


class Listed(NamedTuple):
    """The pairs of a market, and two ways to count them: to the mentee, and in the market."""

    start: Longs
    mentor: Ints
    worth: Longs | Ints
    value: Longs | Ints


class Standings(NamedTuple):
    """(rows,) each; all 0, and no next, where a request has no match."""

    rank: Ints
    """Place of its mentor on its own list, from 1; whoever is worth as much shares it."""
    best: Longs
    """What its best candidate is worth to it."""
    regret: Longs
    """How much less its own mentor is worth."""
    next: Ints
    """Column of whoever leaves it most after her price, its own mentor apart; -1 if nobody."""
    missing: Longs
    """What she leaves it less, in the units of the market: giving it her costs at least that."""


def standings_of(market: Market, assignment: Assignment, worth: Longs | Ints) -> Standings:
    """Of a plain market; ``worth`` (pairs,) is by what a request ranks its candidates."""
    standings = Standings(
        rank=np.zeros(market.rows, np.int32),
        best=np.zeros(market.rows, np.int64),
        regret=np.zeros(market.rows, np.int64),
        next=np.full(market.rows, -1, np.int32),
        missing=np.zeros(market.rows, np.int64),
    )
    listed = Listed(market.start, market.mentor, worth, market.worth)
    given, price = assignment.mentor, assignment.prices.mentor
    if HAS_NUMBA:
        stand(listed, given, price, standings)
        return standings
    # Python reads its own lists far faster than the arrays of numpy.
    plain: Any = Standings(*(array.tolist() for array in standings))
    stand(Listed(*(array.tolist() for array in listed)), given.tolist(), price.tolist(), plain)
    return Standings(
        rank=np.array(plain.rank, np.int32),
        best=np.array(plain.best, np.int64),
        regret=np.array(plain.regret, np.int64),
        next=np.array(plain.next, np.int32),
        missing=np.array(plain.missing, np.int64),
    )


@njit
def stand(listed: Any, given: Any, price: Any, standings: Standings) -> None:
    """Fills ``standings``; everything may be lists as well."""
    start, mentor, worth, value = listed
    for row in range(len(given)):
        column = given[row]
        if column < 0:
            continue
        begin, end = start[row], start[row + 1]
        own = begin
        while mentor[own] != column:
            own += 1
        mine = worth[own]
        best, above = mine, 0
        following, most = -1, 0
        for at in range(begin, end):
            if worth[at] > mine:
                above += 1
                best = max(best, worth[at])
            left = value[at] - price[mentor[at]]
            if at != own and (following < 0 or left > most):
                following, most = at, left
        standings.rank[row] = above + 1
        standings.best[row] = best
        standings.regret[row] = best - mine
        if following >= 0:
            standings.next[row] = mentor[following]
            standings.missing[row] = value[own] - price[column] - most
