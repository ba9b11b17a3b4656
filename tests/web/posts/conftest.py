"""Who writes."""

import pytest

from tests.films import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def client(signed_in, amara):
    return signed_in(amara)
