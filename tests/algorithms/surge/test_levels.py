"""What counts mean; the numbers are those of docs/algorithms/surge.md, worked out by hand."""

import pytest

from corridor.algorithms.surge import Counts, Level, weigh

EXAMPLE = Counts(strangers=12, hostile=4, new=3)


def codes(counts, usual=0.3):
    return [reason.code for reason in weigh(counts, usual=usual).reasons]


def test_the_example_by_hand_offers_a_shield():
    surge = weigh(EXAMPLE, usual=0.5)

    assert surge.level is Level.SHIELD
    assert [str(reason) for reason in surge.reasons] == [
        "12 accounts without an earlier tie wrote within six hours; up to 0.5 are usual.",
        "Texts of 4 of these accounts read as hostile.",
        "3 of these accounts are less than 30 days old, or from servers that are.",
    ]


@pytest.mark.parametrize(
    ("counts", "usual", "level"),
    [
        (Counts(), 0.3, Level.QUIET),
        (Counts(strangers=4, hostile=4, new=4, flaggers=4), 0.3, Level.QUIET),
        (Counts(strangers=5), 0.3, Level.NOTICE),  # once in 63,000
        (Counts(strangers=5), 1.0, Level.QUIET),  # once in 270
        (Counts(strangers=7, hostile=7, new=7, flaggers=9), 0.3, Level.NOTICE),
        (Counts(strangers=8, hostile=8), 0.3, Level.SHIELD),
        (Counts(strangers=8, hostile=8), 1.6, Level.NOTICE),  # once in 3,800
        (Counts(strangers=8, hostile=8), 2.0, Level.QUIET),  # once in 912
        (Counts(strangers=12, hostile=4), 0.5, Level.NOTICE),  # 1.78 alone is not 3
        (Counts(strangers=12, hostile=4, new=2), 0.5, Level.NOTICE),  # 1.78 + 0.79
        (Counts(strangers=12, hostile=5, new=1), 0.5, Level.NOTICE),  # 2.51 + 0.29
        (Counts(strangers=12, flaggers=1), 0.5, Level.NOTICE),
        (Counts(strangers=12, flaggers=2), 0.5, Level.SHIELD),
        (Counts(strangers=39, flaggers=2), 0.5, Level.SHIELD),
        (Counts(strangers=40, flaggers=2), 0.5, Level.MODERATORS),
        (Counts(strangers=400, hostile=35, new=24), 0.5, Level.NOTICE),
        (Counts(strangers=12, flaggers=2, threatening=1), 0.5, Level.MODERATORS),
        (Counts(strangers=12, threatening=1), 0.5, Level.NOTICE),
        (Counts(strangers=10, flaggers=2, of_one_post=5), 0.5, Level.SHIELD),
        (Counts(strangers=10, flaggers=2, of_one_post=6), 0.5, Level.MODERATORS),
        (Counts(strangers=10, flaggers=2, of_one_server=6), 0.5, Level.MODERATORS),
    ],
)
def test_each_level_has_its_bounds(counts, usual, level):
    assert weigh(counts, usual=usual).level is level


def test_a_quiet_hour_has_nothing_to_say():
    assert codes(Counts(strangers=4, flaggers=2)) == []


def test_all_that_holds_is_told():
    counts = Counts(
        strangers=40,
        new=20,
        hostile=20,
        threatening=2,
        flaggers=3,
        of_one_post=30,
        of_one_server=25,
    )

    assert codes(counts) == [
        "unusual",
        "hostile",
        "flagged",
        "new",
        "threat",
        "crowd",
        "one_post",
        "one_server",
    ]
    assert str(weigh(counts, usual=0.3).reasons[-2]) == "75 % of these accounts came by one quote."


def test_what_does_not_stand_out_is_no_reason():
    assert codes(Counts(strangers=20, hostile=10, new=1)) == ["unusual", "hostile"]
