"""Pairs that no list names but that would improve the result, until there are none.

The lists hold each mentee's best mentors. After solving, prices tell which other pairs could
matter: those worth more than the mentee's profit and the mentor's price together. They join
the lists and everything is solved again. When none are left, the result is best over all pairs
(column generation; Desrosiers & Lübbecke 2005, doi 10.1007/0-387-25486-2_1).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching import state
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.candidates import Pairs, pairs_not_listed
from corridor.algorithms.matching.certificate import prices_beside_the_mentor
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.progress import Progress
from corridor.algorithms.matching.run_market import (
    ANY_ROLE,
    WHOLE_PROGRAMME,
    Flags,
    lifts_of,
    market_of,
    with_scored_pairs,
)
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


class Thresholds(NamedTuple):
    """What a pair outside the lists must be worth to matter, in units of worth."""

    profit: Longs
    """(mentees,)"""
    price: Longs
    """(mentors,)"""


def complete(solved: Solved, *, progress: Progress | None = None) -> Completed:
    if solved.candidates.is_complete:
        return Completed(solved=solved, over_all_pairs=True)
    for done in range(ROUNDS):
        if progress:
            progress("pricing", done / ROUNDS)
        thresholds = list(_thresholds(solved))
        if done == 0 and _too_many_alike(solved, thresholds):
            return Completed(solved=solved, over_all_pairs=False)
        found = _found(solved, thresholds)
        if not len(found.mentee):
            # Prices of branches are not asked about pairs outside the candidates.
            return Completed(solved=solved, over_all_pairs=not solved.assignment.branches)
        solved = _solve_again(solved, found)
    return Completed(solved=solved, over_all_pairs=False)


def _found(solved: Solved, thresholds: Iterable[Thresholds]) -> Pairs:
    found = [
        pairs_not_listed(solved.candidates, profit=profit, price=price)
        for profit, price in thresholds
    ]
    if len(found) == 1:
        return found[0]
    mentee, mentor, fit, worth = (
        np.concatenate([getattr(pairs, name) for pairs in found])
        for name in ("mentee", "mentor", "fit", "worth")
    )
    _, first = np.unique(
        mentee.astype(np.int64) * len(solved.people.mentors) + mentor, return_index=True
    )
    return Pairs(mentee=mentee[first], mentor=mentor[first], fit=fit[first], worth=worth[first])


def _too_many_alike(solved: Solved, thresholds: Iterable[Thresholds]) -> bool:
    """Where people are all alike, nearly every pair is as good as those listed: too many to hold.

    Judged by some mentees, evenly spread; people stand in the order of the lot.
    """
    mentees = len(solved.people.mentees)
    asked = np.linspace(0, mentees - 1, min(mentees, ASKED), dtype=np.int64)
    is_left_out = np.ones(mentees, dtype=np.bool_)
    is_left_out[asked] = False
    found = _found(
        solved,
        [
            Thresholds(np.where(is_left_out, OUT_OF_REACH, profit), price)
            for profit, price in thresholds
        ],
    )
    listed = len(solved.candidates.mentor)
    return len(found.mentee) * mentees > max(MOST_ADDED, 2 * listed) * len(asked)


def _thresholds(solved: Solved) -> Iterator[Thresholds]:
    """For all roles together, but for those apart that some mentor limits at a price."""
    prices = solved.assignment.prices
    profit = _profit_of_requests(solved)
    limits = list(
        zip(solved.market.limits, solved.priced.limit_role, prices.limit.tolist(), strict=True)
    )
    priced = sorted({role for _, role, price in limits if price and role != ANY_ROLE})
    role_of = solved.people.requests.role
    for role in (*priced, ANY_ROLE):
        asks = ~np.isin(role_of, priced) if role == ANY_ROLE else role_of == role
        price = prices.mentor.copy()
        if role != ANY_ROLE:
            for limit, counted, more in limits:
                price[limit.mentor] += more if counted == role else 0
        yield Thresholds(_least_of_mentees(solved, profit, asks), _in_points(solved, price))


def _profit_of_requests(solved: Solved) -> Longs:
    """(rows,) what a mentor must leave after her price, beyond what serving it is rewarded with.

    What every match pays to the programme, one outside the lists would pay as well.
    """
    market, prices = solved.market, solved.assignment.prices
    gain = market.worth - prices.mentor[market.mentor]
    beside = prices_beside_the_mentor(market, solved.assignment)
    if beside is not None:
        gain -= beside
    profit = -market.reward
    served = np.diff(market.start) > 0
    best = np.maximum.reduceat(gain, market.start[:-1][served]) if served.any() else gain
    profit[served] = np.maximum(profit[served], best)
    to_programme = sum(
        price
        for limit, price in zip(market.limits, prices.limit.tolist(), strict=True)
        if limit.mentor == WHOLE_PROGRAMME
    )
    everywhere: Longs = profit + to_programme
    return everywhere


def _least_of_mentees(solved: Solved, profit: Longs, asks: Flags) -> Longs:
    """(mentees,) the least of these requests of hers, in points.

    One point is taken off, so that the lottery cannot hide a pair.
    """
    requests = solved.people.requests
    points = profit // solved.priced.scale.unit - 1
    points[(requests.pinned >= 0) | ~asks] = OUT_OF_REACH
    least = np.full(len(solved.people.mentees), OUT_OF_REACH, dtype=np.int64)
    np.minimum.at(least, requests.mentee, points)
    return least - lifts_of(solved.people, solved.candidates)


def _in_points(solved: Solved, price: Longs) -> Longs:
    points = price // solved.priced.scale.unit
    return np.where(solved.people.places > 0, points, OUT_OF_REACH).astype(np.int64)


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
