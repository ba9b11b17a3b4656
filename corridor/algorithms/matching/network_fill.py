"""A head start for large networks without limits: the plain market first, then what differs.

Without "one mentor once for one mentee" the market is plain, and ``large`` solves it fast.
Whoever has the same mentor twice there gives one place back. Each such place is filled again
along a shortest path that runs backwards (or its price falls), and the requests that lost
theirs are placed like new ones. Every step keeps the prices a proof for what is placed.
"""

from heapq import heappop, heappush
from typing import Any, NamedTuple

import numpy as np

from corridor.algorithms.matching.books import Sheet
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.large import solve
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


class Into(NamedTuple):
    """The arcs that lead to each gate, directly or through a gate below it."""

    begin: Longs
    """(gates,)"""
    end: Longs
    arc: Longs


def start_from_plain(network: Network, flow: Flow, sheet: Sheet) -> None:
    """``sheet`` holds the arcs of the network; mentors are its first gates, all at the top."""
    books = solve(sheet)
    columns = len(books.load)
    arcs = np.flatnonzero(books.given[network.row] == sheet.mentor)
    _, kept = np.unique(_meeting(network, arcs, columns), return_index=True)
    flow.price[:columns] = books.price
    flow.price[columns:] = books.price[network.parent[columns:]]
    flow.profit[:] = books.profit
    _seat_all(network, flow, np.sort(arcs[kept]), columns)
    order = np.lexsort((network.entry, sheet.mentor))
    entry, mentor = network.entry[order], sheet.mentor[order].astype(np.int64)
    gates = np.arange(len(network.parent))
    key = np.where(gates < columns, gates, network.parent) * len(gates)
    arc_key = mentor * len(gates) + entry
    own = np.where(gates < columns, 0, gates)
    into = Into(
        begin=np.searchsorted(arc_key, key + own),
        end=np.searchsorted(arc_key, key + np.where(gates < columns, len(gates), gates + 1)),
        arc=order,
    )
    _fill_dear(network, flow, into, columns)


def _meeting(network: Network, arcs: Longs, columns: int) -> Longs:
    """One number for each mentee at a mentor; rows that share nothing have their own."""
    entry = network.entry[arcs]
    numbers: Longs = np.where(entry >= columns, entry, len(network.parent) + network.row[arcs])
    return numbers


@njit
def _seat_all(net: Network, flow: Flow, arcs: Longs, columns: int) -> None:
    for at in arcs:
        mentor = _seat(net, flow, at, columns)
        flow.load[mentor] += 1


@njit
def _seat(net: Network, flow: Flow, at: int, columns: int) -> Any:
    """Let the row of an arc take it; returns the loaded gate that has one more now."""
    row, gate = net.row[at], net.entry[at]
    landing = gate
    if gate >= columns and flow.load[gate] == 0:
        landing = net.parent[gate]
        flow.load[gate] = 1
        flow.price[gate] = flow.price[landing]
        join(flow, landing, gate)
    flow.arc[row] = at
    join(flow, gate, len(net.parent) + row)
    return landing


@njit
def _unseat(net: Network, flow: Flow, row: int, columns: int) -> None:
    gate = net.entry[flow.arc[row]]
    leave(flow, gate, len(net.parent) + row)
    if gate >= columns and flow.first[gate] == NOWHERE:
        flow.load[gate] = 0
        leave(flow, net.parent[gate], gate)


@njit
def _fill_dear(net: Network, flow: Flow, into: Into, columns: int) -> None:
    """Fill every empty place whose mentor is dearer than it costs, or lower her price."""
    heap = [(flow.price[0], 0)]
    for target in range(columns):
        while 0 < flow.load[target] < net.room[target]:
            if flow.price[target] <= net.cost[net.cost_at[target] + flow.load[target]]:
                break
            heap.clear()
            end_arc, end_gate = _fill_place(net, flow, into, heap, target)
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
        if at <= UP_FROM:
            here = UP_FROM - at
        else:
            _unseat(net, flow, net.row[at], columns)
            here = _seat(net, flow, at, columns)


@njit
def _fill_place(  # noqa: C901, PLR0912, PLR0915 - one search, see ``network_flow``
    net: Network, flow: Flow, into: Into, heap: Any, target: int
) -> Any:
    """The cheapest way to fill a place, or to bear that it is empty; lowers prices by it."""
    entry, value, row_of, parent = net.entry, net.value, net.row, net.parent
    cost_at, cost = net.cost_at, net.cost
    price, load, profit, arc = flow.price, flow.load, flow.profit, flow.arc
    near, via, done, seen = flow.near, flow.via, flow.done, flow.seen
    begin, finish, arcs = into.begin, into.end, into.arc
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
        for k in range(begin[here], finish[here]):
            at = arcs[k]
            row = row_of[at]
            if arc[row] == at or (entry[at] != here and load[entry[at]] != 0):
                continue
            distance = base + profit[row] + price[here] - value[at]
            if distance >= end:
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

    gates = len(parent)
    for k in range(settled):
        gate = done[k]
        fallen = end - near[gate]
        if fallen > 0:
            price[gate] -= fallen
            item = flow.first[gate]
            while item != NOWHERE:
                if item >= gates:
                    profit[item - gates] += fallen
                item = flow.following[item]
    for k in range(reached):
        near[seen[k]] = FAR
    return end_arc, end_gate
