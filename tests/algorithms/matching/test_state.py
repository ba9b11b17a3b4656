"""What-ifs and newcomers give exactly what a fresh solve gives."""

from dataclasses import replace

import numpy as np
import pytest

from corridor.algorithms.matching.certificate import check, document
from corridor.algorithms.matching.kept import KeptMarket
from corridor.algorithms.matching.large import assign_large
from corridor.algorithms.matching.market import Market
from corridor.algorithms.matching.small import assign_small
from corridor.algorithms.matching.state import Solved, resume, welcome

from .markets import random_market, total


def forced(market: Market, row: int, at: int) -> Market:
    """The market in which a row has one candidate, and nothing matters more than serving it."""
    first, end = int(market.start[row]), int(market.start[row + 1])
    kept = [k for k in range(len(market.mentor)) if not first <= k < end or k == at]
    count = np.diff(market.start)
    count[row] = 1
    reward = market.reward.copy()
    reward[row] = 2 * int(market.reward.max()) + int(market.worth.max())
    return Market(
        start=np.concatenate(([0], np.cumsum(count))),
        mentor=market.mentor[kept],
        worth=market.worth[kept],
        reward=reward,
        slot_start=market.slot_start,
        slot_cost=market.slot_cost,
    )


def without_rows(market: Market, gone: np.ndarray) -> Market:
    count = np.diff(market.start)
    pairs = np.repeat(~gone, count)
    return Market(
        start=np.concatenate(([0], np.cumsum(count[~gone]))),
        mentor=market.mentor[pairs],
        worth=market.worth[pairs],
        reward=market.reward[~gone],
        slot_start=market.slot_start,
        slot_cost=market.slot_cost,
    )


@pytest.mark.parametrize("top_points", [10_000, 500_000_000])
@pytest.mark.parametrize("seed", range(40))
def test_forcing_a_pair_costs_what_a_fresh_solve_says(seed, top_points):
    """So many points fill the numbers as ten thousand requests do."""
    market = random_market(
        seed, load_points=500 * (seed % 2), tiers=1 + seed % 3, top_points=top_points
    )
    assignment = assign_large(market)
    solved = Solved(market, assignment)
    rows = np.repeat(np.arange(market.rows), np.diff(market.start))

    for at in range(0, len(rows), 7):
        row, column = int(rows[at]), int(market.mentor[at])
        if market.slot_start[column] == market.slot_start[column + 1]:
            continue
        change = solved.force(row, column)

        given = assignment.mentor.copy()
        for moved, was, now in change.moves:
            assert given[moved] == was
            given[moved] = now
        assert given[row] == column
        best = assign_small(forced(market, row, at)).mentor
        assert total(market, given) == total(market, best)
        assert change.loss == total(market, assignment.mentor) - total(market, given)


def test_forcing_what_is_already_so_changes_nothing():
    market = random_market(3)
    assignment = assign_large(market)
    row = int(np.flatnonzero(assignment.mentor >= 0)[0])

    change = Solved(market, assignment).force(row, int(assignment.mentor[row]))

    assert (change.loss, change.moves) == (0, ())


@pytest.mark.parametrize("seed", range(30))
def test_newcomers_lead_to_the_same_matches_as_starting_again(seed):
    market = random_market(seed, load_points=500 * (seed % 2))
    rng = np.random.default_rng(seed)
    newcomer = rng.random(market.rows) < 0.3
    before = assign_large(without_rows(market, newcomer))
    given = np.full(market.rows, -1, dtype=np.int32)
    given[~newcomer] = before.mentor

    welcomed = welcome(market, given=given, price=before.prices.mentor)
    resumed = resume(market, given=given, price=before.prices.mentor)

    fresh = assign_large(market).mentor.tolist()
    assert welcomed.mentor.tolist() == resumed.mentor.tolist() == fresh
    assert check(document(market, welcomed)).is_optimal
    assert check(document(market, resumed)).is_optimal


def rows_of(market: Market, first: int, end: int) -> Market:
    """Rows of a market whose columns stay."""
    begin, stop = market.start[first], market.start[end]
    return Market(
        start=market.start[first : end + 1] - begin,
        mentor=market.mentor[begin:stop],
        worth=market.worth[begin:stop],
        reward=market.reward[first:end],
        slot_start=market.slot_start,
        slot_cost=market.slot_cost,
    )


@pytest.mark.parametrize("seed", range(30))
def test_a_kept_market_is_at_the_optimum_after_each_arrival(seed):
    market = random_market(seed, load_points=500 * (seed % 2))
    first = market.rows // 3
    known = rows_of(market, 0, first)
    kept = KeptMarket(known, assign_large(known))

    for end in (first + (market.rows - first) // 2, market.rows):
        welcomed = kept.welcome(rows_of(market, first, end))

        so_far = rows_of(market, 0, end)
        assert welcomed.mentor.tolist() == assign_large(so_far).mentor.tolist()
        assert check(document(so_far, welcomed)).is_optimal
        first = end


def test_a_kept_market_takes_newcomers_of_greater_worth_than_32_bits_hold():
    known = Market(
        start=np.array([0, 1], dtype=np.int64),
        mentor=np.array([0], dtype=np.int32),
        worth=np.array([5], dtype=np.int32),
        reward=np.array([1], dtype=np.int64),
        slot_start=np.array([0, 1], dtype=np.int64),
        slot_cost=np.array([0], dtype=np.int64),
    )
    newcomer = replace(known, worth=np.array([2**40], dtype=np.int64))

    welcomed = KeptMarket(known, assign_large(known)).welcome(newcomer)

    assert welcomed.mentor.tolist() == [-1, 0]


@pytest.mark.parametrize("seed", range(30))
def test_any_state_however_wrong_is_repaired_to_the_optimum(seed):
    market = random_market(seed, most_places=5)
    rng = np.random.default_rng(seed)

    resumed = resume(
        market,
        given=rng.integers(-1, market.columns, market.rows).astype(np.int32),
        price=rng.integers(-1, 10**12, market.columns),
    )

    assert check(document(market, resumed)).is_optimal
