"""Which notes are shown: those that people find helpful who usually disagree.

What is promised, each rule and an example by hand: docs/algorithms/bridging.md.
"""

from collections.abc import Iterable, Mapping

import numpy as np

from corridor.algorithms.bridging.agreement import Answers, across, disagreeing_pairs, within
from corridor.algorithms.bridging.factors import fit
from corridor.algorithms.bridging.foreseen import counted
from corridor.algorithms.bridging.standing import Reason, Side, Standing, Status, reason
from corridor.algorithms.bridging.strata import Groups, Strata
from corridor.algorithms.bridging.table import Rating, Table, active, part, table_of

VERSION = 2
"""Grows with every change of a rule or a number, so that what was shown can be told later."""
ACTIVE_RATINGS = 5
LEAST_RATERS = 40
LEAST_RATINGS = 5
LEAST_NET = 2
"""More who find it helpful than who do not, on each side."""
SOMEWHAT = 0.5
LEAST_FLOOR = 0.55
"""What somebody of the side to which it is less helpful has to be expected to answer."""
LEAST_AWAY, TWICE = 3, 2
ORDER = (Status.SHOWN, Status.SIGNED, Status.WAITING, Status.UNHELPFUL)


def rank_notes(
    ratings: Iterable[Rating],
    *,
    notes: Iterable[str] = (),
    strata: Strata | None = None,
    least_raters: int = LEAST_RATERS,
) -> list[Standing]:
    """Of all notes, those without ratings too; best first. Raises RatedTwice.

    Only those count who rated five notes. ``strata``: for each column, such as field, region or
    stage, the group of each rater.
    """
    told = table_of(ratings)
    rated = active(told, least=ACTIVE_RATINGS)
    names = sorted({*notes, *told.notes})
    if len(rated.raters) < least_raters:
        standings = _signed(told, rated, names, least_raters)
    else:
        scores = _Scores(rated, strata or {})
        standings = [scores.standing(note) for note in names]
    return sorted(standings, key=_rank)


def active_raters(ratings: Iterable[Rating]) -> int:
    """How many rate often enough to count. Raises RatedTwice."""
    return len(active(table_of(ratings), least=ACTIVE_RATINGS).raters)


def _rank(standing: Standing) -> tuple[int, float, str]:
    floor = (standing.score or 0.0) - (standing.lean or 0.0)
    return ORDER.index(standing.status), -floor, standing.note


def _signed(told: Table, rated: Table, names: list[str], least_raters: int) -> list[Standing]:
    """Everybody's answers can put a note away; pairs who disagree are of those who rate often."""
    everybodys, answers = Answers(told), Answers(rated)
    few = reason("few_raters", needed=least_raters)
    standings = []
    for note in names:
        given = Side.of(everybodys.of_note(note).values())
        counts = _counts(given) if given.raters else ()
        standings.append(
            Standing(
                note=note,
                status=Status.UNHELPFUL if is_put_away(given) else Status.SIGNED,
                ratings=given.raters,
                reasons=(few, *counts, *_pairs(answers, note)),
            )
        )
    return standings


def is_put_away(given: Side) -> bool:
    """Where there are no scores: three find it not helpful, and twice as many as find it so."""
    return given.not_helpful >= LEAST_AWAY and given.not_helpful >= TWICE * given.helpful


def _counts(given: Side) -> tuple[Reason, ...]:
    code = "put_away" if is_put_away(given) else "counted"
    counts = {"helpful": given.helpful, "not_helpful": given.not_helpful}
    return (reason(code, ratings=given.raters, **counts),)


def _pairs(answers: Answers, note: str) -> tuple[Reason, ...]:
    pairs = disagreeing_pairs(answers, note)
    return (reason("pairs", pairs=pairs),) if pairs else ()


class _Scores:
    """A community that is large enough, with the sides on which its raters stand."""

    def __init__(self, table: Table, strata: Strata) -> None:
        factors = fit(table)
        self._answers = Answers(table)
        self._counted = Answers(part(table, counted(table, factors)))
        self._groups = Groups(strata, table.raters)
        sides = np.sign(factors.side)
        self._alike = within(table, sides)
        self._stands = dict(zip(table.raters, sides.tolist(), strict=True))
        self._score = dict(zip(table.notes, (factors.mean + factors.note).tolist(), strict=True))
        self._lean = dict(zip(table.notes, factors.lean.tolist(), strict=True))

    def standing(self, note: str) -> Standing:
        given = self._counted.of_note(note)
        if len(given) < LEAST_RATINGS:
            few = reason("few_ratings", ratings=len(given), needed=LEAST_RATINGS)
            return Standing(note=note, status=Status.WAITING, ratings=len(given), reasons=(few,))
        score, lean = self._score[note], self._lean[note]
        towards = 1 if lean >= 0 else -1
        sides = self._side(given, towards), self._side(given, -towards)
        status, reasons = self._decided(note, given, sides)
        return Standing(
            note=note,
            status=status,
            ratings=len(given),
            score=score,
            lean=abs(lean),
            sides=sides,
            reasons=reasons,
        )

    def _side(self, given: Mapping[str, float], which: int) -> Side:
        return Side.of(value for rater, value in given.items() if self._stands[rater] == which)

    def _decided(
        self, note: str, given: Mapping[str, float], sides: tuple[Side, Side]
    ) -> tuple[Status, tuple[Reason, ...]]:
        score, lean = self._score[note], abs(self._lean[note])
        if score + lean < SOMEWHAT:
            return Status.UNHELPFUL, (reason("unhelpful"),)
        against = (*_missing(sides, floor=score - lean), *self._groups.objections(given))
        if against:
            return Status.WAITING, against
        return Status.SHOWN, self._bridges(note, sides)

    def _bridges(self, note: str, sides: tuple[Side, Side]) -> tuple[Reason, ...]:
        first, second = sides
        helped = self._counted.helped(note)
        agreement = across(
            self._answers,
            note,
            [rater for rater in helped if self._stands[rater] > 0],
            [rater for rater in helped if self._stands[rater] < 0],
        )
        both = reason(
            "both_sides",
            first=first.helpful,
            first_raters=first.raters,
            second=second.helpful,
            second_raters=second.raters,
        )
        if not agreement.is_enough or agreement.percent >= self._alike.percent:
            return (both,)
        return both, reason("disagree", percent=agreement.percent, alike=self._alike.percent)


def _missing(sides: tuple[Side, Side], *, floor: float) -> tuple[Reason, ...]:
    least = min(sides, key=lambda side: side.net)
    has_one_side = max(side.net for side in sides) >= LEAST_NET
    if has_one_side and (least.net < LEAST_NET or floor < LEAST_FLOOR):
        return (reason("one_side", helpful=least.helpful, not_helpful=least.not_helpful),)
    if least.net < LEAST_NET or floor < LEAST_FLOOR:
        return (reason("neither_side"),)
    return ()
