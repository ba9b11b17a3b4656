from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.suppression import suppressed


def test_small_cells_are_hidden_and_one_more_where_a_single_one_would_show():
    shown, total = suppressed({"time": 12, "fear": 7, "visa": 2, "care": 0}, fewest=5)

    assert shown == {"time": 12, "fear": None, "visa": None, "care": 0}
    assert total == 21


def test_with_nothing_else_to_hide_the_total_goes():
    assert suppressed({"visa": 2, "care": 0}, fewest=5) == ({"visa": None, "care": 0}, None)


def test_without_small_cells_all_is_shown():
    assert suppressed({"time": 5, "care": 0}, fewest=5) == ({"time": 5, "care": 0}, 5)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 30), max_size=8))
def test_no_small_cell_can_be_worked_out(counts):
    shown, total = suppressed(counts, fewest=5)
    hidden = [cell for cell in counts if shown[cell] is None]

    assert all(counts[cell] >= 5 or counts[cell] == 0 or cell in hidden for cell in counts)
    if total is not None and hidden:
        assert len(hidden) > 1
        assert sum(counts[cell] for cell in hidden) >= 5
