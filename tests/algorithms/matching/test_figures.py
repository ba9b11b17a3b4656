import pytest

from corridor.algorithms.matching.figures import (
    fisher_exact_p,
    gini,
    rate_ratio,
    wilson_interval,
)


@pytest.mark.parametrize(
    ("loads", "expected"),
    [
        ([], 0.0),
        ([0, 0], 0.0),
        ([2, 2, 2], 0.0),
        ([0, 4], 0.5),  # (-1*0 + 1*4) / (2*4)
        ([4, 1, 2, 3], 0.25),  # (-3*1 - 1*2 + 1*3 + 3*4) / (4*10)
        ([0, 0, 0, 5], 0.75),
    ],
)
def test_the_gini_of_loads(loads, expected):
    assert gini(loads) == pytest.approx(expected)


def test_the_wilson_interval_of_eight_in_ten():
    # 0.8, n 10: centre (0.8 + 0.19207) / 1.38415, spread 1.95996 * 0.15889 / 1.38415
    low, high = wilson_interval(8, 10)

    assert low == pytest.approx(0.4902, abs=1e-4)
    assert high == pytest.approx(0.9433, abs=1e-4)


def test_the_wilson_interval_stays_between_none_and_all():
    # The bound for none in n is z^2 / (n + z^2): 3.8415 / 13.8415
    assert wilson_interval(0, 10) == (0.0, pytest.approx(0.2775, abs=1e-4))
    assert wilson_interval(10, 10) == (pytest.approx(0.7225, abs=1e-4), 1.0)


def test_the_lady_tasting_tea():
    # Fisher, The Design of Experiments, 1935: three of four cups right, 34 of 70 tables.
    assert fisher_exact_p(((3, 1), (1, 3))) == pytest.approx(34 / 70)
    assert fisher_exact_p(((4, 0), (0, 4))) == pytest.approx(2 / 70)


def test_two_groups_that_fared_alike_differ_by_chance_alone():
    assert fisher_exact_p(((5, 5), (5, 5))) == pytest.approx(1.0)


def test_fishers_p_of_large_groups_is_finite():
    assert 0 <= fisher_exact_p(((40_000, 10_000), (30_000, 20_000))) < 1e-100


def test_the_ratio_of_match_rates():
    assert rate_ratio(0.6, 0.8) == pytest.approx(0.75)
    assert rate_ratio(0.0, 0.0) is None
