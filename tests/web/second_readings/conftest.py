"""Somebody who may read what is held."""

import pytest

from corridor.safety.actions import appoint_second_reader


@pytest.fixture
def rosa(join, now):
    profile = join(handle="rosa", display_name="Rosa Quiroga")
    appoint_second_reader(profile, now=now)
    return profile


@pytest.fixture
def client(signed_in, amara):
    return signed_in(amara)
