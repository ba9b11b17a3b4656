"""Numbers about every match at once: where it stands, what is next, what its fit rests on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.matching import (
    Criterion,
    Mentee,
    Mentor,
    Options,
    match_people,
    run_standings,
    standings,
)
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.compatibility import compare, contributions
from corridor.algorithms.matching.encoding import encode
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.market import Assignment, Market, Prices
from corridor.algorithms.matching.standings import standings_of
from tests.algorithms.matching.crowds import random_crowd

AMARA, BALA, CHEN = range(3)
OSEI, VAUGHAN = range(2)

ROUNDING = 9
"""Eight criteria rounded down, and two views and their mean in the fit itself."""


@pytest.fixture(
    params=[False, pytest.param(True, marks=pytest.mark.skipif(not HAS_NUMBA, reason="no numba"))]
)
def compiled(request, monkeypatch):
    monkeypatch.setattr(standings, "HAS_NUMBA", request.param)
    monkeypatch.setattr(run_standings, "HAS_NUMBA", request.param)
    if HAS_NUMBA and not request.param:
        monkeypatch.setattr(standings, "stand", standings.stand.py_func)


def three_mentees() -> tuple[Market, Assignment]:
    """Amara fits Osei 90 and Vaughan 80, Bala fits Osei 95; nobody is possible for Chen."""
    market = Market(
        start=np.array([0, 2, 3, 3], dtype=np.int64),
        mentor=np.array([OSEI, VAUGHAN, OSEI], dtype=np.int32),
        worth=np.array([90, 80, 95], dtype=np.int64),
        reward=np.full(3, 1_000, dtype=np.int64),
        slot_start=np.arange(3, dtype=np.int64),
        slot_cost=np.zeros(2, dtype=np.int64),
    )
    prices = Prices(mentor=np.array([15, 0]), limit=np.zeros(0, np.int64), twice={})
    given = np.array([VAUGHAN, OSEI, -1], dtype=np.int32)
    return market, Assignment(mentor=given, prices=prices)


@pytest.mark.usefixtures("compiled")
def test_amara_has_her_second_best_and_osei_is_five_short():
    market, assignment = three_mentees()

    found = standings_of(market, assignment, market.worth)

    assert found.rank.tolist() == [2, 1, 0]
    assert found.best.tolist() == [90, 95, 0]
    assert found.regret.tolist() == [10, 0, 0]
    assert found.next.tolist() == [OSEI, -1, -1]
    assert found.missing.tolist() == [5, 0, 0]


@pytest.mark.skipif(not HAS_NUMBA, reason="exact what-ifs are compiled")
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_next_mentor_costs_everybody_at_least_what_is_missing(seed):
    from corridor.algorithms.matching.state import Solved  # noqa: PLC0415 - loads numba

    rng = np.random.default_rng(seed)
    rows, columns = 6, 4
    market = Market(
        start=np.arange(rows + 1, dtype=np.int64) * columns,
        mentor=np.tile(np.arange(columns, dtype=np.int32), rows),
        worth=rng.integers(0, 100, rows * columns),
        reward=np.full(rows, 1_000, dtype=np.int64),
        slot_start=np.array([0, 1, 2, 3, 5], dtype=np.int64),
        slot_cost=np.zeros(5, dtype=np.int64),
    )
    assignment = assign(market)
    found = standings_of(market, assignment, market.worth)

    for row in np.flatnonzero(assignment.mentor >= 0).tolist():
        change = Solved(market, assignment).force(row, int(found.next[row]))

        assert change.loss >= found.missing[row] >= 0


@pytest.mark.skipif(not HAS_NUMBA, reason="needs numba")
@pytest.mark.parametrize("seed", range(12))
def test_contributions_are_those_of_the_definition(seed):
    from corridor.algorithms.matching.scoring_parts import (  # noqa: PLC0415 - loads numba
        contributions_of,
    )

    crowd = random_crowd(seed)
    population = encode(crowd.mentees, crowd.mentors, crowd.options)
    rows = np.repeat(np.arange(len(crowd.mentees)), len(crowd.mentors))
    positions = np.tile(np.arange(len(crowd.mentors), dtype=np.int32), len(crowd.mentees))

    parts = contributions_of(population, rows, positions)

    for row, position, found in zip(rows.tolist(), positions.tolist(), parts, strict=True):
        pair = crowd.mentees[row], crowd.mentors[population.order[position]]
        assert found.tolist() == list(contributions(*pair, crowd.options).values())


@pytest.mark.parametrize("seed", range(12))
def test_what_the_criteria_add_is_the_fit(seed):
    crowd = random_crowd(seed)

    for mentee in crowd.mentees:
        for mentor in crowd.mentors:
            parts = contributions(mentee, mentor, crowd.options)
            fit = compare(mentee, mentor, crowd.options).fit
            assert abs(fit - sum(parts.values())) < ROUNDING


@pytest.mark.usefixtures("compiled")
def test_a_match_tells_its_place_on_her_own_list_and_who_comes_next():
    needs = frozenset({"exams", "research"})
    amara, bilal = (
        Mentee(id=name, needs=wanted)
        for name, wanted in (("amara", needs), ("bilal", frozenset({"exams"})))
    )
    osei = Mentor(id="osei", covers=needs)
    vaughan = Mentor(id="vaughan", covers=frozenset({"research"}))

    outcome = match_people(
        mentees=[amara, bilal],
        mentors=[osei, vaughan],
        options=Options(load_weight=0, own_best=False),
        explore=False,
    ).outcome

    hers, his = outcome.matches
    assert (hers.mentor, hers.own_rank, hers.regret) == ("vaughan", 2, 5_000)
    assert (hers.next_mentor, his.mentor, his.own_rank) == ("osei", "osei", 1)
    assert outcome.rests_on[Criterion.NEEDS] == 7_500
