"""A head start for large networks: the plain market first, then what differs.

Without limits and without "one mentor once for one mentee" the market is plain, and ``large``
solves it fast. Rules inside one mentor come next (``network_fill``). Last come limits over
several mentors: whoever is too many there leaves along a shortest path. Where that would be many
and the limit holds all pairs, every pair is charged beforehand what about as many pairs are not
worth: the charge is the price of the limit. Every step keeps the prices a proof for what is
placed under the rules so far.
"""

import numpy as np

from corridor.algorithms.matching.books import Books, Sheet
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.large import solve
from corridor.algorithms.matching.lift import gains
from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.network_fill import arcs_below, fill_dear, seat_all, within_room
from corridor.algorithms.matching.network_flow import (
    FAR,
    NOWHERE,
    Flow,
    Network,
    join,
    place_rows,
    relieve,
)

TURNS = 10
"""Charges that are tried at most."""
ENOUGH = 0.65
"""Where less of the plain market may stay, it is faster to begin with nothing."""
LEAST_EFFECT = 0.25
"""Of a value that a charge takes: at least so many fewer are counted upon."""
FINE = 500
"""One place in so many may be used too many when a charge is right."""


def solve_from_plain(network: Network, flow: Flow, sheet: Sheet, depth: Longs) -> None:
    """``sheet`` holds the arcs of the network; mentors are its first gates."""
    start = _Start(network, flow, sheet, depth)
    outer = _over_mentors(network.parent, start.columns)
    is_whole = len(outer) == 1 and (network.parent[sheet.mentor] == outer[0]).all()
    if not is_whole:
        start.place(0, solve(sheet))
    elif charge := start.place_about(int(network.room[outer[0]])):
        flow.price[flow.load > 0] += charge
        flow.price[outer[0]] = charge
    if outer:
        _close(network, flow, outer, start.columns)


class _Start:
    def __init__(self, network: Network, flow: Flow, sheet: Sheet, depth: Longs) -> None:
        self.flow, self.sheet, self.depth = flow, sheet, depth
        self.columns = len(sheet.slot_start) - 1
        parent = network.parent.copy()
        parent[: self.columns] = NOWHERE
        self.inner = network._replace(parent=parent)
        self.below = arcs_below(self.inner, np.argsort(depth.astype(np.int16), kind="stable"))

    def place(self, charge: int, books: Books) -> int:
        """The best under all rules inside mentors, each pair charged; returns how many are placed.

        ``books`` are what is best without those rules. Prices do not hold the charge.
        """
        net, flow, columns = (
            self.inner._replace(value=self.inner.value - charge),
            self.flow,
            self.columns,
        )
        for array in (flow.first, flow.following, flow.before, flow.arc):
            array[:] = NOWHERE
        flow.load[:] = 0
        flow.price[:columns] = books.price
        flow.profit[:] = books.profit
        flow.other[:] = FAR
        arcs = np.flatnonzero(books.given[net.row] == self.sheet.mentor)
        stay = within_room(net, arcs, books.profit, self.depth)
        if len(stay) >= len(arcs) * ENOUGH:
            seat_all(net, flow, stay, columns)
            fill_dear(net, flow, self.below, columns)
        place_rows(net, flow, 0, len(books.given))
        return int(flow.load[:columns].sum())

    def place_about(self, most: int) -> int:
        """Place as many or slightly more by a charge on every pair; returns the charge."""
        books = solve(self.sheet)
        values = self._values(np.flatnonzero(books.given[self.inner.row] == self.sheet.mentor))
        near = most // FINE + 1
        over = len(values) - most
        if over <= near:
            self.place(0, books)
            return 0
        aim = _Aim(values, over, near)
        charge, tried = 0, -1
        for _ in range(TURNS):
            if aim.charge == tried:
                break
            tried = aim.charge
            left = self.place(tried, _solve_charged(self.sheet, tried)) - most
            charge = tried if left >= 0 else charge
            if 0 <= left <= 2 * near:
                break
            if left > 0 and not aim.is_between:
                served = self._values(self.flow.arc[self.flow.arc != NOWHERE])
                aim = aim.from_here(served, left)
            else:
                aim.learn(left)
        if tried != charge:
            self.place(charge, _solve_charged(self.sheet, charge))
        return charge

    def _values(self, arcs: Longs) -> list[int]:
        """What these arcs are worth less the cost of their places, ascending."""
        sheet = self.sheet
        arcs = arcs[np.argsort(sheet.mentor[arcs], kind="stable")]
        mentor = sheet.mentor[arcs]
        nth = np.arange(len(arcs)) - np.searchsorted(mentor, mentor)
        net = self.inner.value[arcs] - sheet.slot_cost[sheet.slot_start[mentor] + nth]
        ascending: list[int] = np.sort(net).tolist()
        return ascending


class _Aim:
    """How many of the least values a charge should take so that few are too many.

    By false position, where an end that stands twice counts half (Dowell & Jarratt 1971,
    doi 10.1007/BF01934364).
    """

    def __init__(self, values: list[int], over: int, near: int, effect: float = 2.0) -> None:
        self.values, self.near = values, near
        high = min(len(values) - 1, int(over * 2 / effect))
        self.low, self.high = (0, over), (high, -over)
        """A rank among the values, and how many are then too many."""
        self.is_between = False
        """A charge was seen that is too high."""
        self.was_low: bool | None = None

    @property
    def rank(self) -> int:
        (low, over), (high, under) = self.low, self.high
        return low + (high - low) * max(0, over - self.near) // (over - under)

    @property
    def charge(self) -> int:
        return max(0, self.values[self.rank])

    def from_here(self, served: list[int], left: int) -> "_Aim":
        """The next aim where the charge was too low; a value taken has the effect that it had."""
        effect = (self.low[1] - left) / max(1, self.rank)
        return _Aim(served, left, self.near, max(effect, LEAST_EFFECT))

    def learn(self, left: int) -> None:
        is_low = left >= 0
        if is_low:
            half = self.high[1] // 2 if self.was_low is True else self.high[1]
            self.low, self.high = (self.rank, left), (self.high[0], min(-1, half))
        else:
            half = self.low[1] // 2 if self.was_low is False else self.low[1]
            self.low, self.high = (self.low[0], max(self.near, half)), (self.rank, left)
            self.is_between = True
        self.was_low = is_low


def _solve_charged(sheet: Sheet, charge: int) -> Books:
    """Of the pairs worth more than a charge on each; rows left out may have a profit."""
    row = np.repeat(np.arange(len(sheet.reward)), np.diff(sheet.start))
    left = sheet.reward[row] + sheet.worth - charge
    stays = left > 0
    row, left = row[stays], left[stays]
    reward = np.maximum(1, sheet.reward - charge)
    worth = left - reward[row]
    charged = sheet._replace(
        start=np.searchsorted(row, np.arange(len(reward) + 1)).astype(np.int64),
        mentor=sheet.mentor[stays],
        worth=worth,
        reward=reward,
    )
    # Rewards far above worth are kept moderate and stay so: ``place_rows`` sees to who is left.
    _, rank = np.unique(reward, return_inverse=True)
    top = int(worth.max(initial=0)) + int(sheet.slot_cost.max(initial=0)) + 1
    tame = np.minimum(reward, (rank + 1) * top)
    books = solve(charged._replace(reward=tame))
    books.profit[books.given >= 0] += (reward - tame)[books.given >= 0]
    gains(charged, books)
    return books


def _close(network: Network, flow: Flow, outer: list[int], columns: int) -> None:
    """Let limits over several mentors have their say, the inner ones first."""
    _hang_mentors(network, flow, columns)
    room = network.room
    network = network._replace(room=room.copy())
    network.room[outer] = FAR
    for gate in outer:
        network.room[gate] = room[gate]
        relieve(network, flow, gate)


def _over_mentors(parent: Longs, columns: int) -> list[int]:
    """Gates above mentors, none before one inside it."""
    height: dict[int, int] = {}
    gates = np.unique(parent[:columns])
    for steps in range(len(parent)):
        gates = gates[gates != NOWHERE]
        if not len(gates):
            break
        height.update(dict.fromkeys(gates.tolist(), steps))
        gates = np.unique(parent[gates])
    return sorted(height, key=lambda gate: (height[gate], gate))


@njit
def _hang_mentors(net: Network, flow: Flow, columns: int) -> None:
    """What mentors serve passes the gates above them."""
    for column in range(columns):
        gate = column
        above = net.parent[gate]
        if flow.load[column] > 0 and above != NOWHERE:
            join(flow, above, gate)
        while flow.load[column] > 0 and above != NOWHERE:
            gate, above = above, net.parent[above]
            if flow.load[gate] == 0 and above != NOWHERE:
                join(flow, above, gate)
            flow.load[gate] += flow.load[column]
