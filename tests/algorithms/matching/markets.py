"""Small random markets, for tests that compare solvers."""

import numpy as np

from corridor.algorithms.matching import packing
from corridor.algorithms.matching.lottery import keys
from corridor.algorithms.matching.market import Limit, Market


def market_of(
    wishes,
    *,
    places,
    reward=None,
    mentee=None,
    limits=(),
):
    """``wishes``: for each request, mentor -> worth. ``places``: for each mentor, the costs."""
    start = np.cumsum([0, *map(len, wishes)])
    ordered = [sorted(wish.items()) for wish in wishes]
    return Market(
        start=start.astype(np.int64),
        mentor=np.array([j for wish in ordered for j, _ in wish], dtype=np.int32),
        worth=np.array([worth for wish in ordered for _, worth in wish], dtype=np.int64),
        reward=np.array(reward or [100] * len(wishes), dtype=np.int64),
        slot_start=np.cumsum([0, *map(len, places)]).astype(np.int64),
        slot_cost=np.array([cost for costs in places for cost in costs], dtype=np.int64),
        mentee=None if mentee is None else np.array(mentee, dtype=np.int32),
        limits=limits,
    )


def limit(mentor, pairs, places):
    return Limit(mentor=mentor, pairs=np.array(pairs, dtype=np.int64), places=places)


def random_market(
    seed: int,
    *,
    rows: int = 40,
    columns: int = 15,
    most_places: int = 3,
    load_points: int = 0,
    tiers: int = 1,
    top_points: int = 10_000,
) -> Market:
    """Up to ``rows`` requests with up to 8 candidates each, some with none, some mentors full."""
    rng = np.random.default_rng(seed)
    rows, columns = int(rng.integers(0, rows + 1)), int(rng.integers(1, columns + 1))
    chosen = [
        np.sort(rng.choice(columns, size=min(columns, int(rng.integers(0, 9))), replace=False))
        for _ in range(rows)
    ]
    start = np.concatenate(([0], np.cumsum([len(row) for row in chosen]))).astype(np.int64)
    mentor = np.concatenate([np.zeros(0), *chosen]).astype(np.int32)
    market, _ = packing.pack(
        packing.Candidates(
            start=start,
            mentor=mentor,
            points=rng.integers(0, top_points + 1, len(mentor)).astype(np.int32),
        ),
        packing.Room(
            places=rng.integers(0, most_places + 1, columns),
            carries=rng.integers(0, 3, columns),
            load_points=load_points,
        ),
        tier=rng.integers(0, tiers, rows),
        row_keys=keys("", [f"mentee {row}" for row in range(rows)]),
        column_keys=keys("", [f"mentor {column}" for column in range(columns)]),
    )
    return market


def total(market: Market, given: np.ndarray) -> int:
    """What an assignment is worth, added up pair by pair."""
    value = 0
    loads = [0] * market.columns
    for row, column in enumerate(given.tolist()):
        if column < 0:
            continue
        first = int(market.start[row])
        at = market.mentor[first : int(market.start[row + 1])].tolist().index(column)
        value += int(market.reward[row]) + int(market.worth[first + at])
        value -= int(market.slot_cost[int(market.slot_start[column]) + loads[column]])
        loads[column] += 1
    return value
