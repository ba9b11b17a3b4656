"""Few of the simulated events of `benchmarks/surge.py`: chance is seeded, so they stay the same."""

import random

import pytest

from benchmarks.surge import CROWDS, background, outcome

EVENTS = 60


def offered(name):
    crowd = next(crowd for crowd in CROWDS if crowd.name == name)
    return outcome(crowd, events=EVENTS, rng=random.Random(f"test {name}")).offered


@pytest.mark.parametrize(("name", "least"), [("attack, 12-20", 0.6), ("attack, 40-80", 0.95)])
def test_an_attack_brings_a_shield(name, least):
    assert offered(name) >= least


@pytest.mark.parametrize(
    ("name", "most"), [("heated debate, 20-40", 0.1), ("joyful viral, 20-150", 0.05)]
)
def test_a_quarrel_and_applause_do_not(name, most):
    assert offered(name) <= most


def test_ordinary_days_are_left_in_peace():
    noticed, shields = background(people=100, rng=random.Random(3))

    assert noticed <= 1
    assert shields == 0
