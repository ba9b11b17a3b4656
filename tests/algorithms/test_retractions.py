from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.retractions import Nature, Notice, notice_in_force


def notice(nature, year=None):
    return Notice(nature=Nature(nature), on=date(year, 1, 1) if year else None)


@pytest.mark.parametrize(
    ("notices", "holds"),
    [
        ([], None),
        ([("retraction", 2010)], ("retraction", 2010)),
        ([("concern", 2004), ("retraction", 2010)], ("retraction", 2010)),
        ([("retraction", 2010), ("correction", 2012)], ("retraction", 2010)),
        ([("concern", 2004), ("correction", 2012)], ("concern", 2004)),
        ([("correction", 2012), ("correction", 2015)], ("correction", 2015)),
        ([("retraction", 2010), ("reinstatement", 2011)], None),
        ([("retraction", 2010), ("reinstatement", 2011), ("concern", 2012)], ("concern", 2012)),
        ([("retraction", None), ("reinstatement", 2011)], None),
        ([("retraction", None)], ("retraction", None)),
        ([("reinstatement", 2011), ("retraction", 2013)], ("retraction", 2013)),
    ],
)
def test_the_last_word_holds_and_a_correction_undoes_nothing(notices, holds):
    found = notice_in_force(notice(*one) for one in notices)

    assert found == (notice(*holds) if holds else None)


NOTICES = st.builds(
    Notice, nature=st.sampled_from(Nature), on=st.none() | st.dates(), reason=st.just("")
)


@given(st.lists(NOTICES, max_size=6), st.randoms())
def test_the_order_of_rows_does_not_matter(notices, rng):
    shuffled = list(notices)
    rng.shuffle(shuffled)

    assert notice_in_force(shuffled) == notice_in_force(notices)
    found = notice_in_force(notices)
    assert found is None or (found in notices and found.nature != Nature.REINSTATEMENT)
