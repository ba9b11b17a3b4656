"""The checker accepts what is best and names what is wrong."""

import copy

import numpy as np
import pytest

from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.certificate import certify, check, document
from corridor.algorithms.matching.market import Limit, Market
from corridor.algorithms.matching.network import assign_network

from .markets import random_market

BY_HAND = {
    "format": "corridor-matching-certificate/1",
    "scale": {},
    "requests": [],
    "mentors": [],
    "mentee": None,
    # Amara: 90 with Osei, 80 with Vaughan; Bala: 85 with Osei only. One place each.
    "start": [0, 2, 3],
    "mentor": [0, 1, 0],
    "worth": [90, 80, 85],
    "reward": [1_000, 1_000],
    "slot_start": [0, 1, 2],
    "slot_cost": [0, 0],
    "limits": [],
    "given": [1, 0],
    "price": [10, 0],
    "limit_price": [],
    "twice_price": [],
}


def changed(**values):
    return {**copy.deepcopy(BY_HAND), **values}


def test_a_best_assignment_is_proven_by_its_prices():
    verdict = check(BY_HAND)

    assert (verdict.value, verdict.bound, verdict.matched) == (2_165, 2_165, 2)
    assert verdict.is_optimal


def test_a_lesser_assignment_is_not_called_best():
    verdict = check(changed(given=[0, -1]))

    assert (verdict.value, verdict.bound) == (1_090, 2_165)
    assert verdict.problems == ()
    assert not verdict.is_optimal


def test_prices_that_prove_nothing_leave_a_gap():
    assert check(changed(price=[0, 0])).bound == 2_175


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"given": [0, 0]}, "Mentor 0 has 1 places and is given 2."),
        ({"given": [1, 1]}, "Request 1 is given mentor 1, who is no candidate for it."),
        ({"price": [10, -1]}, "A price is below nothing."),
        ({"slot_start": [0, 2, 2], "slot_cost": [5, 0]}, "The cost of a mentor's places falls."),
        (
            {"limits": [{"mentor": 1, "pairs": [1], "places": 0}], "limit_price": [0]},
            "Limit 0 allows 0 and 1 are used.",
        ),
        (
            {"mentee": [7, 7], "given": [0, 0], "slot_start": [0, 2, 2]},
            "Mentor 0 is given to mentee 7 2 times.",
        ),
        ({"format": "something else"}, "This is not a certificate."),
    ],
)
def test_every_broken_rule_is_named(change, problem):
    verdict = check(changed(**change))

    assert problem in verdict.problems
    assert not verdict.is_optimal


@pytest.mark.parametrize("seed", range(20))
def test_certify_finds_the_same_figures_as_the_checker(seed):
    market = random_market(seed, load_points=500, tiers=2)
    assignment = assign(market)

    proof = certify(market, assignment)
    verdict = check(document(market, assignment))

    assert (proof.value, proof.bound) == (verdict.value, verdict.bound)
    assert proof.is_optimal


@pytest.fixture
def branched():
    """Each two of three exclude each other: 12 in whole matches, 18 in halves."""
    market = Market(
        start=np.array([0, 1, 2, 3]),
        mentor=np.zeros(3, dtype=np.int32),
        worth=np.array([2, 2, 2]),
        reward=np.array([10, 10, 10]),
        slot_start=np.array([0, 3]),
        slot_cost=np.zeros(3, dtype=np.int64),
        limits=[
            Limit(mentor=0, pairs=np.array(pairs), places=1) for pairs in ([0, 1], [1, 2], [0, 2])
        ],
    )
    return document(market, assign_network(market))


def test_a_proof_by_branches_holds_where_no_prices_are_one(branched):
    assert check({**branched, "branches": []}).bound > 12
    assert check(branched).is_optimal
    assert check(branched).value == check(branched).bound == 12


@pytest.mark.parametrize(
    "change",
    [
        lambda branches: branches.pop(),
        lambda branches: branches[-1].update(is_taken=False),
        lambda branches: branches[-1].update(pair=(branches[-1]["pair"] + 1) % 3),
        lambda branches: branches[-1].update(parent=-1),
        lambda branches: branches[-1].update(parent=len(branches)),
        lambda branches: branches[0].update(parent=0),
        lambda branches: branches[0].update(pair=7) or branches.append(dict(branches[0])),
        lambda branches: branches[-1].update(limit_price=[0, 0, 0], price=[0]),
        lambda branches: branches[-1].update(limit_price=[-10_000_000] * 3),
        lambda branches: branches[-1].update(parts=0),
    ],
    ids=[
        "a half is missing",
        "one half twice",
        "halves of two pairs",
        "a second whole",
        "a half of what comes later",
        "the whole is its own half",
        "the whole once more",
        "prices that prove nothing",
        "prices below nothing",
        "no parts",
    ],
)
def test_a_proof_by_branches_that_was_tampered_with_proves_nothing(branched, change):
    branches = [dict(branch) for branch in branched["branches"]]
    change(branches)

    assert not check({**branched, "branches": branches}).is_optimal
