"""The best assignment under the rules that nest, with a charge on pairs for those that do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from corridor.algorithms.matching.books import Sheet
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.market import Longs, Market, Prices
from corridor.algorithms.matching.network_flow import FAR, NOWHERE, Flow, Network, place_rows
from corridor.algorithms.matching.network_gates import nest

HEAD_START = 20_000
"""Pairs from which the plain market is solved first."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """What is best at some charges, and the prices that prove it."""

    charges: tuple[int, ...]
    """What each rule that does not nest takes for one of its pairs."""
    pair: Longs
    """(rows,) position in ``Market.mentor``, or NOWHERE"""
    gain: Longs
    """(pairs,) value less charges and all prices on the way"""
    price: Longs
    """(gates,) of each gate alone, 0 or more"""
    bound: int
    """No assignment that obeys all rules is worth more."""


class Relaxation:
    def __init__(self, market: Market) -> None:
        self.market = market
        self.gates, self.apart = nest(market)
        self.row = np.repeat(np.arange(market.rows, dtype=np.int64), np.diff(market.start))
        self.value = market.reward[self.row] + market.worth.astype(np.int64)
        self.dear = int(self.value.max(initial=0))
        """The price at which nobody buys."""
        has_places = np.diff(market.slot_start) > 0
        self.usable = has_places[market.mentor]
        self.depth = _depths(self.gates.parent)

    def solve(self, charges: Sequence[int], banned: Sequence[int] = ()) -> Point:
        """The best assignment that avoids the ``banned`` pairs; rules apart only cost charges."""
        value = self._charged(charges)
        usable = self.usable & (value > 0)
        usable[list(banned)] = False
        arcs = np.flatnonzero(usable)
        taken, price, load = self._flow(arcs, value[arcs])
        pair = np.full(self.market.rows, NOWHERE, dtype=np.int64)
        served = taken != NOWHERE
        pair[served] = arcs[taken[served]]
        full, own = self._prices(price, load)
        gain = value - full[self.gates.entry]
        gain[list(banned)] = -self.dear
        bound: int = sum(value[pair[served]].tolist()) - self._cost_of(load)
        bound += sum(charge * rule.places for charge, rule in zip(charges, self.apart, strict=True))
        return Point(charges=tuple(charges), pair=pair, gain=gain, price=own, bound=bound)

    def worth_of(self, pair: Longs) -> int:
        """What an assignment is worth in the market itself."""
        served = pair[pair != NOWHERE]
        load = np.bincount(self.market.mentor[served], minlength=self.market.columns)
        gross: int = sum(self.value[served].tolist())
        return gross - self._cost_of(load)

    def use(self, pair: Longs) -> list[int]:
        """How many pairs of each rule apart an assignment uses."""
        chosen = np.zeros(len(self.row), dtype=np.int64)
        chosen[pair[pair != NOWHERE]] = 1
        return [int(chosen[rule.pairs].sum()) for rule in self.apart]

    def is_obeyed(self, pair: Longs) -> bool:
        """Whether an assignment keeps every rule, also those that nest."""
        market = self.market
        rows = np.flatnonzero(pair != NOWHERE)
        chosen = pair[rows]
        load = np.bincount(market.mentor[chosen], minlength=market.columns)
        if (load > np.diff(market.slot_start)).any():
            return False
        if market.mentee is not None:
            couples = market.mentee[rows].astype(np.int64) * market.columns + market.mentor[chosen]
            if len(np.unique(couples)) < len(couples):
                return False
        return all(
            int(np.isin(chosen, limit.pairs).sum()) <= limit.places for limit in market.limits
        )

    def prices_of(self, point: Point) -> Prices:
        columns = self.market.columns
        limit = np.zeros(len(self.market.limits), dtype=np.int64)
        meetings = columns + len(self.gates.limits)
        limit[list(self.gates.limits)] = point.price[columns:meetings]
        own = point.price[meetings:]
        paid = np.flatnonzero(own)
        keys = zip(self.gates.mentee[paid].tolist(), self.gates.column[paid].tolist(), strict=True)
        twice = dict(zip(keys, own[paid].tolist(), strict=True))
        for charge, rule in zip(point.charges, self.apart, strict=True):
            if rule.limit != NOWHERE:
                limit[rule.limit] = charge
            elif charge:
                twice[rule.twice] = charge
        return Prices(mentor=point.price[:columns], limit=limit, twice=twice)

    def _charged(self, charges: Sequence[int]) -> Longs:
        if not any(charges):
            return self.value
        value = self.value.copy()
        for charge, rule in zip(charges, self.apart, strict=True):
            if charge:
                # Below nothing is below nothing: a floor keeps many charges within 64 bits.
                value[rule.pairs] = np.maximum(value[rule.pairs] - charge, -self.dear)
        return value

    def _flow(self, arcs: Longs, value: Longs) -> tuple[Longs, Longs, Longs]:
        rows, gates = self.market.rows, len(self.gates.parent)
        row = self.row[arcs]
        network = Network(
            start=np.searchsorted(row, np.arange(rows + 1)).astype(np.int64),
            entry=self.gates.entry[arcs],
            value=value,
            row=row,
            parent=self.gates.parent,
            room=self.gates.room,
            cost_at=self.gates.cost_at,
            cost=np.append(self.market.slot_cost, 0),
        )
        flow = Flow(
            price=np.zeros(gates, np.int64),
            load=np.zeros(gates, np.int64),
            first=np.full(gates, NOWHERE, np.int64),
            following=np.full(gates + rows, NOWHERE, np.int64),
            before=np.full(gates + rows, NOWHERE, np.int64),
            arc=np.full(rows, NOWHERE, np.int64),
            profit=np.zeros(rows, np.int64),
            other=np.full(rows, FAR, np.int64),
            near=np.full(gates, FAR, np.int64),
            via=np.full(gates, NOWHERE, np.int64),
            done=np.zeros(gates, np.int64),
            seen=np.zeros(gates, np.int64),
        )
        if not HAS_NUMBA:
            network = Network(*(array.tolist() for array in network))
            flow = Flow(*(array.tolist() for array in flow))
        if HAS_NUMBA and len(arcs) > HEAD_START:
            from corridor.algorithms.matching.network_start import (  # noqa: PLC0415 - loads numba
                solve_from_plain,
            )

            solve_from_plain(network, flow, self._plain(arcs, value), self.depth)
        elif rows:
            place_rows(network, flow, 0, rows)
        return (
            np.array(flow.arc, dtype=np.int64),
            np.array(flow.price, dtype=np.int64),
            np.array(flow.load, dtype=np.int64),
        )

    def _plain(self, arcs: Longs, value: Longs) -> Sheet:
        """The market without limits and the rule that a mentor serves a mentee once."""
        market = self.market
        row = self.row[arcs]
        reward, worth = market.reward, value - market.reward[row]
        if worth.min(initial=0) < 0:
            lowest = np.zeros(market.rows, dtype=np.int64)
            np.minimum.at(lowest, row, worth)
            reward, worth = reward + lowest, worth - lowest[row]
        return Sheet(
            start=np.searchsorted(row, np.arange(market.rows + 1)).astype(np.int64),
            mentor=market.mentor[arcs],
            worth=worth,
            reward=reward,
            slot_start=market.slot_start,
            slot_cost=market.slot_cost,
        )

    def _prices(self, full: Longs, load: Longs) -> tuple[Longs, Longs]:
        """Prices from each gate to the top, and of each gate alone.

        A gate that nobody passes costs what its first place costs; one without places is dear.
        """
        gates = self.gates
        own = np.zeros(len(full), dtype=np.int64)
        for depth in range(int(self.depth.max(initial=-1)) + 1):
            here = self.depth == depth
            above = np.where(gates.parent[here] == NOWHERE, 0, full[gates.parent[here]])
            idle = np.where(gates.room[here] == 0, self.dear, self._first_cost[here])
            full[here] = np.where(load[here] == 0, above + idle, full[here])
            own[here] = full[here] - above
        return full, own

    @property
    def _first_cost(self) -> Longs:
        costs = np.append(self.market.slot_cost, 0)
        at = np.where(self.gates.cost_at == NOWHERE, len(costs) - 1, self.gates.cost_at)
        return costs[at]

    def _cost_of(self, load: Longs) -> int:
        slots = self.market.slot_start.tolist()
        costs = self.market.slot_cost
        return sum(
            sum(costs[a : a + used].tolist())
            for (a, _), used in zip(pairwise(slots), load.tolist(), strict=False)
            if used
        )


def _depths(parent: Longs) -> Longs:
    """How many gates stand above each; the outermost have none."""
    depth = np.zeros(len(parent), dtype=np.int64)
    above = parent.copy()
    while (inside := above != NOWHERE).any():
        depth[inside] += 1
        above[inside] = parent[above[inside]]
    return depth
