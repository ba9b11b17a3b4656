"""Boxes around faces, from what a net answers for squares of four pixels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.face_boxes import FaceBox, faces, surest, turned_back


def box(left, top, right, bottom, sureness=0.9):
    return FaceBox(left=left, top=top, right=right, bottom=bottom, sureness=sureness)


def answered(*squares, high=10, wide=20):
    """Each: row, column, sureness, and height and width of the face in squares."""
    likely, sizes = np.zeros((high, wide), np.float32), np.zeros((2, high, wide), np.float32)
    for row, column, sure, tall, broad in squares:
        likely[row, column] = sure
        sizes[:, row, column] = np.log(tall), np.log(broad)
    return faces(likely, sizes, np.zeros((2, high, wide), np.float32), at_least=0.5)


def test_a_face_lies_around_the_middle_of_its_square():
    (found,) = answered((5, 10, 0.9, 4, 2))

    # The middle of row 5 of 10 and column 10 of 20; four of ten high, two of twenty wide.
    assert (found.top, found.bottom) == pytest.approx((0.35, 0.75))
    assert (found.left, found.right) == pytest.approx((0.475, 0.575))


def test_what_is_not_sure_is_no_face():
    assert answered((5, 10, 0.49, 4, 2)) == []


def test_of_one_face_the_surest_box_is_kept_and_of_two_both():
    found = answered((5, 10, 0.8, 4, 4), (5, 11, 0.9, 4, 4), (5, 2, 0.7, 4, 4))

    assert [round(one.sureness, 1) for one in found] == [0.9, 0.7]


def test_a_face_at_the_edge_ends_there():
    (found,) = answered((0, 0, 0.9, 6, 6))

    assert (found.left, found.top) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [
        (90, (0.6, 0.1, 0.8, 0.4)),
        (180, (0.6, 0.6, 0.9, 0.8)),
        (270, (0.2, 0.6, 0.4, 0.9)),
    ],
)
def test_a_face_found_in_a_turned_picture_is_put_where_it_is(degrees, expected):
    """By hand: turned a quarter against the clock, the upper edge comes to lie on the left."""
    found = turned_back(box(0.1, 0.2, 0.4, 0.4), degrees=degrees)

    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(expected)


parts = st.floats(0, 1, allow_nan=False)


@given(st.lists(st.tuples(parts, parts, parts, parts, parts), max_size=8))
def test_what_is_kept_is_among_what_was_found_and_never_lies_on_itself(sides):
    found = [box(min(a, c), min(b, d), max(a, c), max(b, d), sure) for a, b, c, d, sure in sides]
    kept = surest(found)

    assert all(one in found for one in kept)
    assert surest(kept) == kept
    assert bool(kept) == bool(found)
