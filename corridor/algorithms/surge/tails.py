"""How unlikely a count is where so many are usual: the upper Poisson tail, in logarithms.

The tail is summed from the count outwards, away from the middle (the series of the incomplete
gamma function, https://dlmf.nist.gov/8.11#E1), so that nothing is subtracted that is nearly
equal: a tail of 1e-400 is as exact as one of 0.1.
"""

from math import exp, inf, lgamma, log, log1p

SMALLEST_TERM = 1e-17
"""Relative to the sum: what comes after changes no bit of it."""


def log_tail(count: int, mean: float) -> float:
    """ln P(X >= count) for X of the Poisson law with this mean."""
    if count <= 0:
        return 0.0
    if mean <= 0:
        return -inf
    if count > mean:
        return _log_term(count, mean) + log(_sum_above(count, mean))
    below = exp(_log_term(count - 1, mean)) * _sum_below(count - 1, mean)
    return log1p(-below)


def surprise(count: int, mean: float) -> float:
    """-log10 P(X >= count): 3 is once in a thousand."""
    return max(0.0, -log_tail(count, mean) / log(10))


def _log_term(count: int, mean: float) -> float:
    return count * log(mean) - mean - lgamma(count + 1)


def _sum_above(count: int, mean: float) -> float:
    """1 + m/(k+1) + m²/((k+1)(k+2)) + …: P(X >= k) over P(X = k)."""
    term = total = 1.0
    while term > total * SMALLEST_TERM:
        count += 1
        term *= mean / count
        total += term
    return total


def _sum_below(count: int, mean: float) -> float:
    """1 + k/m + k(k-1)/m² + …: P(X <= k) over P(X = k)."""
    term = total = 1.0
    while term > total * SMALLEST_TERM:
        term *= count / mean
        count -= 1
        total += term
    return total
