"""Pictures are drawn to scale."""

import re

import pytest

from corridor.programmes.files.charts import bar, columns, interval, parts_bar


@pytest.mark.parametrize(
    ("value", "whole", "width"), [(1, 4, "25.0%"), (5, 4, "100.0%"), (0, 4, "0.0%"), (1, 0, "0.0%")]
)
def test_a_bar_is_as_long_as_its_share(value, whole, width):
    assert f'width="{width}"' in bar(value, whole)


def test_parts_stand_behind_one_another():
    drawn = parts_bar([(1, "before"), (2, "now")], 4)

    assert '<rect x="0.0%" width="25.0%" height="100%" class="before"/>' in drawn
    assert '<rect x="25.0%" width="50.0%" height="100%" class="now"/>' in drawn


def test_the_highest_column_fills_the_picture():
    heights = re.findall(r' height="([\d.]+)"', columns([0, 2, 4]))

    assert heights == ["0.00", "50.00", "100.00"]


def test_nothing_to_show_is_an_empty_picture():
    assert "rect" not in columns([])


def test_an_interval_lies_around_its_point():
    drawn = interval(0.25, 0.75, 0.5)

    assert 'x1="25.0%" x2="75.0%"' in drawn
    assert 'cx="50.0%"' in drawn


def test_classes_cannot_break_out():
    assert "<b>" not in bar(1, 2, '"><b>')
