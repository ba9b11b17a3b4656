"""Planted communities of `benchmarks/bridging.py`: chance is seeded, so they stay the same."""

import random

import pytest

from benchmarks.bridging import Community, outcome

SMALL = Community(raters=100, notes=120, ratings=1_200, brigade=10)
LARGER = Community(raters=300, notes=300, ratings=4_800, brigade=30)


def test_people_who_answer_by_lot_cannot_show_a_note_together():
    erratic = Community(raters=100, notes=120, ratings=1_200, erratic=10)

    result = outcome(erratic, random.Random("test"))

    assert result.theirs == 0
    assert result.recall >= 0.6


@pytest.mark.parametrize("community", [SMALL, LARGER], ids=["100", "300"])
def test_good_notes_are_shown_and_those_of_a_camp_are_not(community):
    result = outcome(community, random.Random("test"))

    assert result.recall >= 0.6
    assert result.partisan == 0
    assert result.poor == 0
    assert result.by_majority > result.of_partisan / 4
