"""The same markets given to other libraries, each through its obvious public interface."""

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

import numpy as np

from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.market import Market


@dataclass(frozen=True)
class Answer:
    build: float
    """CPU seconds to turn the arrays into what the library takes."""
    solve: float
    value: int
    matched: int


@dataclass(frozen=True)
class Peer:
    name: str
    solve: Callable[[Market], Answer]
    module: str = ""
    """Imported before anything is measured."""
    largest: str = "1m"
    is_exact: bool = True


class Clock:
    def __init__(self) -> None:
        self.began = process_time()

    def lap(self) -> float:
        now = process_time()
        lap, self.began = now - self.began, now
        return lap


def value_of(market: Market, given: np.ndarray) -> tuple[int, int]:
    """Value and number of matches of a column for each row, or -1."""
    row = np.repeat(np.arange(market.rows), np.diff(market.start))
    taken = market.mentor == given[row]
    value = int(market.reward[row[taken]].sum()) + int(market.worth[taken].sum(dtype=np.int64))
    return value, int(taken.sum())


def corridor(market: Market) -> Answer:
    clock = Clock()
    assignment = assign(market)
    return Answer(0.0, clock.lap(), *value_of(market, assignment.mentor))


def ortools_flow(market: Market) -> Answer:
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # noqa: PLC0415 - a peer

    clock = Clock()
    tail, head, capacity, gain = _arcs(market)
    flow = SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(tail, head, capacity, -gain)
    nodes = int(head.max()) + 1
    supply = np.zeros(nodes, dtype=np.int64)
    supply[: market.rows] = 1
    supply[-1] = -market.rows
    flow.set_nodes_supplies(np.arange(nodes, dtype=np.int32), supply)
    build = clock.lap()
    assert flow.solve() == flow.OPTIMAL
    solve = clock.lap()
    used = flow.flows(np.arange(len(market.mentor)))
    return Answer(build, solve, -flow.optimal_cost(), int(used.sum()))


def pylmcf_simplex(market: Market) -> Answer:
    """LEMON's network simplex, the default of the package and its fastest here."""
    import pylmcf  # noqa: PLC0415 - a peer

    clock = Clock()
    tail, head, capacity, gain = _arcs(market)
    order = np.argsort(tail, kind="stable")
    supply = np.zeros(int(head.max()) + 1, dtype=np.int64)
    supply[: market.rows] = 1
    supply[-1] = -market.rows
    arcs = [np.ascontiguousarray(a[order].astype(np.int64)) for a in (tail, head, capacity)]
    # Costs must not be negative: every unit leaves one row, and pays the shift there.
    cost = (np.where(tail < market.rows, int(gain.max()), 0) - gain)[order]
    build = clock.lap()
    flow = pylmcf.pylmcf_cpp.lmcf(supply, *arcs, cost)
    solve = clock.lap()
    pairs = order < len(market.mentor)
    return Answer(build, solve, int(flow @ gain[order]), int(flow[pairs].sum()))


def highs_simplex(market: Market) -> Answer:
    """The linear program as it stands, through SciPy; its corners are whole."""
    from scipy.optimize import linprog  # noqa: PLC0415 - a peer
    from scipy.sparse import csr_array  # noqa: PLC0415 - a peer

    clock = Clock()
    pairs = len(market.mentor)
    row = np.repeat(np.arange(market.rows), np.diff(market.start))
    limits = csr_array(
        (np.ones(2 * pairs), (np.append(row, market.rows + market.mentor), [*range(pairs)] * 2))
    )
    gain = market.reward[row] + market.worth
    most = np.append(np.ones(market.rows), np.diff(market.slot_start))[: limits.shape[0]]
    build = clock.lap()
    found = linprog(-gain, A_ub=limits, b_ub=most, method="highs-ds")
    solve = clock.lap()
    used = found.x > 0.5
    return Answer(build, solve, int(gain[used].sum()), int(used.sum()))


def scipy_sparse(market: Market) -> Answer:
    from scipy.sparse import coo_array  # noqa: PLC0415 - a peer
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # noqa: PLC0415 - a peer

    clock = Clock()
    row, place, value = _by_place(market)
    places = len(market.slot_cost)
    most = int(value.max()) + 1
    # A dummy for each row keeps her unmatched at a gain of nothing.
    rows = np.arange(market.rows)
    weights = np.concatenate((most - value, np.full(market.rows, most)))
    graph = coo_array(
        (weights, (np.concatenate((row, rows)), np.concatenate((place, places + rows)))),
        shape=(market.rows, places + market.rows),
    ).tocsr()
    build = clock.lap()
    _, column = min_weight_full_bipartite_matching(graph)
    solve = clock.lap()
    return Answer(build, solve, *value_of(market, _mentor_of(market, column)))


def scipy_dense(market: Market) -> Answer:
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - a peer

    clock = Clock()
    row, place, value = _by_place(market)
    table = np.zeros((market.rows, len(market.slot_cost)))
    table[row, place] = value
    build = clock.lap()
    lines, columns = linear_sum_assignment(table, maximize=True)
    solve = clock.lap()
    real = table[lines, columns] > 0
    column = np.full(market.rows, len(market.slot_cost))
    column[lines[real]] = columns[real]
    return Answer(build, solve, *value_of(market, _mentor_of(market, column)))


def networkx_simplex(market: Market) -> Answer:
    import networkx as nx  # noqa: PLC0415 - a peer

    clock = Clock()
    tail, head, capacity, gain = (array.tolist() for array in _arcs(market))
    graph = nx.DiGraph()
    end = max(head)
    for row in range(market.rows):
        graph.add_node(row, demand=-1)
    graph.add_node(end, demand=market.rows)
    for a, b, c, g in zip(tail, head, capacity, gain, strict=True):
        graph.add_edge(a, b, capacity=c, weight=-g)
    build = clock.lap()
    cost, flow = nx.network_simplex(graph)
    solve = clock.lap()
    matched = sum(1 for row in range(market.rows) if not flow[row].get(end))
    return Answer(build, solve, -cost, matched)


def ortools_cp_sat(market: Market) -> Answer:
    from ortools.sat.python import cp_model  # noqa: PLC0415 - a peer

    clock = Clock()
    model = cp_model.CpModel()
    row = np.repeat(np.arange(market.rows), np.diff(market.start))
    pairs = [model.new_bool_var("") for _ in range(len(market.mentor))]
    for i in range(market.rows):
        model.add_at_most_one(pairs[market.start[i] : market.start[i + 1]])
    places = np.diff(market.slot_start).tolist()
    for j in range(market.columns):
        mine = np.flatnonzero(market.mentor == j).tolist()
        model.add(sum(pairs[at] for at in mine) <= places[j])
    gain = (market.reward[row] + market.worth).tolist()
    model.maximize(sum(g * pair for g, pair in zip(gain, pairs, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = 120
    build = clock.lap()
    status = solver.solve(model)
    solve = clock.lap()
    if status != cp_model.OPTIMAL:
        raise TimeoutError("no optimum within 120 s")
    return Answer(build, solve, int(solver.objective_value), sum(map(solver.value, pairs)))


def matching_residents(market: Market) -> Answer:
    from matching.games import HospitalResident  # noqa: PLC0415 - a peer

    clock = Clock()
    wishes, answers, places = _preferences(market)
    game = HospitalResident.create_from_dictionaries(wishes, answers, places)
    build = clock.lap()
    found = game.solve()
    solve = clock.lap()
    given = np.full(market.rows, -1)
    for mentor, mentees in found.items():
        for mentee in mentees:
            given[int(mentee.name[1:])] = int(mentor.name[1:])
    return Answer(build, solve, *value_of(market, given))


def algmatch_residents(market: Market) -> Answer:
    from algmatch import HospitalResidentsProblem  # noqa: PLC0415 - a peer

    clock = Clock()
    wishes, answers, places = _preferences(market)
    game = HospitalResidentsProblem(
        dictionary={
            "residents": {int(name[1:]) + 1: _numbers(wish) for name, wish in wishes.items()},
            "hospitals": {
                int(name[1:]) + 1: {"capacity": places[name], "preferences": _numbers(answer)}
                for name, answer in answers.items()
            },
        }
    )
    build = clock.lap()
    found = game.get_stable_matching()
    solve = clock.lap()
    given = np.full(market.rows, -1)
    for resident, hospital in found["resident_sided"].items():
        if hospital:
            given[int(resident[1:]) - 1] = int(hospital[1:]) - 1
    return Answer(build, solve, *value_of(market, given))


def _numbers(names: list[str]) -> list[int]:
    return [int(name[1:]) + 1 for name in names]


def _arcs(market: Market) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Tail, head, capacity, gain: candidates first, then places of mentors, then nobody."""
    row = np.repeat(np.arange(market.rows, dtype=np.int32), np.diff(market.start))
    rows, columns, end = market.rows, market.columns, market.rows + market.columns
    tail = np.concatenate((row, np.arange(rows, end), np.arange(rows))).astype(np.int32)
    head = np.concatenate((market.mentor + rows, np.full(columns + rows, end))).astype(np.int32)
    places = np.diff(market.slot_start)
    capacity = np.concatenate((np.ones(len(row)), places, np.ones(rows))).astype(np.int64)
    gain = np.concatenate((market.reward[row] + market.worth, np.zeros(columns + rows))).astype(
        np.int64
    )
    return tail, head, capacity, gain


def _by_place(market: Market) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row, place and value of every pair, once for each place of the mentor."""
    row = np.repeat(np.arange(market.rows), np.diff(market.start))
    times = np.diff(market.slot_start)[market.mentor]
    begins = np.cumsum(times) - times
    nth = np.arange(times.sum()) - np.repeat(begins, times)
    value = market.reward[row] + market.worth
    first = market.slot_start[market.mentor]
    return np.repeat(row, times), np.repeat(first, times) + nth, np.repeat(value, times)


def _mentor_of(market: Market, place: np.ndarray) -> np.ndarray:
    mentor = np.searchsorted(market.slot_start, place, side="right") - 1
    return np.where(place < len(market.slot_cost), mentor, -1)


def _preferences(market: Market) -> tuple[dict, dict, dict]:
    """Both sides rank by worth, as names; mentors whom nobody wants take no part."""
    row = np.repeat(np.arange(market.rows), np.diff(market.start))
    wishes: dict[str, list[str]] = {f"e{i}": [] for i in range(market.rows)}
    answers: dict[str, list[str]] = {f"m{j}": [] for j in np.unique(market.mentor).tolist()}
    for at in np.argsort(-market.worth, kind="stable").tolist():
        wishes[f"e{row[at]}"].append(f"m{market.mentor[at]}")
        answers[f"m{market.mentor[at]}"].append(f"e{row[at]}")
    capacity = np.diff(market.slot_start).tolist()
    return wishes, answers, {name: capacity[int(name[1:])] for name in answers}


PEERS = (
    Peer("corridor", corridor, "corridor.algorithms.matching.large"),
    Peer("OR-tools flow", ortools_flow, "ortools.graph.python.min_cost_flow"),
    Peer("pylmcf", pylmcf_simplex, "pylmcf"),
    Peer("scipy sparse", scipy_sparse, "scipy.sparse.csgraph", "10k"),
    Peer("scipy dense", scipy_dense, "scipy.optimize", "1k"),
    Peer("HiGHS", highs_simplex, "scipy.optimize", "10k"),
    Peer("networkx", networkx_simplex, "networkx", "1k"),
    Peer("OR-tools CP-SAT", ortools_cp_sat, "ortools.sat.python.cp_model", "1k"),
    Peer("matching", matching_residents, "matching.games", "1k", is_exact=False),
    Peer("algmatch", algmatch_residents, "algmatch", "10k", is_exact=False),
)
