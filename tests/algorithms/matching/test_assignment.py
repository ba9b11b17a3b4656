"""Solvers agree with each other, with OR-tools, and with the independent checker."""

import numpy as np
import pytest

from corridor.algorithms.matching.certificate import check, document
from corridor.algorithms.matching.large import assign_large
from corridor.algorithms.matching.market import Market
from corridor.algorithms.matching.small import assign_small

from .markets import random_market, total

TRAITS = [
    {},
    {"most_places": 1, "top_points": 2},
    {"load_points": 500, "most_places": 5},
    {"tiers": 3, "top_points": 2},
    {"tiers": 3, "load_points": 500, "most_places": 20},
]


def plain(rows: list[dict[int, int]], places: list[int], *, reward: int = 1_000) -> Market:
    return Market(
        start=np.cumsum([0, *map(len, rows)]),
        mentor=np.array([column for row in rows for column in row], dtype=np.int32),
        worth=np.array([worth for row in rows for worth in row.values()], dtype=np.int64),
        reward=np.full(len(rows), reward),
        slot_start=np.cumsum([0, *places]),
        slot_cost=np.zeros(sum(places), dtype=np.int64),
    )


@pytest.mark.parametrize("assign", [assign_small, assign_large])
class TestBothSolvers:
    def test_the_best_pairs_are_not_taken_when_the_whole_would_lose(self, assign):
        market = plain([{0: 90, 1: 80}, {0: 85, 1: 10}], [1, 1])

        assert assign(market).mentor.tolist() == [1, 0]

    def test_serving_two_comes_before_serving_one_well(self, assign):
        market = plain([{0: 900, 1: 0}, {0: 0}], [1, 1])

        assert assign(market).mentor.tolist() == [1, 0]

    def test_a_mentor_takes_no_more_than_her_places(self, assign):
        market = plain([{0: 5}, {0: 7}, {0: 6}], [2])

        assert assign(market).mentor.tolist() == [-1, 0, 0]

    def test_a_mentor_without_places_is_given_nobody(self, assign):
        market = plain([{0: 5, 1: 3}], [0, 1])

        assert assign(market).mentor.tolist() == [1]

    def test_nobody_to_serve_is_no_error(self, assign):
        assert assign(plain([], [3])).mentor.tolist() == []

    def test_a_request_without_candidates_stays_open(self, assign):
        assert assign(plain([{}, {0: 1}], [1])).mentor.tolist() == [-1, 0]

    def test_a_dear_second_place_sends_the_second_mentee_elsewhere(self, assign):
        market = plain([{0: 60, 1: 50}, {0: 60, 1: 55}], [2, 1])
        dear = Market(**{**vars(market), "slot_cost": np.array([0, 20, 0])})

        assert assign(market).mentor.tolist() == [0, 0]
        assert assign(dear).mentor.tolist() == [0, 1]

    def test_a_place_that_costs_more_than_it_brings_stays_empty(self, assign):
        market = Market(
            start=np.array([0, 0, 1]),
            mentor=np.array([0], dtype=np.int32),
            worth=np.array([0], dtype=np.int32),
            reward=np.array([20, 1]),
            slot_start=np.array([0, 3]),
            slot_cost=np.array([2, 4, 8]),
        )

        assert assign(market).mentor.tolist() == [-1, -1]


@pytest.mark.parametrize("rewards", [(1, 4), (3, 30), (9, 10), (20, 5_000)])
def test_rewards_of_any_size_lead_to_the_same_proven_result(rewards):
    for seed in range(60):
        market = random_market(seed, most_places=2, top_points=9, load_points=4)
        unit = int(market.slot_cost.max(initial=1)) or 1
        rng = np.random.default_rng(seed)
        market = Market(
            **{**vars(market), "reward": rng.choice(rewards, market.rows) * (unit // 4 + 1)}
        )

        by_large = assign_large(market)

        verdict = check(document(market, by_large))
        assert verdict.problems == ()
        assert verdict.value == verdict.bound
        assert by_large.mentor.tolist() == assign_small(market).mentor.tolist()


@pytest.mark.parametrize("traits", TRAITS)
def test_every_result_carries_its_proof_and_both_solvers_choose_the_same(traits):
    for seed in range(60):
        market = random_market(seed, **traits)

        by_small, by_large = assign_small(market), assign_large(market)

        for assignment in (by_small, by_large):
            verdict = check(document(market, assignment))
            assert verdict.problems == ()
            assert verdict.value == verdict.bound == total(market, assignment.mentor)
        assert by_small.mentor.tolist() == by_large.mentor.tolist()


@pytest.mark.parametrize("seed", range(40))
def test_the_value_is_the_one_that_or_tools_finds(seed):
    flow_of = pytest.importorskip("ortools.graph.python.min_cost_flow")
    market = random_market(seed, load_points=500 * (seed % 2), top_points=50)
    reward = np.full(market.rows, int(market.worth.max(initial=0)) + 1)
    scaled = Market(**{**vars(market), "reward": reward})

    assert total(scaled, assign_large(scaled).mentor) == _by_or_tools(flow_of, scaled)


def _by_or_tools(flow_of, market: Market) -> int:
    flow = flow_of.SimpleMinCostFlow()
    end = market.rows + market.columns
    for row in range(market.rows):
        for at in range(int(market.start[row]), int(market.start[row + 1])):
            value = int(market.reward[row]) + int(market.worth[at])
            flow.add_arc_with_capacity_and_unit_cost(
                row, market.rows + int(market.mentor[at]), 1, -value
            )
        flow.add_arc_with_capacity_and_unit_cost(row, end, 1, 0)
        flow.set_node_supply(row, 1)
    for column in range(market.columns):
        for at in range(int(market.slot_start[column]), int(market.slot_start[column + 1])):
            flow.add_arc_with_capacity_and_unit_cost(
                market.rows + column, end, 1, int(market.slot_cost[at])
            )
    flow.set_node_supply(end, -market.rows)
    assert market.rows == 0 or flow.solve() == flow.OPTIMAL
    return -flow.optimal_cost() if market.rows else 0


def test_a_programme_of_a_thousand_is_solved_with_proof_by_the_compiled_solver():
    rng = np.random.default_rng(1)
    rows, columns, each = 1_000, 400, 30
    chosen = [np.sort(rng.choice(columns, each, replace=False)) for _ in range(rows)]
    market = Market(
        start=np.arange(rows + 1) * each,
        mentor=np.concatenate(chosen).astype(np.int32),
        worth=rng.integers(0, 10_001, rows * each).astype(np.int32),
        reward=np.full(rows, 10**11),
        slot_start=np.arange(columns + 1) * 2,
        slot_cost=np.zeros(columns * 2, dtype=np.int64),
    )

    verdict = check(document(market, assign_large(market)))

    assert verdict.is_optimal
    assert verdict.matched == 800
