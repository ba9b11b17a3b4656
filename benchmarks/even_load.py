"""Can load be spread more evenly for so little fit at all? Answered by proof, not by trying.

    python benchmarks/even_load.py                     10,000 x 4,000 of people.py: a minute
    python benchmarks/even_load.py --share .6 --loss .005

The crowd and the places are those of the second table of ``fairness.py``. Asked is for any choice
of matches that serves everybody, loses at most ``--loss`` of the fit, and has at most ``--share``
of the Gini of load over capacity that the best choice has.

Let A(t) be the share of mentors whose load over capacity is above t. Then the Gini is the
integral of A (1 - A) over that of A, and A is a sum over places taken. A (1 - A) is concave:
between two values of A it is at least its chord, and a chord is a cost for each place, so that
one assignment bounds what any choice within these values can have. What stays open is cut in
two and bounded again, until every part is ruled out or a choice is found. Costs that fall from a
place to the next are replaced by their convex hull, and rounded down: both only weaken a bound.
"""

import argparse
import sys
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise
from pathlib import Path

# Run as a script, this folder would stand in front with its own ``matching``.
sys.path[0] = str(Path(__file__).parents[1])

import numpy as np

from benchmarks.fairness import Scored, fit_of, places_of, scores_of
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.certificate import certify
from corridor.algorithms.matching.market import Market

PARTS = 10
"""Costs are whole tenths of a point."""
REWARD = 600_000
MOST_PLACES = 5
EDGES = np.unique([k / c for c in range(1, MOST_PLACES + 1) for k in range(c + 1)])
WIDTH = np.diff(EDGES)
MIDDLE = (EDGES[:-1] + EDGES[1:]) / 2
WEIGHTS = (8_000, 10_000, 11_500, 12_500)
"""Points for a difference of one in A; the second last is the one for bounds."""
ROUNDS = 3
MOST_SOLVES = 3_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=("1k", "10k"), default="10k")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--share", type=float, default=2 / 3)
    parser.add_argument("--loss", type=float, default=0.0075)
    chosen = parser.parse_args()
    scored = scores_of(chosen.size, chosen.seed)
    search = Search(scored, places_of(scored, "ample"), loss=chosen.loss)
    search.run(chosen.share)


@dataclass
class Search:
    scored: Scored
    places: np.ndarray
    loss: float
    best: int = 0
    """The most fit of any choice."""
    solves: int = 0
    evenest: float = 1.0
    """The lowest Gini seen within the loss."""
    parts: list[tuple[float, int, np.ndarray, np.ndarray, np.ndarray]] = field(default_factory=list)

    def run(self, share: float) -> None:
        _, above, self.best = self.solve(np.zeros(len(WIDTH)))
        plain = gini_of(above)
        wanted = share * plain
        for weight in WEIGHTS:
            for _ in range(ROUNDS):
                above = self.solve(weight * (1 - 2 * above - wanted))[1]
        bounded = self.bound(np.zeros(len(WIDTH)), np.ones(len(WIDTH)), wanted)
        heappush(self.parts, (bounded[0], 0, np.zeros(len(WIDTH)), np.ones(len(WIDTH)), bounded[1]))
        while self.parts and self.evenest > wanted and self.solves < MOST_SOLVES:
            self.split(wanted)
        least = f"at least {self.parts[0][0]:.3%} of fit" if self.parts else "no choice does"
        print(f"{1 - share:.2%} off the Gini of {plain:.4f} for {self.loss:.2%} of fit:", end=" ")
        print("found" if self.evenest <= wanted else least, end="; ")
        print(f"{1 - self.evenest / plain:.2%} off is the best seen; {self.solves} solved")

    def split(self, wanted: float) -> None:
        """Cut the part with the lowest bound in two where its chord is furthest off."""
        least, _, low, high, above = heappop(self.parts)
        off = WIDTH * np.clip(above - low, 0, 1) * np.clip(high - above, 0, 1)
        at = int(np.argmax(off if off.max() > 1e-6 else WIDTH * (high - low) ** 2))
        cut, margin = above[at], 0.02 * (high[at] - low[at])
        if not low[at] + margin < cut < high[at] - margin:
            cut = (low[at] + high[at]) / 2
        for is_upper in (False, True):
            lower, upper = low.copy(), high.copy()
            (lower if is_upper else upper)[at] = cut
            # Fewer mentors carry more than fewer: A falls.
            upper = np.minimum.accumulate(upper)
            lower = np.maximum.accumulate(lower[::-1])[::-1]
            if (lower > upper).any():
                continue
            bound, there = self.bound(lower, upper, wanted)
            if bound <= self.loss:
                heappush(self.parts, (max(bound, least), self.solves, lower, upper, there))

    def bound(self, low: np.ndarray, high: np.ndarray, wanted: float) -> tuple[float, np.ndarray]:
        """What any choice with A between these loses at least, and A where that was found."""
        weight, mentors = WEIGHTS[-2], len(self.places)
        outside = np.zeros(len(WIDTH))
        """Points for leaving the part, so that the bound is for what lies in it."""
        least, where = -np.inf, low
        for _ in range(ROUNDS):
            value, above, _ = self.solve(weight * (1 - low - high - wanted) + outside)
            kept = np.maximum(outside, 0) * high - np.maximum(-outside, 0) * low
            most = value + mentors * (WIDTH * (kept - weight * low * high)).sum()
            if 1 - most / self.best > least:
                least, where = 1 - most / self.best, above
            beyond = np.maximum(above - high, 0) - np.maximum(low - above, 0)
            if least > self.loss or not beyond.any():
                break
            outside += 3 * weight * beyond
        return least, where

    def solve(self, price: np.ndarray) -> tuple[float, np.ndarray, int]:
        """The most fit less cost of any choice, proven; the A of that choice, and its fit."""
        cost = {c: whole(hull(weights_of(c) @ price)) for c in range(1, MOST_PLACES + 1)}
        shift = min(int(costs.min()) for costs in cost.values())
        market = Market(
            start=self.scored.start,
            mentor=self.scored.mentor,
            worth=self.scored.fit * PARTS,
            reward=np.full(self.scored.mentees, REWARD),
            slot_start=np.concatenate(([0], np.cumsum(self.places))).astype(np.int64),
            slot_cost=np.concatenate([cost[c] - shift for c in self.places.tolist()]),
        )
        assignment = assign(market)
        assert certify(market, assignment).is_optimal
        assert (assignment.mentor >= 0).all()
        load = np.bincount(assignment.mentor, minlength=len(self.places))
        fit = fit_of(self.scored, assignment.mentor)
        pairs = zip(self.places.tolist(), load.tolist(), strict=True)
        paid = sum(int(cost[c][:carried].sum()) for c, carried in pairs)
        above = (load[:, None] > self.places[:, None] * MIDDLE).mean(axis=0)
        self.solves += 1
        if fit >= (1 - self.loss) * self.best:
            self.evenest = min(self.evenest, gini_of(above))
        return fit - paid / PARTS, above, fit


def gini_of(above: np.ndarray) -> float:
    return float((WIDTH * above * (1 - above)).sum() / (WIDTH * above).sum())


def weights_of(places: int) -> np.ndarray:
    """(places, intervals) the width of each interval that lies under a place."""
    under = (MIDDLE * places).astype(np.int64)
    return np.where(np.arange(places)[:, None] == under, WIDTH, 0)


def hull(cost: np.ndarray) -> np.ndarray:
    """The greatest costs that never fall and add up to no more, however many places are taken."""
    total = np.concatenate(([0], np.cumsum(cost)))
    corners = [0]
    for at in range(1, len(total)):
        while len(corners) > 1:
            before, last = corners[-2], corners[-1]
            if (total[last] - total[before]) * (at - last) < (total[at] - total[last]) * (
                last - before
            ):
                break
            corners.pop()
        corners.append(at)
    return np.concatenate(
        [np.full(b - a, (total[b] - total[a]) / (b - a)) for a, b in pairwise(corners)]
    )


def whole(cost: np.ndarray) -> np.ndarray:
    return np.floor(PARTS * cost - 1e-9).astype(np.int64)


if __name__ == "__main__":
    main()
