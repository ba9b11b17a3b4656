"""Rules that cross each other: charges, and some assignment that obeys them all.

Charges on the rules that do not nest are moved until as little as possible breaks them; each
move keeps the bound valid. What is still broken is ruled out, the least missed first. What
this finds is where ``network_branches`` begins; often it is best and proven already. Nothing
here depends on time, so that results can be repeated.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.network_flow import NOWHERE
from corridor.algorithms.matching.network_gates import Rule
from corridor.algorithms.matching.network_relaxed import Point, Relaxation

EFFORT = 3_000_000
"""Pairs looked at in all solutions of one search together."""
FEWEST, MOST = 24, 60
"""Solutions of one search, at least and at most."""


@dataclass(frozen=True, kw_only=True)
class Found:
    pair: Longs
    """(rows,) an assignment that obeys all rules"""
    value: int
    proof: Point
    """Where the lowest bound was seen."""


def search(relaxation: Relaxation) -> Found:
    return _Search(relaxation).run()


class _Search:
    def __init__(self, relaxation: Relaxation) -> None:
        self.relaxation = relaxation
        self.rules = relaxation.apart
        pairs = max(1, len(relaxation.row))
        self.left = min(MOST, max(FEWEST, EFFORT // pairs))
        self.pair = np.full(relaxation.market.rows, NOWHERE, dtype=np.int64)
        self.value = 0

    def run(self) -> Found:
        proof = self._move_charges()
        if self.value < proof.bound:
            self._dive(proof)
        return Found(pair=self.pair, value=self.value, proof=proof)

    def _solve(self, charges: Sequence[int], banned: Sequence[int] = ()) -> Point:
        """One solution; kept if it obeys every rule and is worth more than any before."""
        self.left -= 1
        point = self.relaxation.solve(charges, banned)
        if not self._broken(point):
            self._keep(point.pair)
        return point

    def _keep(self, pair: Longs) -> None:
        value = self.relaxation.worth_of(pair)
        if value > self.value:
            self.pair, self.value = pair, value

    def _broken(self, point: Point) -> list[int]:
        use = self.relaxation.use(point.pair)
        return [k for k, rule in enumerate(self.rules) if use[k] > rule.places]

    def _move_charges(self) -> Point:
        """Raise charges on rules that are broken, lower those that keep places empty."""
        charges = [0 if rule.places else self.relaxation.dear for rule in self.rules]
        best = point = self._solve(charges)
        for _ in range(self.left // 3):
            moved = self._moved(point)
            if moved == list(point.charges):
                break
            point = self._solve(moved)
            if point.bound < best.bound:
                best = point
            if self.value == best.bound:
                break
        return best

    def _moved(self, point: Point) -> list[int]:
        use = self.relaxation.use(point.pair)
        return [
            charge + self._too_cheap(point, rule, used - rule.places)
            if used > rule.places
            else max(0, charge - self._too_dear(point, rule, rule.places - used, charge))
            if used < rule.places and charge
            else charge
            for rule, charge, used in zip(self.rules, point.charges, use, strict=True)
        ]

    def _too_cheap(self, point: Point, rule: Rule, surplus: int) -> int:
        """The rise at which so many of those served by the rule prefer something else."""
        losses = sorted(loss for loss, _ in self._losses(point, rule))
        return _between(losses, surplus, losses[-1] + 1)

    def _too_dear(self, point: Point, rule: Rule, empty: int, charge: int) -> int:
        """The fall at which so many who are served otherwise prefer the rule's pairs."""
        market = self.relaxation.market
        wanting: list[int] = []
        for pair in rule.pairs.tolist():
            row = int(self.relaxation.row[pair])
            if point.pair[row] != pair and self.relaxation.usable[pair]:
                gains = point.gain[market.start[row] : market.start[row + 1]]
                wanting.append(max(0, int(gains.max())) - int(point.gain[pair]))
        return _between(sorted(wanting), empty, charge)

    def _losses(self, point: Point, rule: Rule) -> list[tuple[int, int]]:
        """(what its row would lose without it, pair) for each pair of the rule in use."""
        relaxation, start = self.relaxation, self.relaxation.market.start
        losses = []
        for pair in rule.pairs.tolist():
            row = int(relaxation.row[pair])
            if point.pair[row] != pair:
                continue
            gains = point.gain[start[row] : start[row + 1]].copy()
            inside = rule.pairs[(rule.pairs >= start[row]) & (rule.pairs < start[row + 1])]
            gains[inside - start[row]] = 0
            losses.append((int(point.gain[pair]) - max(0, int(gains.max())), pair))
        return losses

    def _dive(self, point: Point) -> None:
        """Find some assignment that obeys all rules: rule out whatever is least missed."""
        banned: list[int] = []
        for _ in range(self.left // 3):
            broken = self._broken(point)
            if not broken:
                return
            for k in broken:
                losses = sorted(self._losses(point, self.rules[k]))
                surplus = len(losses) - self.rules[k].places
                banned += [pair for _, pair in losses[:surplus]]
            point = self._solve(point.charges, sorted(set(banned)))
        pair = point.pair.copy()
        for k in self._broken(point):
            losses = sorted(self._losses(point, self.rules[k]))
            for _, extra in losses[: len(losses) - self.rules[k].places]:
                pair[self.relaxation.row[extra]] = NOWHERE
        self._keep(pair)


def _between(ascending: Sequence[int], count: int, most: int) -> int:
    """A step that ``count`` of these pass and the next does not, up to ``most``."""
    if count > len(ascending):
        return most
    passed = ascending[count - 1]
    following = ascending[count] if count < len(ascending) else most
    return min(most, max(passed, (passed + following) // 2))
