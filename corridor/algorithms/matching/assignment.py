"""The best assignment of a market, by whichever exact solver suits its size and shape."""

from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.market import Assignment, Market
from corridor.algorithms.matching.network import assign_network
from corridor.algorithms.matching.small import assign_small

SMALL = 500
"""Pairs up to which pure Python is done before compiled code is loaded."""


def assign(market: Market) -> Assignment:
    """Highest total of rewards and worth less the cost of places, with prices that prove it."""
    if not market.is_plain:
        return assign_network(market)
    if not HAS_NUMBA or len(market.mentor) <= SMALL:
        return assign_small(market)
    from corridor.algorithms.matching.large import assign_large  # noqa: PLC0415 - loads numba

    return assign_large(market)
