"""Cheapest flow through nested caps: requests enter at a gate and pass every gate above it.

A gate is a mentor with her places, a limit, or "this mentee at this mentor". Requests are
placed one after another along a shortest path in the reduced costs (successive shortest paths
with potentials: Edmonds & Karp 1972, doi 10.1145/321694.321699), each search ended by the
first free place or by the cheapest request to leave out. The price of a gate is what a unit
pays from there to the top; a gate that nobody has passed needs none of its own, so searches
step over it. Python lists and integers do as well as arrays: the code below runs on both.
"""

from heapq import heappop, heappush
from typing import Any, NamedTuple

from corridor.algorithms.matching.jit import njit

FAR = 2**62
NOWHERE = -1
FROM_ABOVE = -1
"""``via`` of a gate reached by giving back a place to it from its parent."""
UP_FROM = -2
"""``via`` of a gate reached from a child, less the number of the child."""


class Goal(NamedTuple):
    """Where a path ends: an arc or a gate that leads to the top, or a row that is left out."""

    distance: Any
    arc: Any
    gate: Any
    row: Any


class Network(NamedTuple):
    """Arcs of row ``i`` are ``start[i]`` to ``start[i + 1]``; all gates have room for one."""

    start: Any
    entry: Any
    """(arcs,) the lowest gate of the arc"""
    value: Any
    """(arcs,) > 0"""
    row: Any
    """(arcs,)"""
    parent: Any
    """(gates,) the gate above, or NOWHERE"""
    room: Any
    """(gates,)"""
    cost_at: Any
    """(gates,) where the costs of its places begin in ``cost``, or NOWHERE if they are free"""
    cost: Any


class Flow(NamedTuple):
    price: Any
    """(gates,) valid where ``load`` is not 0"""
    load: Any
    """(gates,)"""
    first: Any
    """(gates,) head of the list of what is below: gates with a load, and rows after all gates"""
    following: Any
    """(gates + rows,)"""
    before: Any
    """(gates + rows,)"""
    arc: Any
    """(rows,) the arc each row takes, or NOWHERE"""
    profit: Any
    """(rows,)"""
    other: Any
    """(rows,) no other arc of the row gives more, less all prices on its way; FAR if not known"""
    near: Any
    """(gates,) distance in the present search, FAR outside"""
    via: Any
    """(gates,) the arc that leads here, FROM_ABOVE, or UP_FROM - child"""
    done: Any
    """(gates,) settled gates of the present search"""
    seen: Any
    """(gates,) reached gates of the present search"""


@njit
def place_rows(net: Network, flow: Flow, begin: int, end: int) -> None:
    """Place the rows ``begin`` to ``end`` that have no place; what is placed so far stays best."""
    heap = [(flow.profit[begin], begin)]
    for row in range(begin, end):
        if flow.arc[row] != NOWHERE:
            continue
        best = net.cost[0] * 0
        for at in range(net.start[row], net.start[row + 1]):
            best = max(best, net.value[at] - _way_up(net, flow, at)[1])
        flow.profit[row] = best
        if best > 0:
            heap.clear()
            _place(net, flow, heap, len(net.parent) + row)


@njit
def relieve(net: Network, flow: Flow, gate: int) -> None:
    """Move requests away from a gate that has more than its room, those that mind least.

    Gates above it must have room for all that comes: they do not hinder anybody from leaving.
    """
    heap = [(flow.price[gate], gate)]
    while flow.load[gate] > net.room[gate]:
        heap.clear()
        _place(net, flow, heap, gate)
        above = gate
        while above != NOWHERE:
            flow.load[above] -= 1
            above = net.parent[above]


@njit
def _place(net: Network, flow: Flow, heap: Any, item: int) -> None:
    """One unit more from a row, or one unit less through a gate; numbered as in ``first``."""
    goal, settled, reached = _find_way(net, flow, heap, item)
    _raise_prices(net, flow, goal.distance, settled)
    row = item - len(net.parent)
    if row >= 0:
        flow.profit[row] -= goal.distance
    for k in range(reached):
        flow.near[flow.seen[k]] = FAR
    if row < 0 or goal.row != row:
        _move_along(net, flow, goal, item)


@njit
def _way_up(net: Network, flow: Flow, at: int) -> Any:
    """The first loaded gate that an arc leads to, and what the way costs from there and before."""
    gate = net.entry[at]
    cost = net.value[at] * 0
    while gate != NOWHERE and flow.load[gate] == 0:
        if net.cost_at[gate] != NOWHERE:
            cost += net.cost[net.cost_at[gate]]
        gate = net.parent[gate]
    if gate != NOWHERE:
        cost += flow.price[gate]
    return gate, cost


@njit
def _find_way(  # noqa: C901, PLR0912, PLR0915 - handing so many arrays to parts of it costs 6 times the work
    net: Network, flow: Flow, heap: Any, source: int
) -> Any:
    """The cheapest end of a path from a row or gate; how many gates were settled and reached."""
    start, entry, value, parent, room = net.start, net.entry, net.value, net.parent, net.room
    cost_at, cost = net.cost_at, net.cost
    price, load, first, following = flow.price, flow.load, flow.first, flow.following
    profit, near, via, done, seen = flow.profit, flow.near, flow.via, flow.done, flow.seen
    taken, other = flow.arc, flow.other
    gates = len(parent)
    row = source - gates
    settled, reached = 0, 0
    base = cost[0] * 0
    end, end_arc, end_gate, end_row = base + FAR, NOWHERE, NOWHERE, NOWHERE
    # Rows to look at, and gates as near as the one settled last, which need no place in the heap.
    stack, level = [row], [source]
    if row >= 0:
        level.clear()
        end, end_row = profit[row], row
    else:
        stack.clear()
        near[source] = base
        seen[0] = source
        reached = 1
    while True:
        while len(stack) > 0:
            moved = stack.pop()
            if base + profit[moved] - other[moved] >= end:
                continue
            most = base * 0 - FAR
            for at in range(start[moved], start[moved + 1]):
                if at == taken[moved]:
                    continue
                distance = base + profit[moved] - value[at]
                gate = entry[at]
                while gate != NOWHERE and load[gate] == 0:
                    if cost_at[gate] != NOWHERE:
                        distance += cost[cost_at[gate]]
                    gate = parent[gate]
                if gate != NOWHERE:
                    distance += price[gate]
                most = max(most, base + profit[moved] - distance)
                if gate == NOWHERE:
                    if distance < end:
                        end, end_arc, end_gate, end_row = distance, at, NOWHERE, NOWHERE
                elif distance < end and distance < near[gate]:
                    if near[gate] == FAR:
                        seen[reached] = gate
                        reached += 1
                    near[gate] = distance
                    via[gate] = at
                    heappush(heap, (distance, gate))
            # Prices only rise from here on, so that this stays true until the row moves.
            other[moved] = most
        if len(level) > 0 and base < end:
            here = level.pop()
        else:
            while len(heap) > 0 and heap[0][0] > near[heap[0][1]]:
                heappop(heap)
            if len(heap) == 0 or heap[0][0] >= end:
                return Goal(end, end_arc, end_gate, end_row), settled, reached
            base, here = heappop(heap)
        done[settled] = here
        settled += 1
        if load[here] < room[here]:
            gate = parent[here]
            distance = base - price[here]
            if cost_at[here] != NOWHERE:
                distance += cost[cost_at[here] + load[here]]
            if gate != NOWHERE:
                distance += price[gate]
            if distance < end and gate == NOWHERE:
                end, end_arc, end_gate, end_row = distance, NOWHERE, here, NOWHERE
            elif distance < end and distance < near[gate]:
                if near[gate] == FAR:
                    seen[reached] = gate
                    reached += 1
                near[gate] = distance
                via[gate] = UP_FROM - here
                if distance == base:
                    level.append(gate)
                else:
                    heappush(heap, (distance, gate))
        item = first[here]
        if base >= end:
            item = NOWHERE
        while item != NOWHERE:
            if item >= gates:
                moved = item - gates
                if base + profit[moved] < end:
                    end, end_arc, end_gate, end_row = base + profit[moved], NOWHERE, here, moved
                stack.append(moved)
            else:
                distance = base + price[item] - price[here]
                if cost_at[item] != NOWHERE:
                    distance -= cost[cost_at[item] + load[item] - 1]
                if distance < end and distance < near[item]:
                    if near[item] == FAR:
                        seen[reached] = item
                        reached += 1
                    near[item] = distance
                    via[item] = FROM_ABOVE
                    if distance == base:
                        level.append(item)
                    else:
                        heappush(heap, (distance, item))
            item = following[item]


@njit
def _cost_of_place(net: Network, gate: int, place: int) -> Any:
    if net.cost_at[gate] == NOWHERE:
        return net.cost[0] * 0
    return net.cost[net.cost_at[gate] + place]


@njit
def _raise_prices(net: Network, flow: Flow, distance: int, settled: int) -> None:
    gates = len(net.parent)
    for k in range(settled):
        gate = flow.done[k]
        raised = distance - flow.near[gate]
        if raised > 0:
            flow.price[gate] += raised
            item = flow.first[gate]
            while item != NOWHERE:
                if item >= gates:
                    flow.profit[item - gates] -= raised
                item = flow.following[item]


@njit
def _move_along(  # noqa: C901, PLR0912, PLR0915 - one walk
    net: Network, flow: Flow, goal: Any, source: int
) -> None:
    """Walk the path back from its end; everybody on it moves on by one."""
    gates = len(net.parent)
    here, at = goal.gate, goal.arc
    if goal.row != NOWHERE:
        leave(flow, here, gates + goal.row)
        flow.arc[goal.row] = NOWHERE
        flow.other[goal.row] = FAR
    elif here != NOWHERE:
        flow.load[here] += 1
    while here != source:
        if here != NOWHERE:
            at = flow.via[here]
        if at == FROM_ABOVE:
            flow.load[here] -= 1
            if flow.load[here] == 0:
                leave(flow, net.parent[here], here)
            here = net.parent[here]
        elif at <= UP_FROM:
            here = UP_FROM - at
            flow.load[here] += 1
        else:
            moved = net.row[at]
            was = flow.arc[moved]
            flow.arc[moved] = at
            flow.other[moved] = FAR
            if was != NOWHERE:
                leave(flow, net.entry[was], gates + moved)
            _open(net, flow, at)
            join(flow, net.entry[at], gates + moved)
            if moved + gates == source:
                return
            here = net.entry[was]


@njit
def _open(net: Network, flow: Flow, at: int) -> None:
    """Let a first unit pass all gates on the way of an arc that nobody has passed."""
    price = _way_up(net, flow, at)[1]
    gate = net.entry[at]
    while gate != NOWHERE and flow.load[gate] == 0:
        flow.price[gate] = price
        price -= _cost_of_place(net, gate, 0)
        flow.load[gate] = 1
        above = net.parent[gate]
        if above != NOWHERE:
            join(flow, above, gate)
        gate = above


@njit
def join(flow: Flow, gate: int, item: int) -> None:
    head = flow.first[gate]
    flow.following[item] = head
    flow.before[item] = NOWHERE
    if head != NOWHERE:
        flow.before[head] = item
    flow.first[gate] = item


@njit
def leave(flow: Flow, gate: int, item: int) -> None:
    ahead, behind = flow.before[item], flow.following[item]
    if ahead == NOWHERE:
        flow.first[gate] = behind
    else:
        flow.following[ahead] = behind
    if behind != NOWHERE:
        flow.before[behind] = ahead
