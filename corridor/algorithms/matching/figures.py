"""Formulas behind the fairness figures, each with its source."""

from collections.abc import Sequence
from math import exp, lgamma, sqrt
from statistics import NormalDist

Z_95 = NormalDist().inv_cdf(0.975)

SAME_CHANCE = 1e-7
"""Tables whose chances differ relatively by less than this count as equally likely."""


def gini(values: Sequence[float]) -> float:
    """0 where all carry alike, towards 1 where one carries all; 0 where nobody carries.

    G = sum (2i - n - 1) x_i / (n sum x), x ascending (Sen 1973, On Economic Inequality).
    """
    total = sum(values)
    if not total:
        return 0.0
    size = len(values)
    ranked = sum((2 * place - size - 1) * x for place, x in enumerate(sorted(values), start=1))
    return ranked / (size * total)


def wilson_interval(hits: int, trials: int) -> tuple[float, float]:
    """95 % interval of a rate (Wilson 1927, doi 10.1080/01621459.1927.10502953).

    Raises ZeroDivisionError where nothing was tried.
    """
    rate = hits / trials
    z_squared = Z_95**2
    centre = rate + z_squared / (2 * trials)
    spread = Z_95 * sqrt(rate * (1 - rate) / trials + z_squared / (4 * trials**2))
    whole = 1 + z_squared / trials
    low = (centre - spread) / whole if hits else 0.0
    high = (centre + spread) / whole if hits < trials else 1.0
    return low, high


def fisher_exact_p(table: tuple[tuple[int, int], tuple[int, int]]) -> float:
    """Two-sided p of a two by two table: all tables with its margins that are no likelier.

    Fisher 1922, doi 10.2307/2340521.
    """
    (a, b), (c, d) = table
    row, column, total = a + b, a + c, a + b + c + d
    chances = [
        _log_choose(column, k) + _log_choose(total - column, row - k)
        for k in range(max(0, row + column - total), min(row, column) + 1)
    ]
    seen = _log_choose(column, a) + _log_choose(total - column, b)
    all_tables = _log_choose(total, row)
    return min(1.0, sum(exp(one - all_tables) for one in chances if one <= seen + SAME_CHANCE))


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def rate_ratio(lowest: float, highest: float) -> float | None:
    """Lowest match rate over highest; None where nobody was matched."""
    return lowest / highest if highest else None
