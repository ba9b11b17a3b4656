import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.matching import assignment, check, match_scored_pairs

Scores = dict[str, dict[str, int]]


def match(
    scores: Scores, capacity: dict[str, int], *, load_weight: int = 0, seed: str = "corridor"
) -> dict[str, str]:
    """Who is given whom; the certificate must prove it."""
    mentees, mentors = list(scores), list(capacity)
    rows = [sorted((mentors.index(one), fit) for one, fit in scores[e].items()) for e in mentees]
    assignment, document = match_scored_pairs(
        start=np.cumsum([0, *map(len, rows)]),
        mentor=np.array([column for row in rows for column, _ in row], dtype=np.int32),
        fit=np.array([fit for row in rows for _, fit in row], dtype=np.int64),
        fit_scale=10_000,
        capacity=np.array(list(capacity.values()), dtype=np.int64),
        load_weight=load_weight,
        seed=seed,
        mentee_ids=mentees,
        mentor_ids=mentors,
    )
    assert check(document).is_optimal
    return {
        mentee: mentors[column]
        for mentee, column in zip(mentees, assignment.mentor.tolist(), strict=True)
        if column >= 0
    }


def test_as_many_as_possible_are_matched_before_fit_counts():
    scores = {"amara": {"osei": 9_000, "mbeki": 1}, "bilal": {"osei": 8_000}}

    assert match(scores, {"osei": 1, "mbeki": 1}) == {"amara": "mbeki", "bilal": "osei"}


def test_the_highest_total_fit_wins_not_the_highest_single_one():
    scores = {
        "amara": {"osei": 9_000, "mbeki": 8_000},
        "bilal": {"osei": 8_500, "mbeki": 2_000},
    }

    assert match(scores, {"osei": 1, "mbeki": 1}) == {"amara": "mbeki", "bilal": "osei"}


def test_a_load_weight_spreads_mentees_over_mentors():
    scores = {
        "amara": {"osei": 9_000, "mbeki": 8_900},
        "bilal": {"osei": 9_000, "mbeki": 8_900},
    }

    assert match(scores, {"osei": 2, "mbeki": 2}) == {"amara": "osei", "bilal": "osei"}
    spread = match(scores, {"osei": 2, "mbeki": 2}, load_weight=500)
    assert sorted(spread.values()) == ["mbeki", "osei"]


def test_a_mentor_without_capacity_and_a_mentee_without_pairs_stay_alone():
    assert match({"amara": {"osei": 9_000}, "zoë": {}}, {"osei": 0}) == {}


def test_nobody_at_all_is_matched_to_nobody():
    assert match({}, {}) == {}


@st.composite
def scored(draw: st.DrawFn) -> tuple[Scores, dict[str, int]]:
    mentors = [f"mentor {n}" for n in range(draw(st.integers(1, 4)))]
    capacity = {one: draw(st.integers(0, 2)) for one in mentors}
    row = st.dictionaries(st.sampled_from(mentors), st.integers(0, 3))
    rows = draw(st.lists(row, max_size=6))
    return {f"mentee {n}": scores for n, scores in enumerate(rows)}, capacity


@given(scored(), st.randoms())
def test_the_order_of_the_rows_changes_nothing(given_, rng):
    scores, capacity = given_
    shuffled = dict(rng.sample(sorted(scores.items()), len(scores)))
    other_order = dict(rng.sample(sorted(capacity.items()), len(capacity)))

    assert match(shuffled, other_order) == match(scores, capacity)


@given(scored(), st.text(max_size=3))
def test_another_seed_decides_ties_and_nothing_else(given_, seed):
    scores, capacity = given_

    one, other = match(scores, capacity), match(scores, capacity, seed=seed)

    assert len(one) == len(other)
    assert _total(scores, one) == _total(scores, other)


@given(scored())
def test_capacity_is_never_exceeded(given_):
    scores, capacity = given_

    matched = list(match(scores, capacity).values())

    assert all(matched.count(one) <= places for one, places in capacity.items())


def _total(scores: Scores, matched: dict[str, str]) -> int:
    return sum(scores[mentee][mentor] for mentee, mentor in matched.items())


@pytest.mark.parametrize("seed", range(5))
def test_ties_of_fits_too_fine_for_a_lottery_fall_alike_with_and_without_compiled_code(
    monkeypatch, seed
):
    rng = np.random.default_rng(seed)
    rows, columns, fine = 80, 30, 10**16
    said = {
        "start": np.arange(rows + 1, dtype=np.int64) * columns,
        "mentor": np.tile(np.arange(columns, dtype=np.int32), rows),
        "fit": rng.choice([0, fine // 2, fine, fine // 3], rows * columns).astype(np.int64),
        "fit_scale": fine,
        "capacity": rng.integers(0, 3, columns),
        "load_weight": 0,
        "seed": "",
        "mentee_ids": [f"mentee {row}" for row in range(rows)],
        "mentor_ids": [f"mentor {column}" for column in range(columns)],
    }

    compiled, _ = match_scored_pairs(**said)
    monkeypatch.setattr(assignment, "HAS_NUMBA", False)
    plain, proof = match_scored_pairs(**said)

    assert check(proof).is_optimal
    assert plain.mentor.tolist() == compiled.mentor.tolist()
