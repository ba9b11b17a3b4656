"""Scores of reviews; the numbers are those of docs/algorithms/reviews.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.reviews import OutOfRange, Rated, in_lots, score

rated = st.builds(Rated, weight=st.integers(1, 5), rating=st.integers(1, 5))


def test_what_matters_more_counts_more():
    # (5*4 + 3*5 + 1*2) / (5 + 3 + 1) = 37 / 9
    areas = [Rated(weight=5, rating=4), Rated(weight=3, rating=5), Rated(weight=1, rating=2)]

    assert score(areas) == pytest.approx(4.1111, abs=1e-4)


def test_without_an_area_there_is_no_score():
    assert score([]) is None


@pytest.mark.parametrize(("weight", "rating"), [(0, 3), (6, 3), (3, 0), (3, 6)])
def test_numbers_go_from_one_to_five(weight, rating):
    with pytest.raises(OutOfRange):
        Rated(weight=weight, rating=rating)


@given(st.lists(rated, min_size=1))
def test_a_score_lies_between_the_worst_and_the_best_rating(areas):
    ratings = [one.rating for one in areas]

    assert min(ratings) <= score(areas) <= max(ratings)


def test_figures_grow_by_whole_lots():
    assert in_lots([1, 2, 3, 4], lot=5) == []
    assert in_lots([1, 2, 3, 4, 5, 6], lot=5) == [1, 2, 3, 4, 5]
    assert in_lots(range(11), lot=5) == list(range(10))
