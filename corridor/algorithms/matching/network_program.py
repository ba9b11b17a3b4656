"""A market with rules that cross, as a linear program over those of its pairs that matter.

Pairs join when prices say that they could improve what there is (column generation), and "one
mentor once for one mentee" becomes a row when a second pair of the two joins. Pairs can be ruled
out or required, and let go again; the next solution begins where the last one ended.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, pairwise
from math import gcd

import numpy as np

from corridor.algorithms.matching.linear import PARTS, Program
from corridor.algorithms.matching.network_relaxed import Relaxation

JOINING = 3
"""Pairs of one request that join at a time."""
WHOLE = 1e-3
"""What is this near to a whole number is one; ``linear`` moves sides by less."""

Couple = tuple[int, int]
"""Mentee and mentor."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Pairs that are ruled out, and pairs that must be; of their requests, all others are out."""

    banned: AbstractSet[int] = frozenset()
    taken: AbstractSet[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Tariff:
    """The prices of a solution, in parts; no assignment in the choice is worth more than bound."""

    price: Sequence[int]
    limit_price: Sequence[int]
    twice: dict[Couple, int]
    bound: int

    @property
    def common(self) -> int:
        """What divides all prices and ``PARTS``: in so many parts together all are whole."""
        return gcd(PARTS, *chain(self.price, self.limit_price, self.twice.values()))


@dataclass(frozen=True, kw_only=True)
class Solution:
    share: dict[int, float]
    """Pair -> how much of it is used, where that is not nothing."""
    tariff: Tariff

    @property
    def broken(self) -> list[int]:
        return [at for at, share in self.share.items() if abs(share - round(share)) > WHOLE]


class MarketProgram:
    def __init__(self, relaxation: Relaxation, *, work: int) -> None:
        self._market = market = relaxation.market
        self._row: list[int] = relaxation.row.tolist()
        self._column: list[int] = market.mentor.tolist()
        self._value: list[int] = relaxation.value.tolist()
        self._usable: list[bool] = relaxation.usable.tolist()
        self._force = 4 * relaxation.dear
        self._out_of_reach = relaxation.dear * PARTS
        """The price of a mentor without places: no program asks what one would be worth."""
        self._places: list[int] = np.diff(market.slot_start).tolist()
        self._program = Program(work=work)
        self._variable: dict[int, int] = {}
        self._choice = Choice()
        self._limits_of: defaultdict[int, list[int]] = defaultdict(list)
        for number, limit in enumerate(market.limits):
            for at in set(limit.pairs.tolist()):
                self._limits_of[at].append(number)
        for _ in range(market.rows):
            self._program.add_row(1, {})
        self._mentor_rows = list(self._mentors())
        self._limit_rows = [
            self._program.add_row(max(0, limit.places), {}) for limit in market.limits
        ]
        self._meeting: dict[Couple, int] = {}
        self._first: dict[Couple, int] = {}

    def join(self, pairs: Iterable[int]) -> None:
        for at in pairs:
            if at not in self._variable and self._usable[at]:
                self._add_pair(at)

    def solve(self, choice: Choice) -> Solution:
        """Raises TooMuchWork."""
        self._choose(choice)
        while True:
            self._program.solve()
            tariff, wanted = self._priced()
            if not wanted:
                return Solution(share=self._shares(), tariff=tariff)
            self.join(wanted)

    def _choose(self, choice: Choice) -> None:
        self.join(sorted(choice.taken))
        changed = (self._choice.banned ^ choice.banned) | (self._choice.taken ^ choice.taken)
        self._choice = choice
        for at in sorted(changed & self._variable.keys()):
            self._program.change_cost(self._variable[at], self._cost(at))

    def _cost(self, at: int) -> int:
        force = (at in self._choice.taken) - (at in self._choice.banned)
        return self._value[at] + force * self._force

    def _mentors(self) -> Iterator[int]:
        """One row for the places of each, and one for those of her places that cost the same."""
        market = self._market
        for first, end in pairwise(market.slot_start.tolist()):
            costs = market.slot_cost[first:end].tolist()
            row = self._program.add_row(costs.count(0), {})
            for cost in sorted(set(costs) - {0}):
                alike = self._program.add_row(costs.count(cost), {})
                self._program.add_variable(-cost, {row: -1, alike: 1})
            yield row

    def _add_pair(self, at: int) -> None:
        row, column = self._row[at], self._column[at]
        members = dict.fromkeys((row, self._mentor_rows[column]), 1)
        members |= {self._limit_rows[number]: 1 for number in self._limits_of[at]}
        if self._market.mentee is not None:
            couple = int(self._market.mentee[row]), column
            if couple not in self._first:
                self._first[couple] = at
            else:
                if couple not in self._meeting:
                    first = self._variable[self._first[couple]]
                    self._meeting[couple] = self._program.add_row(1, {first: 1})
                members[self._meeting[couple]] = 1
        self._variable[at] = self._program.add_variable(self._cost(at), members)

    def _shares(self) -> dict[int, float]:
        return {
            at: share
            for at, variable in self._variable.items()
            if (share := self._program.value_of(variable)) > WHOLE
        }

    def _priced(self) -> tuple[Tariff, list[int]]:
        """Prices and what they prove, and the pairs that pay more than those that have joined."""
        prices = self._program.prices()
        price = [
            prices[row] if places else self._out_of_reach
            for row, places in zip(self._mentor_rows, self._places, strict=True)
        ]
        limit_price = [prices[row] for row in self._limit_rows]
        twice = {couple: prices[row] for couple, row in self._meeting.items() if prices[row]}
        gain = self._gains(price, limit_price, twice)
        taken = {self._row[at]: at for at in self._choice.taken}
        best: list[int] = [0] * self._market.rows
        wanted: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, row in enumerate(self._row):
            if row in taken or at in self._choice.banned or not self._usable[at]:
                continue
            best[row] = max(best[row], gain[at])
            if gain[at] > prices[row] and at not in self._variable:
                wanted[row].append((-gain[at], at))
        for row, at in taken.items():
            best[row] = gain[at]
        bound = sum(best) + self._rent(price, limit_price) + sum(twice.values())
        tariff = Tariff(price=price, limit_price=limit_price, twice=twice, bound=bound)
        return tariff, [at for found in wanted.values() for _, at in sorted(found)[:JOINING]]

    def _gains(
        self, price: list[int], limit_price: list[int], twice: dict[Couple, int]
    ) -> list[int]:
        gain = [
            value * PARTS - price[column]
            for value, column in zip(self._value, self._column, strict=True)
        ]
        for at, numbers in self._limits_of.items():
            for number in numbers:
                gain[at] -= limit_price[number]
        if twice and self._market.mentee is not None:
            mentee = self._market.mentee.tolist()
            for at, (row, column) in enumerate(zip(self._row, self._column, strict=True)):
                gain[at] -= twice.get((mentee[row], column), 0)
        return gain

    def _rent(self, price: list[int], limit_price: list[int]) -> int:
        """What the places of mentors and limits would earn at these prices."""
        market = self._market
        slots = pairwise(market.slot_start.tolist())
        costs = market.slot_cost.tolist()
        rent: int = sum(
            max(0, charge - cost * PARTS)
            for charge, (first, end) in zip(price, slots, strict=True)
            if charge
            for cost in costs[first:end]
        )
        for limit, charge in zip(market.limits, limit_price, strict=True):
            rent += max(0, limit.places) * charge
        return rent
