"""Small random markets against OR-tools: is every total the same, and every proof complete?

    python benchmarks/fuzz.py                  300 cases, some seconds
    python benchmarks/fuzz.py --cases 6000     minutes

Each case is drawn from its number alone, so one that fails can be run again by itself. Seven
kinds take turns: plain markets by both solvers, newcomers, what-ifs of a pin, existing matches
that are to change least, several requests of one mentee, limits by role and for the whole
programme, and a programme of few places, solved from the pairs worth most where those suffice.
Among them are ties without end,
mentors without places, fewer places than mentees, costs of load, and mentees nobody fits.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

# Run as a script, this folder would stand in front with its own ``matching``.
sys.path[0] = str(Path(__file__).parents[1])

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from ortools.sat.python import cp_model

from corridor.algorithms.matching import network_narrow, network_relaxed, packing
from corridor.algorithms.matching.certificate import check, document
from corridor.algorithms.matching.kept import KeptMarket
from corridor.algorithms.matching.large import assign_large
from corridor.algorithms.matching.lottery import keys
from corridor.algorithms.matching.market import Assignment, Limit, Market
from corridor.algorithms.matching.network import assign_network
from corridor.algorithms.matching.small import assign_small
from corridor.algorithms.matching.state import Solved, resume, welcome

Rng = np.random.Generator


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    chosen = parser.parse_args()
    began = process_time()
    done: Counter[str] = Counter()
    wrong: list[str] = []
    for number in range(chosen.first, chosen.first + chosen.cases):
        name, compare = KINDS[number % len(KINDS)]
        rng = np.random.default_rng(number)
        done[name] += 1
        wrong += [f"case {number} ({name}): {problem}" for problem in compare(rng)]
    for name, count in done.items():
        print(f"{name:18}{count:7,} cases")
    print(f"{chosen.cases:,} cases, {len(wrong)} mismatches, {process_time() - began:.0f} s CPU")
    if wrong:
        sys.exit("\n".join(wrong[:20]))


def plain(rng: Rng) -> list[str]:
    market = draw(rng)
    best = by_flow(market)
    return [
        problem
        for solve in (assign_small, assign_large)
        for problem in against(market, solve(market), best)
    ]


def newcomers(rng: Rng) -> list[str]:
    market = draw(rng)
    known = rng.random(market.rows) < 0.7
    before = assign_large(_only(market, known))
    best = by_flow(market)
    return [
        problem
        for come in (welcome, resume)
        for problem in against(
            market, come(market, given=before.mentor, price=before.prices.mentor), best
        )
    ] + kept_newcomers(rng)


def kept_newcomers(rng: Rng) -> list[str]:
    """They come in three goes to a market that is kept, where many have many candidates."""
    market = draw(rng, columns=int(rng.choice((15, 40))))
    goes = np.sort(rng.integers(0, 4, market.rows))
    known = _rows(market, goes == 0)
    kept = KeptMarket(known, assign_large(known))
    problems = []
    for go in (1, 2, 3):
        found = kept.welcome(_rows(market, goes == go))
        so_far = _rows(market, goes <= go)
        problems += against(so_far, found, by_flow(so_far))
    return problems


def pins(rng: Rng) -> list[str]:
    """A pair is forced: what the rest is then worth, by us and by OR-tools."""
    market = draw(rng)
    assignment = assign_large(market)
    solved = Solved(market, assignment)
    row_of = np.repeat(np.arange(market.rows), np.diff(market.start))
    has_places = np.diff(market.slot_start)[market.mentor] > 0
    usual = by_flow(market)
    problems = []
    for pair in rng.permutation(np.flatnonzero(has_places))[:3].tolist():
        row, column = int(row_of[pair]), int(market.mentor[pair])
        alone = np.ones(len(row_of), dtype=np.bool_)
        alone[row_of == row] = False
        alone[pair] = True
        ahead = int(market.reward.sum() + market.worth.sum()) + int(market.slot_cost.sum()) + 1
        reward = market.reward.copy()
        reward[row] += ahead
        pinned = replace(
            market,
            start=np.concatenate(([0], np.cumsum(alone)))[market.start],
            mentor=market.mentor[alone],
            worth=market.worth[alone],
            reward=reward,
        )
        loss = usual - (by_flow(pinned) - ahead)
        if (found := solved.force(row, column).loss) != loss:
            problems.append(f"pinning {row} to {column} costs {found}, by OR-tools {loss}")
    return problems


def several_requests(rng: Rng) -> list[str]:
    market = draw(rng)
    if not market.rows:
        return []
    mentee = np.sort(rng.integers(0, max(1, market.rows * 2 // 3), market.rows)).astype(np.int32)
    market = replace(market, mentee=mentee)
    return against(market, assign_network(market), by_flow(market))


def changes(rng: Rng) -> list[str]:
    """Tiers, fit less load, existing matches and the lottery packed; weighed anew for OR-tools."""
    drawn = draw(rng)
    if not drawn.rows:
        return []
    row_of = np.repeat(np.arange(drawn.rows), np.diff(drawn.start))
    held = np.unique(row_of, return_index=True)[1]
    existing = np.zeros(len(row_of), dtype=np.bool_)
    existing[held[rng.random(len(held)) < 0.6]] = True
    tier = rng.integers(0, 3, drawn.rows)
    packed, scale = packing.pack(
        packing.Candidates(
            start=drawn.start, mentor=drawn.mentor, points=drawn.worth, existing=existing
        ),
        packing.Room(
            places=np.diff(drawn.slot_start),
            carries=rng.integers(0, 3, drawn.columns),
            load_points=int(rng.choice((0, 2, 500))),
        ),
        tier=tier,
        row_keys=keys(str(rng.random()), [f"e{row}" for row in range(drawn.rows)]),
        column_keys=keys(str(rng.random()), [f"m{column}" for column in range(drawn.columns)]),
    )
    point = drawn.rows + 1
    cost = packed.slot_cost // scale.unit
    served = point * int(drawn.worth.sum() + cost.sum() + 1)
    weighed = replace(
        packed,
        worth=drawn.worth * point + existing,
        reward=served * (drawn.rows + 1) ** tier,
        slot_cost=cost * point,
    )
    best = by_flow(weighed)
    problems = []
    for solve in (assign_small, assign_large):
        ours = solve(packed)
        problems += list(check(document(packed, ours)).problems)
        if (value := check(document(weighed, ours)).value) != best:
            problems.append(f"worth {value} without the lottery, by OR-tools {best}")
    return problems


def limits(rng: Rng) -> list[str]:
    """By role within a mentor, in two of three cases for the whole programme too."""
    market = draw(rng, rows=9, columns=5)
    if not market.rows:
        return []
    role = rng.integers(0, 2, market.rows)[np.repeat(range(market.rows), np.diff(market.start))]
    found = [
        Limit(mentor=column, pairs=pairs, places=int(rng.integers(0, 3)))
        for column in range(market.columns)
        if len(pairs := np.flatnonzero((market.mentor == column) & (role == 1)))
    ]
    if rng.random() < 0.67:
        everything = np.arange(len(market.mentor))
        found.append(Limit(mentor=-1, pairs=everything, places=int(rng.integers(0, 8))))
    mentee = rng.integers(0, market.rows, market.rows).astype(np.int32)
    market = replace(market, limits=tuple(found), mentee=mentee)
    return against(market, assign_network(market), by_constraints(market))


def few_places(rng: Rng) -> list[str]:
    """A limit on the whole programme of at most half of the mentees; also started from plain."""
    market = draw(rng, rows=60, columns=25)
    if not market.rows:
        return []
    everything = np.arange(len(market.mentor))
    places = int(rng.integers(1, 2 + market.rows // 2))
    limit = Limit(mentor=-1, pairs=everything, places=places)
    mentee = rng.integers(0, 2 * market.rows, market.rows).astype(np.int32)
    market = replace(market, limits=(limit,), mentee=mentee)
    best = by_flow(market)
    problems = []
    usual = network_narrow.ENOUGH_PAIRS, network_relaxed.HEAD_START
    for enough, head_start in ((0, usual[1]), (0, 0), (usual[0], 0)):
        network_narrow.ENOUGH_PAIRS, network_relaxed.HEAD_START = enough, head_start
        problems += against(market, assign_network(market), best)
    network_narrow.ENOUGH_PAIRS, network_relaxed.HEAD_START = usual
    return problems


KINDS: list[tuple[str, Callable[[Rng], list[str]]]] = [
    ("plain", plain),
    ("newcomers", newcomers),
    ("pins", pins),
    ("changes", changes),
    ("several requests", several_requests),
    ("limits", limits),
    ("few places", few_places),
]


def draw(rng: Rng, *, rows: int = 40, columns: int = 15) -> Market:
    rows, columns = int(rng.integers(0, rows + 1)), int(rng.integers(1, columns + 1))
    most_known = int(rng.integers(1, columns + 1))
    known = [
        np.sort(rng.choice(columns, int(rng.integers(0, most_known + 1)), replace=False))
        for _ in range(rows)
    ]
    start = np.concatenate(([0], np.cumsum([len(row) for row in known]))).astype(np.int64)
    places = rng.integers(0, int(rng.choice((2, 3, 6))), columns)
    step = int(rng.choice((0, 0, 3, 400)))
    costs = [np.cumsum(rng.integers(0, step + 1, count)) for count in places]
    return Market(
        start=start,
        mentor=np.concatenate((np.zeros(0), *known)).astype(np.int32),
        worth=rng.integers(0, int(rng.choice((1, 2, 50, 10_001))), start[-1]),
        reward=rng.choice(REWARDS[int(rng.integers(len(REWARDS)))], rows).astype(np.int64),
        slot_start=np.concatenate(([0], np.cumsum(places))).astype(np.int64),
        slot_cost=np.concatenate((np.zeros(0), *costs)).astype(np.int64),
    )


REWARDS = ((1,), (10_000,), (1, 300), (10_000, 1_000_000), (20_001, 40_002, 60_003))


def against(market: Market, ours: Assignment, best: int) -> list[str]:
    verdict = check(document(market, ours))
    problems = list(verdict.problems)
    if verdict.value != best:
        problems.append(f"worth {verdict.value}, by OR-tools {best}")
    if verdict.bound != verdict.value:
        problems.append(f"worth {verdict.value}, bound {verdict.bound}")
    return problems


def by_flow(market: Market) -> int:  # noqa: C901 - one network, arc by arc
    """Pairs of one mentee and one mentor pass a node that lets one through.

    Limits must hold every pair.
    """
    if not market.rows:
        return 0
    flow = SimpleMinCostFlow()
    end = market.rows + market.columns
    most = min((limit.places for limit in market.limits), default=market.rows)
    hall = end + 1 if market.limits else end
    gates: dict[tuple[int, int], int] = {}
    for row in range(market.rows):
        for at in range(int(market.start[row]), int(market.start[row + 1])):
            column = int(market.mentor[at])
            to = market.rows + column
            if market.mentee is not None:
                pair = (int(market.mentee[row]), column)
                if pair not in gates:
                    gates[pair] = end + 2 + len(gates)
                    flow.add_arc_with_capacity_and_unit_cost(gates[pair], to, 1, 0)
                to = gates[pair]
            value = int(market.reward[row]) + int(market.worth[at])
            flow.add_arc_with_capacity_and_unit_cost(row, to, 1, -value)
        flow.add_arc_with_capacity_and_unit_cost(row, end, 1, 0)
        flow.set_node_supply(row, 1)
    for column in range(market.columns):
        for cost in market.slot_cost[market.slot_start[column] : market.slot_start[column + 1]]:
            flow.add_arc_with_capacity_and_unit_cost(market.rows + column, hall, 1, int(cost))
    if hall != end:
        flow.add_arc_with_capacity_and_unit_cost(hall, end, most, 0)
    flow.set_node_supply(end, -market.rows)
    assert flow.solve() == flow.OPTIMAL
    return -int(flow.optimal_cost())


def by_constraints(market: Market) -> int:
    model = cp_model.CpModel()
    pair = [model.new_bool_var("") for _ in market.mentor]
    row_of = np.repeat(np.arange(market.rows), np.diff(market.start))
    for row in range(market.rows):
        model.add_at_most_one(pair[at] for at in np.flatnonzero(row_of == row))
    groups: dict[tuple[int, int], list[int]] = {}
    for at, row in enumerate(row_of):
        groups.setdefault((int(market.mentee[row]), int(market.mentor[at])), []).append(at)
    for group in groups.values():
        model.add_at_most_one(pair[at] for at in group)
    for limit in market.limits:
        model.add(sum(pair[at] for at in limit.pairs) <= limit.places)
    place = [model.new_bool_var("") for _ in market.slot_cost]
    for column in range(market.columns):
        here = place[market.slot_start[column] : market.slot_start[column + 1]]
        model.add(sum(pair[at] for at in np.flatnonzero(market.mentor == column)) == sum(here))
    gains = [int(market.reward[row]) + int(market.worth[at]) for at, row in enumerate(row_of)]
    model.maximize(
        sum(gain * each for gain, each in zip(gains, pair, strict=True))
        - sum(int(cost) * each for cost, each in zip(market.slot_cost, place, strict=True))
    )
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def _only(market: Market, known: np.ndarray) -> Market:
    """The same rows, but those not known have no candidates yet."""
    count = np.where(known, np.diff(market.start), 0)
    kept = np.repeat(known, np.diff(market.start))
    return replace(
        market,
        start=np.concatenate(([0], np.cumsum(count))).astype(np.int64),
        mentor=market.mentor[kept],
        worth=market.worth[kept],
    )


def _rows(market: Market, chosen: np.ndarray) -> Market:
    some = _only(market, chosen)
    count = np.diff(some.start)[chosen]
    return replace(
        some,
        start=np.concatenate(([0], np.cumsum(count))).astype(np.int64),
        reward=market.reward[chosen],
    )


if __name__ == "__main__":
    main()
