"""Rules inside one mentor, put upon a market that was solved without them.

Who is too many for a rule gives the place back. Each such place is filled again along a shortest
path that runs backwards, or its price falls. The requests that lost theirs are left to be placed
like new ones; the prices prove what is placed.
"""

from heapq import heappop, heappush
from typing import Any, NamedTuple

import numpy as np

from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.network_flow import (
    FAR,
    NOWHERE,
    UP_FROM,
    Flow,
    Network,
    join,
    leave,
)

TO_PARENT = -1
"""``via`` of a gate that passes one more unit to its parent."""


class Below(NamedTuple):
    """The arcs that lead to each gate, directly or through gates below it, side by side."""

    begin: Longs
    """(gates,)"""
    end: Longs
    arc: Longs


def within_room(inner: Network, arcs: Longs, profit: Longs, depth: Longs) -> Longs:
    """Those arcs that may stay: of each gate inside a mentor the most profitable ones."""
    gate = inner.entry[arcs]
    for level in range(int(depth[gate].max(initial=0)), 0, -1):
        here = np.flatnonzero((depth[gate] == level) & (inner.parent[gate] != NOWHERE))
        here = here[np.lexsort((-profit[inner.row[arcs[here]]], gate[here]))]
        inside = gate[here]
        nth = np.arange(len(here)) - np.searchsorted(inside, inside)
        stays = np.ones(len(arcs), dtype=np.bool_)
        stays[here[nth >= inner.room[inside]]] = False
        gate[here] = inner.parent[inside]
        arcs, gate = arcs[stays], gate[stays]
    return arcs


@njit
def arcs_below(inner: Network, by_depth: Longs) -> Below:
    parent, entry = inner.parent, inner.entry
    own = np.zeros(len(parent), np.int64)
    for at in range(len(entry)):
        own[entry[at]] += 1
    size = own.copy()
    for gate in by_depth[::-1]:
        if parent[gate] != NOWHERE:
            size[parent[gate]] += size[gate]
    begin = np.zeros(len(parent), np.int64)
    free = begin.copy()
    total = 0
    for gate in by_depth:
        if parent[gate] == NOWHERE:
            begin[gate] = total
            total += size[gate]
        else:
            begin[gate] = free[parent[gate]]
            free[parent[gate]] += size[gate]
        free[gate] = begin[gate] + own[gate]
    arc = np.empty(len(entry), np.int64)
    behind = begin.copy()
    for at in range(len(entry)):
        arc[behind[entry[at]]] = at
        behind[entry[at]] += 1
    return Below(begin, begin + size, arc)


@njit
def seat_all(net: Network, flow: Flow, arcs: Longs, columns: int) -> None:
    for at in arcs:
        gate = _seat(net, flow, at, columns)
        while gate != NOWHERE:
            flow.load[gate] += 1
            gate = net.parent[gate]


@njit
def _seat(net: Network, flow: Flow, at: int, columns: int) -> Any:
    """Let the row of an arc take it; returns the first gate in use, that has one more now."""
    row, gate = net.row[at], net.entry[at]
    landing = gate
    while landing >= columns and flow.load[landing] == 0:
        landing = net.parent[landing]
    flow.arc[row] = at
    join(flow, gate, len(net.parent) + row)
    while gate != landing:
        flow.load[gate] = 1
        flow.price[gate] = flow.price[landing]
        join(flow, net.parent[gate], gate)
        gate = net.parent[gate]
    return landing


@njit
def fill_dear(net: Network, flow: Flow, below: Below, columns: int) -> None:
    """Fill every empty place whose mentor is dearer than it costs, or lower her price."""
    heap = [(flow.price[0], 0)]
    for target in range(columns):
        while 0 < flow.load[target] < net.room[target]:
            if flow.price[target] <= net.cost[net.cost_at[target] + flow.load[target]]:
                break
            heap.clear()
            end_arc, end_gate = _fill_place(net, flow, below, heap, target)
            if end_arc != NOWHERE:
                _move_towards(net, flow, _seat(net, flow, end_arc, columns), target, columns)
            elif end_gate != NOWHERE:
                flow.load[end_gate] -= 1
                _move_towards(net, flow, end_gate, target, columns)
            else:
                break
            flow.load[target] += 1


@njit
def _move_towards(net: Network, flow: Flow, here: int, target: int, columns: int) -> None:
    """Everybody on the path moves on by one, from the gate that has one too many."""
    while here != target:
        at = flow.via[here]
        if at == TO_PARENT:
            flow.load[here] += 1
            here = net.parent[here]
        elif at <= UP_FROM:
            child = UP_FROM - at
            flow.load[child] -= 1
            if flow.load[child] == 0:
                leave(flow, here, child)
            here = child
        else:
            row = net.row[at]
            leave(flow, net.entry[flow.arc[row]], len(net.parent) + row)
            here = _seat(net, flow, at, columns)


@njit
def _fill_place(  # noqa: C901, PLR0912, PLR0915 - one search, see ``network_flow``
    net: Network, flow: Flow, below: Below, heap: Any, target: int
) -> Any:
    """The cheapest way to fill a place, or to bear that it is empty; lowers prices by it."""
    entry, value, row_of, parent, room = net.entry, net.value, net.row, net.parent, net.room
    cost_at, cost = net.cost_at, net.cost
    price, load, profit, arc = flow.price, flow.load, flow.profit, flow.arc
    first, following = flow.first, flow.following
    near, via, done, seen = flow.near, flow.via, flow.done, flow.seen
    begin, finish, arcs = below.begin, below.end, below.arc
    gates = len(parent)
    end = price[target] - cost[cost_at[target] + load[target]]
    end_arc, end_gate = NOWHERE, NOWHERE
    near[target] = 0
    seen[0] = target
    heappush(heap, (near[target], target))
    settled, reached = 0, 1
    while len(heap) > 0 and heap[0][0] < end:
        base, here = heappop(heap)
        if base > near[here]:
            continue
        done[settled] = here
        settled += 1
        above = parent[here]
        if above != NOWHERE:
            distance = base + price[here] - price[above]
            if distance < end and distance < near[above]:
                if near[above] == FAR:
                    seen[reached] = above
                    reached += 1
                near[above] = distance
                via[above] = UP_FROM - here
                heappush(heap, (distance, above))
        elif here != target:
            distance = base + price[here] - cost[cost_at[here] + load[here] - 1]
            if distance < end:
                end, end_arc, end_gate = distance, NOWHERE, here
        item = first[here]
        while item != NOWHERE:
            if item < gates and load[item] < room[item] and base < near[item]:
                # A gate with room to spare costs nothing beside what is above it.
                if near[item] == FAR:
                    seen[reached] = item
                    reached += 1
                near[item] = base
                via[item] = TO_PARENT
                heappush(heap, (base, item))
            item = following[item]
        for k in range(begin[here], finish[here]):
            at = arcs[k]
            row = row_of[at]
            distance = base + profit[row] + price[here] - value[at]
            if distance >= end or arc[row] == at:
                continue
            gate = entry[at]
            while gate != here and load[gate] == 0:
                gate = parent[gate]
            if gate != here:
                continue
            if arc[row] == NOWHERE:
                end, end_arc, end_gate = distance, at, NOWHERE
                continue
            seat = entry[arc[row]]
            if distance < near[seat]:
                if near[seat] == FAR:
                    seen[reached] = seat
                    reached += 1
                near[seat] = distance
                via[seat] = at
                heappush(heap, (distance, seat))

    for k in range(settled):
        gate = done[k]
        fallen = end - near[gate]
        if fallen > 0:
            price[gate] -= fallen
            item = first[gate]
            while item != NOWHERE:
                if item >= gates:
                    profit[item - gates] += fallen
                item = following[item]
    for k in range(reached):
        near[seen[k]] = FAR
    return end_arc, end_gate
