"""What takes long and seldom breaks is asked by CI: `EVERY_LOOK=1`, as in `.ci/run`."""

import os

import pytest

thoroughly = pytest.mark.skipif(
    "EVERY_LOOK" not in os.environ, reason="Takes long; EVERY_LOOK=1 asks for it"
)
