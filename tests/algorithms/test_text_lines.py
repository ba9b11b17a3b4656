"""Lines of text in a picture, from what two nets answer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from corridor.algorithms.text_lines import LineBox, lines, read


def likely(*places, high=200, wide=300):
    """Rows and columns in which the first net is sure: top, bottom, left, right."""
    answer = np.zeros((high, wide), np.float32)
    for top, bottom, left, right in places:
        answer[top:bottom, left:right] = 1
    return answer


def test_a_line_is_given_back_the_height_that_the_net_took():
    (line,) = lines(likely((40, 50, 60, 160)))

    # 100 by 10: 1.6 * 1000 / 220 = 7.3 more on each side.
    assert line.corners[0] == pytest.approx((52.7, 32.7), abs=0.2)
    assert line.corners[2] == pytest.approx((167.3, 57.3), abs=0.2)


def test_lines_are_told_from_top_to_bottom():
    found = lines(likely((100, 110, 10, 200), (40, 50, 60, 160)))

    assert [round(one.corners[0][1]) for one in found] == [33, 92]


def test_two_lines_that_touch_at_a_weak_pixel_are_two():
    answer = likely((40, 50, 60, 260), (70, 80, 60, 260))
    answer[50:70, 150:154] = 0.45

    assert len(lines(answer)) == 2


@pytest.mark.parametrize("faint", [0.0, 0.2])
def test_faint_traces_and_specks_are_no_lines(faint):
    answer = np.full((100, 100), faint, np.float32)
    answer[10:12, 10:12] = 1

    assert lines(answer) == []


def test_a_slanted_line_has_a_slanted_box():
    answer = np.zeros((300, 300), np.float32)
    for column in range(40, 240):
        row = 100 + column // 10
        answer[row : row + 10, column] = 1

    (line,) = lines(answer)

    slope = (line.corners[1][1] - line.corners[0][1]) / (line.corners[1][0] - line.corners[0][0])
    assert slope == pytest.approx(0.1, abs=0.02)
    assert line.height < 35
    assert not line.is_upright


def test_what_is_written_downwards_stands():
    (line,) = lines(likely((20, 180, 60, 70)))

    assert line.is_upright


def test_a_tighter_box_loses_its_margins_above_and_below():
    line = LineBox(corners=((0, 0), (100, 0), (100, 20), (0, 20)), sureness=1)

    assert line.tighter(by=0.1).corners == ((0, 2), (100, 2), (100, 18), (0, 18))


@settings(deadline=None)
@given(arrays.arrays(np.float32, (32, 48), elements=st.floats(0, 1, width=32)))
def test_whatever_the_net_answers_boxes_come_out(answer):
    for line in lines(answer):
        assert np.isfinite(line.corners).all()
        assert line.width > 0 < line.height


LETTERS = ["", "a", "b", " "]


def slices(*chosen):
    """The second net's answer: a letter for each slice, and how sure it is."""
    answer = np.full((len(chosen), len(LETTERS)), 0.01, np.float32)
    for place, (letter, sure) in enumerate(chosen):
        answer[place, letter] = sure
    return answer


def test_a_letter_over_several_slices_is_one_and_twice_if_nothing_lies_between():
    said, sure = read(slices((1, 0.8), (1, 0.9), (0, 0.9), (1, 0.6), (3, 0.9), (2, 0.7)), LETTERS)

    assert said == "aa b"
    # The first slice of each letter: 0.8, 0.6, 0.9 and 0.7.
    assert sure == pytest.approx(0.75)


def test_nothing_is_read_where_nothing_stands():
    assert read(slices((0, 0.9), (0, 0.9)), LETTERS) == ("", 0.0)
