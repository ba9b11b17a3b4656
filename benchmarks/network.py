"""Several requests a mentee and limits of a mentor, beside OR-tools on the same network.

    python benchmarks/network.py                   1,000 and 10,000 mentees, a minute
    python benchmarks/network.py --size 100k       one size; 1k, 10k or 100k

Every mentee asks for two mentors and has nobody twice. Both solvers are given the same integers,
each in a fresh process on one thread; time is CPU time, best of several runs. What turns the
arrays into the arcs of OR-tools is listed apart as *build* and belongs to the ratio.
"""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

# Run as a script, this folder would stand in front with its own ``matching``.
sys.path[0] = str(Path(__file__).parents[1])

import numpy as np

from benchmarks.children import NoAnswer, answer_of_child
from benchmarks.instances import Instance, market_of, with_two_requests
from benchmarks.matching import ENOUGH_SECONDS, MOST_RUNS, line
from benchmarks.matching_extras import Memory
from benchmarks.matching_peers import Answer, Clock, value_of
from benchmarks.sizes import REWARD, SIZES
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.certificate import certify
from corridor.algorithms.matching.market import Limit, Market

DEFAULT = ("1k", "10k")
COSTLY = 3_000
"""What the load of a mentor costs at her last place, where load counts."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--only", choices=KINDS, action="append")
    parser.add_argument("--solver", choices=SOLVERS, action="append")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        solver, kind, size, supply = chosen.child
        print(json.dumps(measure(solver, kind, Instance(size, supply, chosen.seed))))
        return

    for size in chosen.size or DEFAULT:
        for kind in chosen.only or KINDS:
            for supply in ("ample", "scarce"):
                instance = Instance(size, supply, chosen.seed)
                compare(kind, instance, chosen.solver or list(SOLVERS))


def compare(kind: str, instance: Instance, solvers: list[str]) -> None:
    mentees, mentors = SIZES[instance.size]
    print(f"\n{mentees:,} mentees, {mentors:,} mentors, {instance.supply} places, {kind}")
    print(f"{'':24}{'build s':>10}{'solve s':>10}{'ratio':>8}{'MB':>8}  result")
    ours: dict[str, Any] = {}
    for solver in solvers:
        found = run_child([solver, kind, instance.size, instance.supply], instance.seed)
        ours = ours or (found if "solve" in found else {})
        print(line(solver, found, ours, is_exact=True), flush=True)


def run_child(row: list[str], seed: int) -> dict[str, Any]:
    try:
        found: dict[str, Any] = answer_of_child(__file__, "--seed", str(seed), "--child", *row)
    except NoAnswer as failed:
        return {"note": str(failed)}
    return found


def measure(solver: str, kind: str, instance: Instance) -> dict[str, Any]:
    """Runs in a process of its own."""
    solve = SOLVERS[solver]
    solve(KINDS[kind](market_of(Instance("1k", "ample", 1))))
    market = KINDS[kind](market_of(instance))
    answers: list[Answer] = []
    memory = Memory()
    while len(answers) < MOST_RUNS and sum(answer.solve for answer in answers) < ENOUGH_SECONDS:
        answers.append(solve(market))
        if len(answers) == 1:
            added = memory.added()
    found = asdict(min(answers, key=lambda answer: answer.build + answer.solve))
    if solver == "corridor":
        proof = certify(market, assign(market))
        found["note"] = "certificate: gap 0" if proof.is_optimal else "NO CERTIFICATE"
    return {**found, "memory": added}


def corridor(market: Market) -> Answer:
    clock = Clock()
    assignment = assign(market)
    solve = clock.lap()
    value, matched = value_of(market, assignment.mentor)
    return Answer(0.0, solve, value - _cost_of_places(market, assignment.mentor), matched)


def ortools_flow(market: Market) -> Answer:
    """Requests, mentors, limits, then a node for each mentee at a mentor; the top comes last."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # noqa: PLC0415 - a peer

    clock = Clock()
    tail, head, capacity, cost = _arcs(market)
    flow = SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(tail, head, capacity, cost)
    top = int(head.max())
    supply = np.zeros(top + 1, dtype=np.int64)
    supply[: market.rows] = 1
    supply[top] = -market.rows
    flow.set_nodes_supplies(np.arange(top + 1, dtype=np.int32), supply)
    build = clock.lap()
    assert flow.solve() == flow.OPTIMAL
    solve = clock.lap()
    used = flow.flows(np.arange(len(market.mentor)))
    return Answer(build, solve, -flow.optimal_cost(), int(used.sum()))


def _arcs(market: Market) -> tuple[np.ndarray, ...]:
    """Tail, head, capacity, cost. All rules of a mentor hold all requests of a mentee, or none."""
    assert market.mentee is not None
    rows, columns = market.rows, market.columns
    row = np.repeat(np.arange(rows), np.diff(market.start))
    keys = market.mentee[row].astype(np.int64) * columns + market.mentor
    _, first, meeting = np.unique(keys, return_index=True, return_inverse=True)
    limits = [each for each in market.limits if each.mentor >= 0]
    whole = [each.places for each in market.limits if each.mentor < 0]
    gate = rows + columns
    met = gate + len(limits)
    hall = met + len(first)
    top = hall + len(whole)
    above = market.mentor[first].astype(np.int64) + rows
    for number, limit in enumerate(limits):
        above[meeting[limit.pairs]] = gate + number
    place = np.repeat(np.arange(columns), np.diff(market.slot_start)) + rows
    inside = np.array([each.mentor + rows for each in limits], dtype=np.int64)
    parts = [
        (row, meeting + met, 1, -(market.reward[row] + market.worth)),
        (np.arange(len(first)) + met, above, 1, 0),
        (np.arange(len(limits)) + gate, inside, np.array([each.places for each in limits]), 0),
        (place, hall, 1, market.slot_cost),
        (np.arange(rows), top, 1, 0),
        *[(hall, top, places, 0) for places in whole],
    ]
    arcs = [np.broadcast_arrays(*part) for part in parts]
    kinds = (np.int32, np.int32, np.int64, np.int64)
    return tuple(
        np.concatenate([np.atleast_1d(part[k]) for part in arcs]).astype(kind)
        for k, kind in enumerate(kinds)
    )


def _cost_of_places(market: Market, given: np.ndarray) -> int:
    load = np.bincount(given[given >= 0], minlength=market.columns)
    nth = np.arange(len(market.slot_cost)) - np.repeat(
        market.slot_start[:-1], np.diff(market.slot_start)
    )
    return int(market.slot_cost[nth < np.repeat(load, np.diff(market.slot_start))].sum())


def with_room_for_both(market: Market) -> Market:
    """As many places for each request as there were for each mentee."""
    return replace(
        with_two_requests(market),
        slot_start=market.slot_start * 2,
        slot_cost=np.zeros(len(market.slot_cost) * 2, dtype=np.int64),
    )


def with_load(market: Market) -> Market:
    """Room for both, second requests as good as first ones, and places dearer one by one."""
    market = with_room_for_both(market)
    places = np.diff(market.slot_start)
    nth = np.arange(len(market.slot_cost)) - np.repeat(market.slot_start[:-1], places)
    return replace(
        market,
        reward=np.full(market.rows, REWARD, dtype=np.int64),
        slot_cost=COSTLY * nth // np.repeat(places, places),
    )


def with_limits(market: Market) -> Market:
    """Room for both; every second mentee asks in a role of which a mentor takes half at most."""
    market = with_room_for_both(market)
    assert market.mentee is not None
    asks = market.mentee % 2 == 0
    pairs = np.flatnonzero(asks[np.repeat(np.arange(market.rows), np.diff(market.start))])
    pairs = pairs[np.argsort(market.mentor[pairs], kind="stable")]
    edges = np.searchsorted(market.mentor[pairs], np.arange(market.columns + 1))
    places = np.diff(market.slot_start).tolist()
    limits = [
        Limit(mentor=column, pairs=np.sort(pairs[a:b]), places=places[column] // 2)
        for column, (a, b) in enumerate(pairwise(edges))
        if b > a
    ]
    return replace(market, limits=tuple(limits))


def with_all_limits(market: Market) -> Market:
    """The same with a limit on the whole programme: one place in ten stays empty."""
    market = with_limits(market)
    pairs = np.arange(len(market.mentor))
    most = min(market.rows, len(market.slot_cost)) * 9 // 10
    return replace(market, limits=(*market.limits, Limit(mentor=-1, pairs=pairs, places=most)))


def with_few_places(market: Market) -> Market:
    """Two requests and limits by role; the whole programme takes a tenth of what it could."""
    market = with_limits(market)
    pairs = np.arange(len(market.mentor))
    most = min(market.rows, len(market.slot_cost)) // 10
    return replace(market, limits=(*market.limits, Limit(mentor=-1, pairs=pairs, places=most)))


KINDS: dict[str, Callable[[Market], Market]] = {
    "two requests": with_two_requests,
    "room for both": with_room_for_both,
    "load counts": with_load,
    "a limit by role": with_limits,
    "and on all": with_all_limits,
    "a tenth of all": with_few_places,
}
SOLVERS: dict[str, Callable[[Market], Answer]] = {
    "corridor": corridor,
    "OR-tools flow": ortools_flow,
}

if __name__ == "__main__":
    main()
