"""Who writes."""

import pytest


@pytest.fixture
def client(signed_in, amara):
    return signed_in(amara)
