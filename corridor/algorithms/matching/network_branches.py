"""Exact and proven where rules cross: a linear program, cut in two where its shares are broken.

Mostly the program's own prices prove what it finds. Where a share is broken, the pair is taken in
one branch and not in the other, and each has a program of its own (Land & Doig 1960,
doi 10.2307/1910129): the proof then is the tree, with prices for every branch that ends. The work
is bounded by a count, not by time, so that results can be repeated; what is left open keeps the
prices of the branch above, and the bound stays valid.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np

from corridor.algorithms.matching.linear import PARTS, TooMuchWork
from corridor.algorithms.matching.market import Branch, Longs, Prices
from corridor.algorithms.matching.network_flow import NOWHERE
from corridor.algorithms.matching.network_program import Choice, MarketProgram, Solution, Tariff
from corridor.algorithms.matching.network_relaxed import Relaxation
from corridor.algorithms.matching.network_search import Found

WORK = 150_000_000
"""Coefficients looked at in all programs of one market together."""
MOST_REQUESTS = 2_000
"""Beyond these a program would not end within that work."""
MOST_BRANCHES = 200
FEW, LIKELY = 600, 5
"""Pairs that all join at the beginning, and those of each request that do where there are more."""
EVEN = 0.5


@dataclass(frozen=True, kw_only=True)
class Proved:
    pair: Longs
    """(rows,) an assignment that obeys all rules"""
    prices: Prices
    branches: tuple[Branch, ...]


def branch(relaxation: Relaxation, found: Found) -> Proved:
    """At least as good as what was found."""
    unchanged = Proved(pair=found.pair, prices=relaxation.prices_of(found.proof), branches=())
    if relaxation.market.rows > MOST_REQUESTS:
        return unchanged
    program = MarketProgram(relaxation, work=WORK)
    program.join(_promising(relaxation, found))
    try:
        root = program.solve(Choice())
    except TooMuchWork:
        return unchanged
    tree = _Tree(relaxation, found, program)
    tree.grow(root)
    return Proved(pair=tree.pair, prices=_prices(root.tariff), branches=tree.told())


def _promising(relaxation: Relaxation, found: Found) -> Iterable[int]:
    """What charges left each request that pays best, and what was found."""
    market, gain = relaxation.market, found.proof.gain
    if len(market.mentor) <= FEW:
        return range(len(market.mentor))
    order = np.lexsort((-gain, relaxation.row))
    nth = np.arange(len(order)) - np.repeat(market.start[:-1], np.diff(market.start))
    served = found.pair[found.pair != NOWHERE]
    joining: list[int] = np.union1d(order[nth < LIKELY], served).tolist()
    return joining


def _prices(tariff: Tariff) -> Prices:
    """In whole units, as read elsewhere; rounded up they prove nearly as much."""
    return Prices(
        mentor=np.array([-(-price // PARTS) for price in tariff.price], dtype=np.int64),
        limit=np.array([-(-price // PARTS) for price in tariff.limit_price], dtype=np.int64),
        twice={couple: -(-price // PARTS) for couple, price in tariff.twice.items()},
    )


@dataclass(frozen=True, kw_only=True)
class _Node:
    parent: int
    pair: int
    is_taken: bool
    tariff: Tariff
    is_cut: bool = False


class _Tree:
    def __init__(self, relaxation: Relaxation, found: Found, program: MarketProgram) -> None:
        self.relaxation = relaxation
        self.program = program
        self.pair, self.value = found.pair, found.value
        self.nodes: list[_Node] = []

    def grow(self, root: Solution) -> None:
        """Depth first, what is taken before what is not: that ends in assignments."""
        self.nodes.append(_Node(parent=-1, pair=-1, is_taken=False, tariff=root.tariff))
        self._keep(root)
        stack = self._cut(0, root, Choice())
        with suppress(TooMuchWork):
            while stack and len(self.nodes) < MOST_BRANCHES:
                number = stack.pop()
                if self.nodes[number].tariff.bound // PARTS > self.value:
                    choice = self._choice(number)
                    stack += self._cut(number, self._solved(number, choice), choice)

    def told(self) -> tuple[Branch, ...]:
        """Nothing where the prices of the whole are whole numbers and nothing was cut."""
        if len(self.nodes) == 1 and self.nodes[0].tariff.common == PARTS:
            return ()
        return tuple(_told(node) for node in self.nodes)

    def _solved(self, number: int, choice: Choice) -> Solution:
        solution = self.program.solve(choice)
        node = self.nodes[number]
        if solution.tariff.bound < node.tariff.bound:
            self.nodes[number] = replace(node, tariff=solution.tariff)
        self._keep(solution)
        return solution

    def _cut(self, number: int, solution: Solution, choice: Choice) -> list[int]:
        """The two new branches; none where nothing better can be in this one."""
        node = self.nodes[number]
        broken = [at for at in solution.broken if at not in choice.banned | choice.taken]
        if node.tariff.bound // PARTS <= self.value or not broken:
            return []
        pair = min(broken, key=lambda at: (abs(solution.share[at] - EVEN), at))
        self.nodes[number] = replace(node, is_cut=True)
        first = len(self.nodes)
        self.nodes += [
            _Node(parent=number, pair=pair, is_taken=is_taken, tariff=node.tariff)
            for is_taken in (False, True)
        ]
        return [first, first + 1]

    def _choice(self, number: int) -> Choice:
        start, row = self.relaxation.market.start, self.relaxation.row
        banned: set[int] = set()
        taken: set[int] = set()
        while number:
            node = self.nodes[number]
            if node.is_taken:
                taken.add(node.pair)
                own = row[node.pair]
                banned |= set(range(int(start[own]), int(start[own + 1]))) - {node.pair}
            else:
                banned.add(node.pair)
            number = node.parent
        return Choice(banned=banned, taken=taken)

    def _keep(self, solution: Solution) -> None:
        """What a program serves, if it is whole, obeys all rules and is better than any before."""
        if solution.broken:
            return
        relaxation, market = self.relaxation, self.relaxation.market
        chosen = np.array(sorted(solution.share), dtype=np.int64)
        pair = np.full(market.rows, NOWHERE, dtype=np.int64)
        pair[relaxation.row[chosen]] = chosen
        value = relaxation.worth_of(pair)
        if value > self.value and relaxation.is_obeyed(pair):
            self.pair, self.value = pair, value


def _told(node: _Node) -> Branch:
    tariff, common = node.tariff, node.tariff.common
    bare = Branch(parent=node.parent, pair=node.pair, is_taken=node.is_taken)
    if node.is_cut:
        return bare
    return replace(
        bare,
        parts=PARTS // common,
        price=tuple(price // common for price in tariff.price),
        limit_price=tuple(price // common for price in tariff.limit_price),
        twice={couple: price // common for couple, price in tariff.twice.items()},
    )
