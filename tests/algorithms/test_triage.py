"""What is grave, widely read or flagged by many comes sooner."""

from datetime import timedelta

import pytest

from corridor.algorithms.triage import haste, hastened


@pytest.mark.parametrize(
    ("flags", "reach", "minutes"),
    [
        (1, 0, 720),
        (2, 99, 720),
        (3, 0, 360),
        (1, 100, 360),
        (3, 100, 360),
        (9, 999, 360),
        (10, 0, 180),
        (1, 1000, 180),
        (500, 100_000, 180),
    ],
)
def test_twelve_hours_are_halved_once_or_twice(flags, reach, minutes):
    made = haste(flags=flags, reach=reach)

    assert hastened(timedelta(hours=12), made) == timedelta(minutes=minutes)


def test_what_takes_it_up_is_told_apart():
    made = haste(flags=4, reach=1500)

    assert (made.by_flags, made.by_reach, made.halvings) == (1, 2, 2)
