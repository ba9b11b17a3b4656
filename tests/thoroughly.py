"""What takes long and seldom breaks is asked by CI: `EVERY_LOOK=1`, as in `.ci/run`."""

import os

import pytest

EVERY_LOOK = "EVERY_LOOK" in os.environ
thoroughly = pytest.mark.skipif(not EVERY_LOOK, reason="Takes long; EVERY_LOOK=1 asks for it")


def unusual(*values):
    """`[*usual, *unusual("mkv", "ogg")]`: further values of a parameter, tried by CI."""
    return [pytest.param(value, marks=thoroughly) for value in values]


def tries(often: int) -> int:
    """How many examples Hypothesis looks for: so many in CI, and a quarter of them elsewhere."""
    return often if EVERY_LOOK else max(often // 4, 5)
