"""Who usually disagrees, counted by hand."""

import numpy as np

from corridor.algorithms.bridging.agreement import (
    Agreement,
    Answers,
    across,
    disagreeing_pairs,
    within,
)
from corridor.algorithms.bridging.table import Answer, Rating, table_of

#          dose  cuff  mask  tube  line
ANSWERS = {
    "Amara": "+     +     +     -     +",
    "Bilal": "+     +     -     -     .",
    "Osei ": "+     -     -     +     ~",
}
NOTES = ("dose", "cuff", "mask", "tube", "line")
SAID = {"+": Answer.HELPFUL, "-": Answer.NOT_HELPFUL, "~": Answer.SOMEWHAT}
TABLE = table_of(
    Rating(rater=rater.strip(), note=note, answer=SAID[sign])
    for rater, signs in ANSWERS.items()
    for note, sign in zip(NOTES, signs.split(), strict=True)
    if sign != "."
)


def test_two_are_compared_by_other_notes_that_both_called_helpful_or_not():
    answers = Answers(TABLE)

    assert across(answers, "dose", ["Amara"], ["Bilal"]) == Agreement(agreed=2, compared=3)
    assert across(answers, "dose", ["Amara"], ["Osei"]) == Agreement(agreed=0, compared=3)
    assert across(answers, "dose", ["Bilal"], ["Osei"]) == Agreement(agreed=1, compared=3)
    assert across(answers, "dose", ["Amara", "Bilal"], ["Osei"]) == Agreement(agreed=1, compared=6)


def test_pairs_that_agree_on_fewer_than_half_of_three_usually_disagree():
    answers = Answers(TABLE)

    assert disagreeing_pairs(answers, "dose") == 2  # Osei with each of the others
    assert disagreeing_pairs(answers, "cuff") == 0  # Amara and Bilal agree on dose and tube
    assert disagreeing_pairs(answers, "tube") == 0


def test_those_of_a_side_are_compared_over_all_notes():
    # Amara and Bilal: dose, cuff and tube of four; Osei stands alone
    assert within(TABLE, np.array([1.0, 1.0, -1.0])) == Agreement(agreed=3, compared=4)
