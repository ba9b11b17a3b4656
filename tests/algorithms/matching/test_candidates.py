from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.matching import candidates
from corridor.algorithms.matching.candidates import Candidates, find_candidates, pairs_not_listed
from corridor.algorithms.matching.compatibility import compare, worths
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.options import Barrier, Options, Pair
from corridor.algorithms.matching.people import Mentee, Mentor
from tests.thoroughly import tries

from .crowds import Crowd, random_crowd

Scored = dict[tuple[str, str], tuple[int, int]]

compiled_or_not = pytest.mark.parametrize(
    "compiled",
    [False, pytest.param(True, marks=pytest.mark.skipif(not HAS_NUMBA, reason="needs numba"))],
)
seeds = st.integers(min_value=0, max_value=2**32)


@contextmanager
def large_programme(*, compiled: bool) -> Iterator[None]:
    """Treats every programme as too large to list every pair."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "EVERY_PAIR", 0)
        patch.setattr(candidates, "HAS_NUMBA", compiled)
        yield


def listed(crowd: Crowd, found: Candidates) -> Scored:
    return {
        (mentee.id, crowd.mentors[found.mentor[at]].id): (int(found.fit[at]), int(found.worth[at]))
        for row, mentee in enumerate(crowd.mentees)
        for at in range(found.start[row], found.start[row + 1])
    }


def feasible(crowd: Crowd) -> Scored:
    """Every feasible pair with fit and worth, by the definition."""
    pairs: Scored = {}
    for mentee in crowd.mentees:
        compared = [(mentor.id, compare(mentee, mentor, crowd.options)) for mentor in crowd.mentors]
        open_pairs = [(mentor, pair) for mentor, pair in compared if pair.barrier is None]
        worth = worths([pair for _, pair in open_pairs], crowd.options)
        pairs.update(
            ((mentee.id, mentor), (pair.fit, value))
            for (mentor, pair), value in zip(open_pairs, worth, strict=True)
        )
    return pairs


def find(crowd: Crowd) -> Candidates:
    return find_candidates(crowd.mentees, crowd.mentors, crowd.options)


@given(seeds)
@settings(max_examples=tries(25), deadline=None)
def test_a_small_programme_lists_every_feasible_pair_with_the_scores_of_the_definition(seed):
    crowd = random_crowd(seed)

    found = find(crowd)

    assert found.is_complete
    assert listed(crowd, found) == feasible(crowd)


@compiled_or_not
@given(seeds)
@settings(max_examples=tries(15), deadline=None)
def test_every_listed_pair_has_the_scores_of_the_definition(compiled, seed):
    crowd = random_crowd(seed)

    with large_programme(compiled=compiled):
        pairs = listed(crowd, find(crowd))

    assert pairs.items() <= feasible(crowd).items()


@compiled_or_not
@given(seeds)
@settings(max_examples=tries(15), deadline=None)
def test_a_list_holds_the_best_of_all_feasible_mentors(compiled, seed):
    crowd = random_crowd(seed)
    # Below five, no place goes to quiet mentors.
    crowd = replace(crowd, options=replace(crowd.options, candidates=4))

    with large_programme(compiled=compiled):
        pairs = listed(crowd, find(crowd))

    everything = feasible(crowd)
    for mentee in crowd.mentees:
        best = sorted((w for (one, _), (_, w) in everything.items() if one == mentee.id))[-4:]
        kept = sorted((w for (one, _), (_, w) in pairs.items() if one == mentee.id))[-4:]
        assert kept == best


@pytest.mark.skipif(not HAS_NUMBA, reason="needs numba")
@given(seeds)
@settings(max_examples=tries(25), deadline=None)
def test_the_lists_are_the_same_with_and_without_compiled_code(seed):
    crowd = random_crowd(seed, mentees=20, mentors=60)

    with large_programme(compiled=True):
        fast = find(crowd)
    with large_programme(compiled=False):
        plain = find(crowd)

    for column in ("start", "mentor", "fit", "worth"):
        assert np.array_equal(getattr(fast, column), getattr(plain, column))


@compiled_or_not
@given(seeds)
@settings(max_examples=tries(10), deadline=None)
def test_the_order_of_people_changes_nothing(compiled, seed):
    crowd = random_crowd(seed)
    rng = Random(seed)
    shuffled = replace(
        crowd,
        mentees=rng.sample(crowd.mentees, len(crowd.mentees)),
        mentors=rng.sample(crowd.mentors, len(crowd.mentors)),
    )

    with large_programme(compiled=compiled):
        assert listed(crowd, find(crowd)) == listed(shuffled, find(shuffled))


@compiled_or_not
@given(seeds)
@settings(max_examples=tries(15), deadline=None)
def test_the_pairs_not_listed_are_those_whose_worth_beats_the_prices(compiled, seed):
    crowd = random_crowd(seed)
    rng = np.random.default_rng(seed)
    profit = rng.integers(0, 8_000, len(crowd.mentees))
    price = rng.integers(0, 4_000, len(crowd.mentors))

    with large_programme(compiled=compiled):
        found = find(crowd)
        missed = pairs_not_listed(found, profit=profit, price=price)

    profit_of = dict(zip((one.id for one in crowd.mentees), profit, strict=True))
    price_of = dict(zip((one.id for one in crowd.mentors), price, strict=True))
    expected = {
        pair: scores
        for pair, scores in feasible(crowd).items()
        if pair not in listed(crowd, found) and scores[1] > profit_of[pair[0]] + price_of[pair[1]]
    }
    assert {
        (crowd.mentees[row].id, crowd.mentors[column].id): (fit, worth)
        for row, column, fit, worth in zip(
            missed.mentee, missed.mentor, missed.fit, missed.worth, strict=True
        )
    } == expected


AMARA = Mentee(id="amara", needs=frozenset({"research"}), interests=frozenset({"teaching"}))
GOOD = [
    Mentor(id=f"good {n}", covers=frozenset({"research"}), interests=frozenset({"teaching"}))
    for n in range(30)
]
POOR = [Mentor(id=f"poor {n}", covers=frozenset({"exams"})) for n in range(10)]


@compiled_or_not
def test_a_pin_an_existing_match_and_her_own_choices_are_listed_however_poor(compiled):
    amara = replace(AMARA, choices=("poor 2",))
    options = Options(
        candidates=4,
        pins=frozenset({Pair(mentee="amara", mentor="poor 0")}),
        existing=frozenset({Pair(mentee="amara", mentor="poor 1")}),
    )
    crowd = Crowd([amara], GOOD + POOR, options)

    with large_programme(compiled=compiled):
        names = {mentor for _, mentor in listed(crowd, find(crowd))}

    assert {"poor 0", "poor 1", "poor 2"} <= names
    assert len(names) == 7  # besides her four best


@compiled_or_not
def test_a_pin_behind_a_barrier_is_not_listed(compiled):
    options = Options(
        candidates=4,
        pins=frozenset({Pair(mentee="amara", mentor="poor 0")}),
        must_not={("amara", "poor 0"): Barrier.EVALUATOR},
    )
    crowd = Crowd([AMARA], GOOD + POOR, options)

    with large_programme(compiled=compiled):
        assert ("amara", "poor 0") not in listed(crowd, find(crowd))


@compiled_or_not
def test_a_fifth_of_a_list_goes_to_mentors_whom_few_lists_name(compiled):
    crowd = Crowd(
        [replace(AMARA, id=f"mentee {n}") for n in range(80)], GOOD + POOR, Options(candidates=5)
    )

    with large_programme(compiled=compiled):
        pairs = listed(crowd, find(crowd))

    for mentee in crowd.mentees:
        names = [mentor for one, mentor in pairs if one == mentee.id]
        assert sorted(name.split()[0] for name in names) == ["good"] * 4 + ["poor"]
    assert len({mentor for _, mentor in pairs if mentor.startswith("poor")}) > 1


@compiled_or_not
def test_a_full_mentor_takes_no_place_kept_for_quiet_ones(compiled):
    full = [replace(mentor, capacity=2, carries=2) for mentor in POOR]
    crowd = Crowd([AMARA], GOOD + full, Options(candidates=5))

    with large_programme(compiled=compiled):
        names = {mentor for _, mentor in listed(crowd, find(crowd))}

    assert not any(name.startswith("poor") for name in names)


@compiled_or_not
def test_ties_are_drawn_for_each_mentee_apart(compiled):
    crowd = Crowd(
        [replace(AMARA, id=f"mentee {n}") for n in range(20)], GOOD, Options(candidates=4)
    )

    with large_programme(compiled=compiled):
        pairs = listed(crowd, find(crowd))

    assert len({mentor for _, mentor in pairs}) > 15


@compiled_or_not
@pytest.mark.parametrize(("mentees", "mentors"), [([], GOOD), ([AMARA], []), ([], [])])
def test_nobody_on_one_side_gives_no_pairs(compiled, mentees, mentors):
    crowd = Crowd(mentees, mentors, Options())

    with large_programme(compiled=compiled):
        found = find(crowd)

    assert listed(crowd, found) == {}
    assert len(found.start) == len(mentees) + 1


@compiled_or_not
def test_progress_ends_at_one(compiled):
    crowd = random_crowd(1)
    told = []

    with large_programme(compiled=compiled):
        find_candidates(
            crowd.mentees,
            crowd.mentors,
            crowd.options,
            progress=lambda step, done: told.append((step, done)),
        )

    assert told[-1] == ("candidates", 1.0)


@pytest.mark.skipif(not HAS_NUMBA, reason="needs numba")
@given(seeds)
@settings(max_examples=tries(15), deadline=None)
def test_people_with_the_same_answers_have_the_lists_that_each_alone_would_have(seed):
    drawn = random_crowd(seed)
    crowd = replace(
        drawn,
        mentees=[
            replace(mentee, id=f"{mentee.id}-{number}")
            for mentee in drawn.mentees[:4]
            for number in range(20)
        ],
        mentors=[
            replace(mentor, id=f"{mentor.id}-{number}")
            for mentor in drawn.mentors[:8]
            for number in range(20)
        ],
        options=replace(drawn.options, candidates=15),
    )
    with large_programme(compiled=False):
        alone = listed(crowd, find(crowd))
    with large_programme(compiled=True):
        together = listed(crowd, find(crowd))

    assert together == alone
