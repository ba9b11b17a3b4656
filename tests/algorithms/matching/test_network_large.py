"""Networks large enough to start from the plain market, and limits that then cut deep."""

from dataclasses import replace

import numpy as np
import pytest

from corridor.algorithms.matching.certificate import check, document
from corridor.algorithms.matching.market import Limit, Market
from corridor.algorithms.matching.network import assign_network

MENTEES, MENTORS, KNOWN = 150, 80, 75
"""Two requests each: 22,500 pairs."""


def programme(*, seed=0, places=4, cost=300, worth=9_000):
    """Everybody asks twice, and first requests count far above second ones."""
    rng = np.random.default_rng(seed)
    known = [np.sort(rng.choice(MENTORS, KNOWN, replace=False)) for _ in range(MENTEES)]
    return Market(
        start=np.arange(2 * MENTEES + 1, dtype=np.int64) * KNOWN,
        mentor=np.tile(np.concatenate(known).astype(np.int32), 2),
        worth=rng.integers(0, worth, 2 * MENTEES * KNOWN),
        reward=np.repeat(np.array([10**9, 10**5], dtype=np.int64), MENTEES),
        slot_start=np.arange(MENTORS + 1, dtype=np.int64) * places,
        slot_cost=np.tile(np.arange(places, dtype=np.int64) * cost, MENTORS),
        mentee=np.tile(np.arange(MENTEES, dtype=np.int32), 2),
    )


def pairs_of(market, *, mentees, mentors):
    mentee = np.repeat(market.mentee, np.diff(market.start))
    return np.flatnonzero((mentee < mentees) & np.isin(market.mentor, mentors))


def for_each_mentor(market, *, mentees, places):
    return [
        Limit(
            mentor=column,
            pairs=pairs_of(market, mentees=mentees, mentors=[column]),
            places=places,
        )
        for column in range(market.columns)
    ]


def for_some_mentors(market, *, mentors, places):
    pairs = pairs_of(market, mentees=MENTEES, mentors=range(mentors))
    return Limit(mentor=-1, pairs=pairs, places=places)


def verdict_on(market):
    return check(document(market, assign_network(market)))


@pytest.mark.parametrize("worth", [1, 3, 9_000], ids=["all alike", "many ties", "few ties"])
@pytest.mark.parametrize("places", [1, 4], ids=["scarce", "ample"])
def test_second_requests_never_bring_the_same_mentor(places, worth):
    verdict = verdict_on(programme(places=places, worth=worth))

    assert verdict.is_optimal
    assert verdict.matched == min(2 * MENTEES, MENTORS * places)


def test_limits_inside_mentors_are_kept_though_nearly_everybody_is_in_them():
    market = programme()
    limits = [
        *for_each_mentor(market, mentees=140, places=2),
        *for_each_mentor(market, mentees=60, places=1),
    ]

    verdict = verdict_on(replace(market, limits=limits))

    assert verdict.is_optimal
    assert verdict.matched == 180  # two for each mentor, and the last ten mentees twice


@pytest.mark.parametrize("worth", [1, 3, 9_000], ids=["all alike", "many ties", "few ties"])
@pytest.mark.parametrize("most", [259, 200, 120, 1])
def test_the_whole_programme_has_exactly_its_places(most, worth):
    market = programme(worth=worth)
    limits = [
        *for_each_mentor(market, mentees=60, places=1),
        for_some_mentors(market, mentors=MENTORS, places=most),
    ]

    verdict = verdict_on(replace(market, limits=limits))

    assert verdict.is_optimal
    assert verdict.matched == most


def test_limits_of_groups_inside_the_limit_of_the_whole_programme_are_all_kept():
    market = programme()
    limits = [
        for_some_mentors(market, mentors=MENTORS, places=200),
        for_some_mentors(market, mentors=40, places=90),
        for_some_mentors(market, mentors=10, places=5),
    ]

    verdict = verdict_on(replace(market, limits=limits))

    assert verdict.is_optimal
    assert verdict.matched == 200


def test_a_mentor_without_places_and_a_limit_of_none_close_their_pairs():
    market = programme(places=1)
    slots = market.slot_start - np.minimum(market.slot_start, 1)  # the first mentor has no place
    market = replace(market, slot_start=slots, slot_cost=market.slot_cost[1:])
    closed = Limit(mentor=1, pairs=pairs_of(market, mentees=MENTEES, mentors=[1]), places=0)

    verdict = verdict_on(replace(market, limits=[closed]))

    assert verdict.is_optimal
    assert verdict.matched == MENTORS - 2
