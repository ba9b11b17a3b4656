from dataclasses import replace
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.matching import Mentee, Mentor, Options, Role
from corridor.algorithms.matching.candidates import Candidates
from corridor.algorithms.matching.certificate import certify
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.run_pricing import complete
from corridor.algorithms.matching.run_solve import Solved, prepare, solve

TAGS = [f"tag {n}" for n in range(8)]


def crowd(rng: Random, *, wishes: int) -> tuple[tuple[Mentee, ...], tuple[Mentor, ...]]:
    mentees = tuple(
        Mentee(
            id=f"mentee {n}",
            interests=frozenset(rng.sample(TAGS, 3)),
            wishes={Role.MENTOR: rng.randint(1, wishes)},
            waited=rng.randint(0, 1),
        )
        for n in range(12)
    )
    mentors = tuple(
        Mentor(
            id=f"mentor {n}",
            interests=frozenset(rng.sample(TAGS, rng.randint(1, 4))),
            capacity=rng.randint(0, 3),
        )
        for n in range(8)
    )
    return mentees, mentors


def only_the_first(candidates: Candidates, kept: int) -> Candidates:
    """Lists cut short, whoever is on them."""
    nth = np.arange(len(candidates.mentor)) - np.repeat(
        candidates.start[:-1], np.diff(candidates.start)
    )
    stays = nth < kept
    return replace(
        candidates,
        start=np.concatenate(([0], np.cumsum(stays)))[candidates.start],
        mentor=candidates.mentor[stays],
        fit=candidates.fit[stays],
        worth=candidates.worth[stays],
        is_complete=False,
        least=np.full_like(candidates.least, FULL_FIT),
    )


def points(solved: Solved) -> tuple[int, int]:
    """Requests served, and the points they are worth."""
    served = solved.pair[solved.pair >= 0]
    return len(served), int(solved.priced.points[served].sum())


def limited(rng: Random) -> tuple[tuple[Mentee, ...], tuple[Mentor, ...]]:
    """Everybody asks for one person, and mentors take few in one role or another."""
    mentees, mentors = crowd(rng, wishes=1)
    roles = (Role.MENTOR, Role.COACH)
    return (
        tuple(replace(mentee, wishes={rng.choice(roles): 1}) for mentee in mentees),
        tuple(
            replace(
                mentor,
                offers=frozenset(roles),
                role_capacity={role: rng.randint(0, 2) for role in roles if rng.random() < 1 / 2},
            )
            for mentor in mentors
        ),
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 3), st.none() | st.integers(1, 8))
def test_short_lists_lose_nothing_where_mentors_limit_roles(seed, kept, places):
    options = Options(load_weight=0, own_best=False, places=places)
    whole = prepare(*limited(Random(seed)), options)
    short = solve(whole.people, only_the_first(whole.candidates, kept))

    completed = complete(short)

    assert completed.over_all_pairs
    assert points(completed.solved) == points(whole)
    assert certify(completed.solved.market, completed.solved.assignment).is_optimal


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 3), st.integers(1, 2), st.booleans())
def test_short_lists_lose_nothing(seed, kept, wishes, own_best):
    options = Options(load_weight=0, own_best=own_best, places=None)
    whole = prepare(*crowd(Random(seed), wishes=wishes), options)
    short = solve(whole.people, only_the_first(whole.candidates, kept))

    completed = complete(short)

    assert completed.over_all_pairs
    assert points(completed.solved) == points(whole)
    assert certify(completed.solved.market, completed.solved.assignment).is_optimal
