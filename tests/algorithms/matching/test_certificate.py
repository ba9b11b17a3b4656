"""The checker accepts what is best and names what is wrong."""

import copy

import pytest

from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.certificate import certify, check, document

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
