"""What raters and notes are like, so that helpfulness and sides come apart.

A rating is taken for ``mean + rater + note + side of the rater * lean of the note``: how much is
found helpful at all, how generous somebody is, how helpful a note is to whoever stands between
the sides, and how much more helpful to one side. Fitted by ridge regression, raters and notes
in turns; the model and the strength of its penalties are those of Community Notes
(https://communitynotes.x.com/guide/en/under-the-hood/ranking-notes), in one dimension.
"""

from dataclasses import dataclass, replace

import numpy as np

from corridor.algorithms.bridging.table import Longs, Reals, Table

LEVEL_PENALTY, SIDE_PENALTY = 0.15, 0.03
MOST_ROUNDS = 300
SETTLED = 1e-7
"""Of the greatest change of a round."""
FIRST_ROUNDS = 30
NOTHING = 1e-9


@dataclass(frozen=True, kw_only=True)
class Factors:
    mean: float
    rater: Reals
    note: Reals
    side: Reals
    """Of raters, scaled so that the mean of squares is 1; zero is between the sides."""
    lean: Reals
    """Of notes: how far the answers of somebody at 1 lie above those of somebody at 0."""


def fit(table: Table) -> Factors:
    value, raters, notes = table.value, len(table.raters), len(table.notes)
    mean = float(value.mean())
    rater, note = np.zeros(raters), np.zeros(notes)
    for _ in range(FIRST_ROUNDS):
        rater = _levels(value - mean - note[table.note], table.rater, raters)
        note = _levels(value - mean - rater[table.rater], table.note, notes)
    side, lean = _first_sides(table, value - mean - rater[table.rater] - note[table.note])
    for _ in range(MOST_ROUNDS):
        before = (note, lean)
        rater, side = _ridge(value - mean - note[table.note], lean[table.note], table.rater, raters)
        note, lean = _ridge(value - mean - rater[table.rater], side[table.rater], table.note, notes)
        explained = rater[table.rater] + note[table.note] + side[table.rater] * lean[table.note]
        mean = float((value - explained).mean())
        change = max(np.abs(note - before[0]).max(), np.abs(lean - before[1]).max())
        if change < SETTLED:
            break
    return _scaled(Factors(mean=mean, rater=rater, note=note, side=side, lean=lean))


def _levels(rest: Reals, of: Longs, count: int) -> Reals:
    return np.bincount(of, rest, count) / (np.bincount(of, minlength=count) + LEVEL_PENALTY)


def _ridge(rest: Reals, slope: Reals, of: Longs, count: int) -> tuple[Reals, Reals]:
    """For each: the level and the factor of ``slope`` that leave least of ``rest``."""
    ones = np.bincount(of, minlength=count) + LEVEL_PENALTY
    slopes = np.bincount(of, slope, count)
    squares = np.bincount(of, slope * slope, count) + SIDE_PENALTY
    rests = np.bincount(of, rest, count)
    products = np.bincount(of, rest * slope, count)
    determinant = ones * squares - slopes * slopes
    level = (rests * squares - slopes * products) / determinant
    return level, (ones * products - slopes * rests) / determinant


def _first_sides(table: Table, rest: Reals) -> tuple[Reals, Reals]:
    """The direction in which most of the rest lies, by powers, from the note that has most."""
    raters, notes = len(table.raters), len(table.notes)
    start = int(np.bincount(table.note, rest * rest, notes).argmax())
    lean = np.zeros(notes)
    lean[start] = 1.0
    for _ in range(FIRST_ROUNDS):
        side = np.bincount(table.rater, rest * lean[table.note], raters)
        further = np.bincount(table.note, rest * side[table.rater], notes)
        length = float(np.linalg.norm(further))
        if length < NOTHING:
            return np.zeros(raters), np.zeros(notes)
        lean = further / length
    side = np.bincount(table.rater, rest * lean[table.note], raters)
    strength = float(np.linalg.norm(side)) ** 0.5
    return side / strength, lean * strength


def _scaled(factors: Factors) -> Factors:
    """Which side is above zero is nobody's merit: that of the first who has one, by name."""
    size = float((factors.side**2).mean()) ** 0.5
    if size < NOTHING:
        return factors
    has_one = np.abs(factors.side) >= size / 2
    sign = 1.0 if factors.side[has_one.argmax()] > 0 else -1.0
    side, lean = factors.side * (sign / size), factors.lean * (sign * size)
    return replace(factors, side=side, lean=lean)
