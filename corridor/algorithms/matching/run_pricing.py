"""Pairs that no list names but that would improve the result, until there are none.

The lists hold each mentee's best mentors. After solving, prices tell which other pairs could
matter: those worth more than the mentee's profit and the mentor's price together. They join
the lists and everything is solved again. When none are left, the result is best over all pairs
(column generation; Desrosiers & Lübbecke 2005, doi 10.1007/0-387-25486-2_1).
"""

from dataclasses import dataclass

import numpy as np

from corridor.algorithms.matching import state
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.candidates import Pairs, pairs_not_listed
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.progress import Progress
from corridor.algorithms.matching.run_market import lifts_of, market_of, with_scored_pairs
from corridor.algorithms.matching.run_solve import Solved

ROUNDS = 20
ASKED = 64
"""Mentees by whom it is judged how many pairs would join the lists."""
MOST_ADDED = 2_000_000
FEW = 3
"""Where one mentee in so many has a new pair, the old prices help less than an auction."""
OUT_OF_REACH = 2**40
"""More than any worth: the pair can never matter."""


@dataclass(frozen=True, kw_only=True)
class Completed:
    solved: Solved
    over_all_pairs: bool


def complete(solved: Solved, *, progress: Progress | None = None) -> Completed:
    if solved.candidates.is_complete:
        return Completed(solved=solved, over_all_pairs=True)
    for done in range(ROUNDS):
        if progress:
            progress("pricing", done / ROUNDS)
        profit, price = _profit_of_mentees(solved), _price_of_mentors(solved)
        if done == 0 and _too_many_alike(solved, profit, price):
            return Completed(solved=solved, over_all_pairs=False)
        found = pairs_not_listed(solved.candidates, profit=profit, price=price)
        if not len(found.mentee):
            # Prices of branches are not asked about pairs outside the candidates.
            return Completed(solved=solved, over_all_pairs=not solved.assignment.branches)
        solved = _solve_again(solved, found)
    return Completed(solved=solved, over_all_pairs=False)


def _too_many_alike(solved: Solved, profit: Longs, price: Longs) -> bool:
    """Where people are all alike, nearly every pair is as good as those listed: too many to hold.

    Judged by some mentees, evenly spread; people stand in the order of the lot.
    """
    mentees = len(profit)
    asked = np.linspace(0, mentees - 1, min(mentees, ASKED), dtype=np.int64)
    of_asked = np.full(mentees, OUT_OF_REACH, dtype=np.int64)
    of_asked[asked] = profit[asked]
    found = pairs_not_listed(solved.candidates, profit=of_asked, price=price)
    listed = len(solved.candidates.mentor)
    return len(found.mentee) * mentees > max(MOST_ADDED, 2 * listed) * len(asked)


def _profit_of_mentees(solved: Solved) -> Longs:
    """(mentees,) least profit of her requests in units of worth, beyond being served at all.

    One point is taken off, so that the lottery cannot hide a pair.
    """
    market, scale = solved.market, solved.priced.scale
    gain = market.worth - solved.assignment.prices.mentor[market.mentor]
    profit = -market.reward
    served = np.diff(market.start) > 0
    best = np.maximum.reduceat(gain, market.start[:-1][served]) if served.any() else gain
    profit[served] = np.maximum(profit[served], best)
    points = profit // scale.unit - 1
    points[solved.people.requests.pinned >= 0] = OUT_OF_REACH
    least = np.full(len(solved.people.mentees), OUT_OF_REACH, dtype=np.int64)
    np.minimum.at(least, solved.people.requests.mentee, points)
    return least - lifts_of(solved.people, solved.candidates)


def _price_of_mentors(solved: Solved) -> Longs:
    price = solved.assignment.prices.mentor // solved.priced.scale.unit
    return np.where(solved.people.places > 0, price, OUT_OF_REACH).astype(np.int64)


def _solve_again(solved: Solved, found: Pairs) -> Solved:
    candidates = with_scored_pairs(solved.people, solved.candidates, found)
    priced = market_of(solved.people, candidates)
    is_little_new = FEW * len(np.unique(found.mentee)) < len(solved.people.mentees)
    is_same_kind = priced.market.is_plain and priced.scale == solved.priced.scale
    if HAS_NUMBA and is_same_kind and is_little_new:
        assignment = state.resume(
            priced.market, given=solved.given, price=solved.assignment.prices.mentor
        )
    else:
        assignment = assign(priced.market)
    return Solved(people=solved.people, candidates=candidates, priced=priced, assignment=assignment)
