"""Amara sends what may not be posted, and Rosa reads it."""

import pytest

from corridor.posts.actions import NewPost
from corridor.safety import actions
from corridor.safety.actions import Wish
from corridor.safety.models import SecondReading

RECORD = "My patient, MRN 12345678, is septic."
CLEAN = "Sepsis is missed most often in those who look well."
AGREED = Wish(grounds="agreed", words="Consent form in the record, signed 3 March, for this site")


@pytest.fixture
def rosa(join, now):
    profile = join(handle="rosa", display_name="Rosa Quiroga")
    actions.appoint_second_reader(profile, now=now)
    return profile


@pytest.fixture
def asks(amara, rosa, now):
    """`asks()`: Amara sends a post with a record number; `asks(CLEAN, wish=...)`."""

    def ask(text=RECORD, wish=AGREED, reading=None, at=now, **more):
        new = NewPost(text=text, **more)
        return actions.ask_second_reader(new, wish, by=amara, now=at, reading=reading)

    return ask


@pytest.fixture
def answers(rosa, now):
    def answer(deed, reading, words="", by=rosa, seen=None, at=now):
        return deed(
            reading=reading, seen=reading.times if seen is None else seen, words=words, by=by,
            now=at,
        )  # fmt: skip

    return answer


def state(reading):
    return SecondReading.objects.get(pk=reading.pk).state
