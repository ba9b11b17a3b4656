from collections.abc import Sequence
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.matching.lottery import keys
from corridor.algorithms.matching.market import Limit
from corridor.algorithms.matching.stability import (
    Preferences,
    blocking_pairs,
    stable_assignment,
)

Score = tuple[int, int]


def preferences(
    scores: Sequence[dict[int, Score]],
    capacity: Sequence[int],
    *,
    mentee: Sequence[int] | None = None,
    limits: Sequence[Limit] = (),
) -> Preferences:
    """One dictionary a request: mentor -> (what she thinks of him, what he thinks of her)."""
    rows = [sorted(row.items()) for row in scores]
    return Preferences(
        start=np.cumsum([0, *(len(row) for row in rows)]),
        mentor=np.array([column for row in rows for column, _ in row], dtype=np.int32),
        mentee_score=np.array([hers for row in rows for _, (hers, _) in row], dtype=np.int64),
        mentor_score=np.array([his for row in rows for _, (_, his) in row], dtype=np.int64),
        capacity=np.array(capacity, dtype=np.int64),
        mentee=None if mentee is None else np.array(mentee, dtype=np.int32),
        limits=limits,
    )


def solve(market: Preferences, *, seed: str = "corridor") -> list[int]:
    people = range(market.rows) if market.mentee is None else market.mentee
    return stable_assignment(
        market,
        row_keys=keys(seed, [f"mentee {row}" for row in people]),
        column_keys=keys(seed, [f"mentor {column}" for column in range(len(market.capacity))]),
    ).tolist()


def blockers(market: Preferences, given: Sequence[int]) -> list[tuple[int, int, int, int]]:
    found = blocking_pairs(market, np.array(given, dtype=np.int32))
    return [
        (row, int(market.mentor[pair]), hers, his)
        for row, pair, hers, his in zip(
            found.row.tolist(),
            found.pair.tolist(),
            found.mentee_gain.tolist(),
            found.mentor_gain.tolist(),
            strict=True,
        )
    ]


def test_a_mentor_keeps_whom_she_likes_better_and_the_other_asks_elsewhere():
    market = preferences(
        [{0: (9_000, 2_000), 1: (5_000, 5_000)}, {0: (8_000, 7_000), 1: (1_000, 5_000)}],
        [1, 1],
    )

    assert solve(market) == [1, 0]


def test_mentees_get_their_best_of_two_stable_results():
    # The classic square: each mentee's first choice likes her last, so both results are stable.
    market = preferences(
        [{0: (9_000, 1_000), 1: (5_000, 9_000)}, {0: (5_000, 9_000), 1: (9_000, 1_000)}],
        [1, 1],
    )

    assert solve(market) == [0, 1]
    assert blockers(market, [1, 0]) == []


def test_the_example_of_gale_and_shapley_with_three_men_and_three_women():
    # Example 1 of the paper: the men's proposals give each his first choice.
    market = preferences(
        [
            {0: (3, 1), 1: (2, 2), 2: (1, 3)},
            {1: (3, 1), 2: (2, 2), 0: (1, 3)},
            {2: (3, 1), 0: (2, 2), 1: (1, 3)},
        ],
        [1, 1, 1],
    )

    assert solve(market) == [0, 1, 2]


def test_a_mentor_without_places_gets_nobody():
    market = preferences([{0: (9_000, 9_000), 1: (100, 100)}], [0, 1])

    assert solve(market) == [1]


def test_a_mentor_with_places_for_two_keeps_the_best_two_of_three():
    market = preferences([{0: (1, 10)}, {0: (1, 30)}, {0: (1, 20)}], [2])

    assert solve(market) == [-1, 0, 0]


def test_nobody_is_given_the_same_mentor_twice():
    market = preferences(
        [{0: (9_000, 5_000), 1: (1_000, 5_000)}, {0: (9_000, 5_000), 1: (1_000, 5_000)}],
        [2, 2],
        mentee=[0, 0],
    )

    assert sorted(solve(market)) == [0, 1]


def test_a_limit_of_a_mentor_holds_in_the_stable_alternative():
    limit = Limit(mentor=0, pairs=np.array([0, 1]), places=1)
    market = preferences([{0: (1, 10)}, {0: (1, 30)}, {0: (1, 20)}], [3], limits=[limit])

    assert solve(market) == [-1, 0, 0]


def test_two_who_prefer_each_other_block():
    market = preferences(
        [{0: (9_000, 8_000), 1: (4_000, 4_000)}, {0: (6_000, 5_000), 1: (5_000, 6_000)}],
        [1, 1],
    )

    assert blockers(market, [1, 0]) == [(0, 0, 5_000, 3_000)]


def test_a_mentor_with_room_blocks_with_whoever_prefers_her():
    market = preferences([{0: (9_000, 2_500), 1: (4_000, 4_000)}], [1, 1])

    assert blockers(market, [1]) == [(0, 0, 5_000, 2_500)]


def test_someone_without_a_mentor_blocks_with_a_mentor_who_likes_her_better():
    market = preferences([{0: (3_000, 6_000)}, {0: (9_000, 5_000)}], [1])

    assert blockers(market, [-1, 0]) == [(0, 0, 3_000, 1_000)]


def test_equal_liking_is_no_reason_to_leave():
    market = preferences([{0: (3_000, 6_000)}, {0: (3_000, 6_000)}], [1])

    assert blockers(market, [-1, 0]) == []


def test_a_mentor_at_her_limit_for_a_role_blocks_only_over_that_role():
    # Requests 0 and 1 ask for a sponsor, of whom she takes one; request 2 asks for a mentor.
    limit = Limit(mentor=0, pairs=np.array([0, 1]), places=1)
    market = preferences([{0: (1, 10)}, {0: (1, 30)}, {0: (1, 5)}], [2], limits=[limit])

    assert blockers(market, [-1, 0, 0]) == []


def test_a_pair_that_has_each_other_in_another_role_does_not_block():
    market = preferences(
        [{0: (9_000, 5_000)}, {0: (9_000, 5_000), 1: (1_000, 5_000)}], [2, 2], mentee=[0, 0]
    )

    assert blockers(market, [0, 1]) == []


def test_when_the_programme_is_full_an_unserved_mentee_only_blocks_by_taking_a_place():
    market = preferences([{0: (5_000, 5_000)}, {1: (5_000, 5_000)}], [1, 1])

    full = blocking_pairs(market, np.array([0, -1], dtype=np.int32), is_full=True)

    assert len(full) == 0
    assert blockers(market, [0, -1]) == [(1, 1, 5_000, 5_000)]


def test_only_gains_above_a_thousand_points_on_both_sides_are_noticeable():
    market = preferences(
        [
            {0: (5_000, 1_000)},
            {1: (5_000, 1_001)},
        ],
        [1, 1],
    )

    found = blocking_pairs(market, np.array([-1, -1], dtype=np.int32))

    assert len(found) == 2
    assert found.noticeable == 1


def test_nobody_and_nothing_are_stable():
    market = preferences([], [])

    assert solve(market) == []
    assert blockers(market, []) == []


@st.composite
def markets(draw: st.DrawFn) -> Preferences:
    columns = draw(st.integers(1, 4))
    few = st.integers(0, 3)
    row = st.dictionaries(st.integers(0, columns - 1), st.tuples(few, few))
    rows = draw(st.lists(row, max_size=5))
    capacity = draw(st.lists(st.integers(0, 2), min_size=columns, max_size=columns))
    return preferences(rows, capacity)


@given(markets(), st.text(max_size=2))
def test_nobody_blocks_the_stable_alternative(market, seed):
    given_ = solve(market, seed=seed)

    assert blockers(market, given_) == []
    load = np.bincount([column for column in given_ if column >= 0], minlength=len(market.capacity))
    assert (load <= market.capacity).all()


@given(markets())
def test_no_stable_result_suits_a_mentee_better_when_nothing_ties(market):
    untied = Preferences(
        start=market.start,
        mentor=market.mentor,
        mentee_score=_without_ties(market.mentee_score),
        mentor_score=_without_ties(market.mentor_score),
        capacity=market.capacity,
    )

    hers = _scores(untied, solve(untied))

    for other in _every_feasible(untied):
        if not blockers(untied, other):
            assert all(a >= b for a, b in zip(hers, _scores(untied, other), strict=True))


def test_nobody_blocks_in_a_market_large_enough_to_be_compiled():
    scores = np.random.default_rng(7).integers(0, 50, size=(220, 100, 2))
    market = preferences(
        [{column: (int(a), int(b)) for column, (a, b) in enumerate(row)} for row in scores],
        [2] * 100,
    )

    given_ = solve(market)

    assert blockers(market, given_) == []
    assert sum(column >= 0 for column in given_) == 200


def _without_ties(score: np.ndarray) -> np.ndarray:
    return score * 100 + 1 + np.arange(len(score))


def _scores(market: Preferences, given_: Sequence[int]) -> list[int]:
    scores = []
    for row, column in enumerate(given_):
        pairs = range(market.start[row], market.start[row + 1])
        scores.append(
            sum(int(market.mentee_score[at]) for at in pairs if market.mentor[at] == column)
        )
    return scores


def _every_feasible(market: Preferences) -> list[tuple[int, ...]]:
    choices = [
        [-1, *market.mentor[market.start[row] : market.start[row + 1]].tolist()]
        for row in range(market.rows)
    ]
    return [
        one
        for one in product(*choices)
        if all(one.count(column) <= places for column, places in enumerate(market.capacity))
    ]
