"""A round that is open today, and people who apply to it."""

from datetime import date

import pytest

from corridor.algorithms.matching.options import Options
from corridor.programmes import actions
from corridor.programmes.actions import applying
from corridor.programmes.answers import Answers


@pytest.fixture
def autumn(programme, prof_lindqvist):
    return actions.open_round(
        programme=programme,
        new=actions.NewRound(
            name="Autumn 2026",
            opens_on=date(2026, 3, 1),
            closes_on=date(2026, 4, 30),
            starts_on=date(2026, 6, 1),
            ends_on=date(2026, 12, 1),
            options=Options(seed="autumn"),
        ),
        by=prof_lindqvist,
    )


@pytest.fixture
def filled():
    """`filled(needs=frozenset({"research"}))`, with words beside it."""

    def fill(**answers):
        return applying.Filled(
            number=None,
            values={"hopes": "To publish"},
            answers=Answers(**answers),
            told=(("What do you hope for?", "To publish"),),
        )

    return fill


@pytest.fixture
def begin(autumn, now):
    return lambda profile, side="mentee": applying.begin_application(
        round=autumn, side=side, by=profile, now=now
    )


@pytest.fixture
def send(begin, filled, now):
    """`send(amara)` begins and sends."""

    def sent(profile, side="mentee", **answers):
        return applying.send_application(
            application=begin(profile, side), filled=filled(**answers), by=profile, now=now
        )

    return sent
