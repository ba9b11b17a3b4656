"""Whose answers count, by expectations written by hand."""

import numpy as np

from corridor.algorithms.bridging.factors import Factors
from corridor.algorithms.bridging.foreseen import counted
from corridor.algorithms.bridging.table import Answer, Rating, table_of

SAID = {"+": Answer.HELPFUL, "-": Answer.NOT_HELPFUL, "~": Answer.SOMEWHAT}
SIDES = {"Amara": 1.0, "Osei": -1.0}
SCORES = {"a good": 0.9, "b poor": 0.1, "c hers": 0.5, "d his": 0.5, "e open": 0.6}
LEANS = {"a good": 0.0, "b poor": 0.0, "c hers": 0.4, "d his": -0.4, "e open": 0.0}
# Expected of Amara: + - + - and nothing clear; of Osei: + - - + and nothing clear.


def counts(rater, signs):
    """Of each of her answers, whether it counts."""
    table = table_of(
        Rating(rater=rater, note=note, answer=SAID[sign])
        for note, sign in zip(SCORES, signs.split(), strict=True)
    )
    factors = Factors(
        mean=0.5,
        rater=np.zeros(1),
        note=np.array(list(SCORES.values())) - 0.5,
        side=np.array([SIDES[rater]]),
        lean=np.array(list(LEANS.values())),
    )
    return counted(table, factors).tolist()


def test_who_answers_as_expected_counts_on_every_note():
    assert counts("Amara", "+ - + - +") == [True] * 5
    assert counts("Osei", "+ - - + +") == [True] * 5


def test_the_note_in_question_is_no_evidence_for_or_against_her():
    # three of her four clear answers are foreseen: all of the others only on the note that is not
    assert counts("Amara", "+ - + + +") == [False, False, False, True, False]


def test_unclear_notes_and_half_answers_say_nothing_of_her():
    assert counts("Amara", "+ - + - -") == [True] * 5
    assert counts("Amara", "+ - + ~ +") == [False, False, False, True, True]


def test_who_answers_against_her_side_is_not_counted_on_it():
    assert counts("Osei", "+ - + - +") == [False] * 5
