"""How many notes somebody may write a day; numbers by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.bridging import Record, notes_a_day


@pytest.mark.parametrize(
    ("record", "notes"),
    [
        (Record(), 2),
        (Record(right=4), 2),
        (Record(right=5), 3),
        (Record(right=12, wrong=2), 4),
        (Record(wrong=30), 2),
        (Record(unhelpful=1), 1),
        (Record(unhelpful=7), 1),
        (Record(unhelpful=1, shown=1), 2),
        (Record(right=10, unhelpful=3, shown=1), 2),
        (Record(right=500), 10),
    ],
)
def test_notes_a_day_are_earned_by_ratings_that_turned_out_right(record, notes):
    assert notes_a_day(record) == notes


COUNTS = st.integers(min_value=0, max_value=1000)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_nobody_is_ever_silenced_or_given_a_free_hand(right, wrong, shown, unhelpful):
    record = Record(right=right, wrong=wrong, shown=shown, unhelpful=unhelpful)

    assert 1 <= notes_a_day(record) <= 10
    assert notes_a_day(Record(right=right, shown=shown)) >= notes_a_day(record)
