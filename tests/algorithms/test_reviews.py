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


def test_figures_grow_by_lots_of_five_people():
    four = [(1, 1.0), (2, 2.0), (3, 3.0), (4, 4.0)]

    assert in_lots(four, people=5) == []
    assert in_lots([*four, (4, 1.0), (4, 2.0)], people=5) == []
    assert sorted(in_lots([*four, (1, 5.0), (5, 1.0), (6, 1.0)], people=5)) == [1, 2, 3, 4, 5]


@given(
    st.lists(st.tuples(st.integers(1, 8), st.floats(1, 5))),
    st.tuples(st.integers(1, 8), st.floats(1, 5)),
)
def test_one_more_answer_changes_nothing_or_adds_five(answers, further):
    before = in_lots(answers, people=5)
    after = in_lots([*answers, further], people=5)

    assert after[: len(before)] == before
    assert len(after) - len(before) in {0, 5}
