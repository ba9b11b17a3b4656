"""Where a limit on the whole programme leaves few places: only the pairs that can matter.

The limit has a price, and a pair that is worth no more than this price cannot improve anything.
So the pairs worth most are tried alone, as many as seem enough by a first greedy choice. If the
limit's price in the best assignment of these is as high as whatever was left out, the prices
prove it best among all pairs. Otherwise more pairs are tried, and in the end all.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching.books import Flags
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Limit, Longs, Market

ENOUGH_PAIRS = 20_000
"""A market of no more pairs is solved as it is."""
FEW = 2
"""The limit must be below one in so many of the matches that rows and places allow."""
SMALLEST_PART = 64
"""The first trial takes one pair in so many, the next ones twice as many each."""
LARGEST_PART = 2
SPARE = 16
"""A greedy choice should serve more than the limit by one in so many."""


class Part(NamedTuple):
    market: Market
    """Same rows, mentors and limits."""
    limit: int
    """Position of the limit in ``Market.limits``."""
    least: int
    """Whatever was left out is worth no more."""


def parts_of(market: Market) -> Iterator[Part]:
    """Smaller markets whose best assignment may be that of the whole, from the smallest up.

    It is, with its prices, if the limit's price is not below ``least``.
    """
    pairs = len(market.mentor)
    limit = _on_all(market)
    if pairs <= ENOUGH_PAIRS or limit is None:
        return
    most = market.limits[limit].places
    if not 0 < most * FEW < min(market.rows, len(market.slot_cost)):
        return
    row = np.repeat(np.arange(market.rows), np.diff(market.start))
    value = market.reward[row] + market.worth
    part = SMALLEST_PART
    while part >= LARGEST_PART:
        least = int(np.partition(value, -(pairs // part))[-(pairs // part)])
        kept = np.flatnonzero(value > least)
        if _greedy(market, row, value, kept, least) > most + most // SPARE:
            yield Part(_only(market, kept, row), limit, least)
        part //= 2


def _on_all(market: Market) -> int | None:
    """The strictest limit that holds every pair."""
    every = len(market.mentor)
    whole = [
        (limit.places, number)
        for number, limit in enumerate(market.limits)
        if len(limit.pairs) >= every and _flagged(limit.pairs, every).all()
    ]
    return min(whole)[1] if whole else None


def _flagged(pairs: Longs, every: int) -> Flags:
    flags = np.zeros(every, dtype=np.bool_)
    flags[pairs] = True
    return flags


def _greedy(market: Market, row: Longs, value: Longs, kept: Longs, least: int) -> int:
    """How many are served by the pairs worth most, each worth more than ``least`` after costs."""
    order = kept[np.argsort(-value[kept], kind="stable")]
    return int(
        _serve(
            row[order],
            market.mentor[order],
            value[order] - least,
            np.ones(market.rows, dtype=np.bool_),
            market.slot_start[:-1].copy(),
            market.slot_start[1:],
            market.slot_cost,
        )
    )


@njit
def _serve(  # noqa: PLR0913, PLR0917 - a compiled loop
    row: Longs, mentor: Ints, value: Longs, waits: Flags, place: Longs, end: Longs, cost: Longs
) -> int:
    served = 0
    for at in range(len(row)):
        column = mentor[at]
        here = place[column]
        if waits[row[at]] and here < end[column] and value[at] > cost[here]:
            waits[row[at]] = False
            place[column] += 1
            served += 1
    return served


def _only(market: Market, kept: Longs, row: Longs) -> Market:
    position = np.full(len(market.mentor), -1, dtype=np.int64)
    position[kept] = np.arange(len(kept))
    limits = []
    for limit in market.limits:
        pairs = position[limit.pairs]
        limits.append(Limit(mentor=limit.mentor, pairs=pairs[pairs >= 0], places=limit.places))
    return replace(
        market,
        start=np.searchsorted(row[kept], np.arange(market.rows + 1)).astype(np.int64),
        mentor=market.mentor[kept],
        worth=market.worth[kept],
        limits=tuple(limits),
    )
