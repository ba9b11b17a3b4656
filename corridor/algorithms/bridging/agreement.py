"""Who usually disagrees, counted: no model, so that it can be checked with a pencil.

Two people are compared by the notes that both rated, other than the one in question; notes that
one of them found somewhat helpful are left out. They agree on a note that both found helpful,
or both not helpful, and *usually disagree* if they agree on fewer than half of three or more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from corridor.algorithms.bridging.table import Answer, Reals, Table

LEAST_COMPARED = 3
HELPFUL, NOT_HELPFUL = Answer.HELPFUL.value, Answer.NOT_HELPFUL.value


class Answers:
    """The same ratings, by note and by rater."""

    def __init__(self, table: Table) -> None:
        self._of_note: dict[str, dict[str, float]] = {note: {} for note in table.notes}
        self._of_rater: dict[str, dict[str, float]] = {rater: {} for rater in table.raters}
        for rater_at, note_at, value in zip(
            table.rater.tolist(), table.note.tolist(), table.value.tolist(), strict=True
        ):
            rater, note = table.raters[rater_at], table.notes[note_at]
            self._of_note[note][rater] = self._of_rater[rater][note] = value

    def of_note(self, note: str) -> Mapping[str, float]:
        return self._of_note.get(note, {})

    def of_rater(self, rater: str) -> Mapping[str, float]:
        return self._of_rater[rater]

    def helped(self, note: str) -> list[str]:
        return [rater for rater, value in self.of_note(note).items() if value == HELPFUL]


@dataclass(frozen=True, kw_only=True)
class Agreement:
    agreed: int
    compared: int

    @property
    def is_enough(self) -> bool:
        return self.compared >= LEAST_COMPARED

    @property
    def percent(self) -> int:
        return round(100 * self.agreed / self.compared)


def across(answers: Answers, note: str, first: Iterable[str], second: Iterable[str]) -> Agreement:
    """Each of the first compared with each of the second."""
    firsts, seconds = (_counted(answers, note, raters) for raters in (first, second))
    agreed = sum(count * seconds[answer] for answer, count in firsts.items())
    compared = sum(
        count * (seconds[other, HELPFUL] + seconds[other, NOT_HELPFUL])
        for (other, _), count in firsts.items()
    )
    return Agreement(agreed=agreed, compared=compared)


def disagreeing_pairs(answers: Answers, note: str) -> int:
    """Of those who found it helpful."""
    compared = (
        across(answers, note, [one], [other])
        for one, other in combinations(answers.helped(note), 2)
    )
    return sum(one.is_enough and 2 * one.agreed < one.compared for one in compared)


def within(table: Table, sides: Reals) -> Agreement:
    """Each of a side compared with each other of it, over all notes."""
    agreed = compared = 0
    for side in (1, -1):
        is_here = sides[table.rater] == side
        helpful, against = (
            np.bincount(table.note[is_here & (table.value == value)], minlength=len(table.notes))
            for value in (HELPFUL, NOT_HELPFUL)
        )
        both = helpful + against
        agreed += int((helpful * (helpful - 1) + against * (against - 1)).sum()) // 2
        compared += int((both * (both - 1)).sum()) // 2
    return Agreement(agreed=agreed, compared=compared)


def _counted(answers: Answers, note: str, raters: Iterable[str]) -> Counter[tuple[str, float]]:
    """How many said what of which other note."""
    return Counter(
        (other, value)
        for rater in raters
        for other, value in answers.of_rater(rater).items()
        if other != note and value in {HELPFUL, NOT_HELPFUL}
    )
