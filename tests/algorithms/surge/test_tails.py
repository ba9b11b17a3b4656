"""Poisson tails, against numbers worked out elsewhere."""

import random
from fractions import Fraction
from math import exp, factorial, log, log10

import pytest

from corridor.algorithms.surge.tails import log_tail, surprise


@pytest.mark.parametrize(
    ("count", "mean", "tail"),
    [
        # 1 - e^-m (1 + m + …), by a pocket calculator
        (0, 0.3, 1.0),
        (1, 0.3, 0.2591818),
        (2, 0.3, 0.0369363),
        (5, 0.3, 1.57850e-5),
        (3, 2.0, 0.3233236),
        (100, 100.0, 0.5132988),
    ],
)
def test_tails_are_those_of_the_tables(count, mean, tail):
    assert exp(log_tail(count, mean)) == pytest.approx(tail, rel=1e-5)


@pytest.mark.parametrize(
    ("count", "mean"), [(3, 0.25), (12, 4.0), (60, 2.5), (40, 37.0), (9, 30.0)]
)
def test_tails_are_exact_to_eleven_digits(count, mean):
    terms = [Fraction(mean) ** k / factorial(k) for k in range(400)]

    exact = float(sum(terms[count:]) / sum(terms))

    assert exp(log_tail(count, mean)) == pytest.approx(exact, rel=1e-11)


def test_a_tail_that_no_number_can_hold_still_has_a_logarithm():
    # P(X = 1000) = e^-0.3 0.3^1000 / 1000!, and what comes after adds 0.03 per cent
    expected = -0.3 / log(10) + 1000 * log10(0.3) - log10(factorial(1000))

    assert surprise(1000, 0.3) == pytest.approx(-expected, rel=1e-6)


def test_more_is_never_less_surprising_and_a_higher_mean_never_more():
    rng = random.Random(1)
    for _ in range(300):
        count, mean = rng.randrange(200), rng.uniform(0.01, 150)

        assert surprise(count + 1, mean) >= surprise(count, mean)
        assert surprise(count, mean * 1.1) <= surprise(count, mean) + 1e-12
