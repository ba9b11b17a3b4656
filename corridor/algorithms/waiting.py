"""How long somebody on a waiting list is likely to wait, from what became of others before her.

With each earlier round goes how many waited when it was matched, and how many of them it matched.
A round matches m of them on average; who stands at position p waits for p / m rounds, rounded up.
A round comes every d days, the median distance of their first days. Where fewer than five people
waited in all, or nobody was ever matched from the list, nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

FEWEST = 5
"""People who waited before, below which an average means nothing and may name somebody."""


@dataclass(frozen=True, kw_only=True)
class Waited:
    """One earlier round."""

    starts_on: date
    waiting: int
    matched: int


def rounds_to_wait(position: int, earlier: Sequence[Waited]) -> int | None:
    """At least one; None where it is not known yet."""
    waiting = sum(one.waiting for one in earlier)
    matched = sum(one.matched for one in earlier)
    if waiting < FEWEST or matched == 0:
        return None
    return max(1, -(-position * len(earlier) // matched))


def days_between(starts: Sequence[date]) -> timedelta | None:
    """The median distance of rounds; None of fewer than two."""
    ordered = sorted(starts)
    gaps = [(later - before).days for before, later in pairwise(ordered)]
    return timedelta(days=round(median(gaps))) if gaps else None
