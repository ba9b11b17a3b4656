"""Linear programs whose coefficients are 0, 1 and -1, with exact prices; the simplex method.

``max c x`` where every row's sum is at most its side and x is 0 or more. The table of
coefficients is kept in floating point, where small fractions stay exact enough to be told
apart; what things are worth is kept in whole numbers of ``PARTS`` of one, so prices are exact.
Sides are moved apart by a hair, so that no step is in vain (Charnes 1952,
doi 10.2307/1907845). Columns and rows can join, and costs change, between two solutions.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Parts = int | Fraction

PARTS = 720_720
"""All numbers up to sixteen divide it; other fractions are kept as such, and prices rounded up."""

MOST_PARTS = 1_000
"""No coefficient has a greater denominator."""
NOTHING = 1e-9
"""Below this, a coefficient is 0."""
HAIR = 1e-6
LATER = 10
ROOM = 256
"""Rows and columns that are made at a time."""


class TooMuchWork(Exception):
    """More coefficients were looked at than allowed."""


class Program:
    """Variables and rows are named by their numbers, in the order in which they joined."""

    def __init__(self, *, work: int) -> None:
        self.left = work
        self._table: Floats = np.zeros((ROOM, ROOM))
        self._side: Floats = np.zeros(ROOM)
        self._gain: NDArray[Any] = np.zeros(ROOM, dtype=object)
        """(columns of the table) parts that one more of the variable outside brings."""
        self._outside: list[int] = []
        """(columns of the table) variables, or rows by ``~row`` for what they leave unused."""
        self._inside: list[int] = []
        """(rows of the table)"""
        self._at: dict[int, int] = {}
        """Variable or ``~row`` outside -> column of the table; the rest is inside."""
        self._in: dict[int, int] = {}
        self.cost: list[int] = []
        self.rows = 0
        self._has_begun = False

    def add_row(self, side: int, members: Mapping[int, int]) -> int:
        """Whatever holds now must obey it; returns its number."""
        row, height, width = self.rows, len(self._inside), len(self._outside)
        self.rows += 1
        if height == len(self._table):
            self._table = np.pad(self._table, ((0, height), (0, 0)))
            self._side = np.pad(self._side, (0, height))
        line = np.zeros(width)
        # Later rows are held less tightly, so that they do not cut off what holds now.
        value = side + HAIR * (LATER * self._has_begun + 1 + _scatter(row))
        for variable, factor in members.items():
            if variable in self._at:
                line[self._at[variable]] += factor
            else:
                place = self._in[variable]
                line -= factor * self._table[place, :width]
                value -= factor * self._side[place]
        self._table[height, :width] = line
        self._side[height] = max(value, HAIR)
        self._inside.append(~row)
        self._in[~row] = height
        return row

    def add_variable(self, cost: int, members: Mapping[int, int]) -> int:
        """``members``: row -> factor. Starts at 0."""
        variable, height, width = len(self.cost), len(self._inside), len(self._outside)
        if width == self._table.shape[1]:
            self._table = np.pad(self._table, ((0, 0), (0, width)))
            self._gain = np.concatenate((self._gain, np.zeros(width, dtype=object)))
        line = np.zeros(height)
        gain = cost * PARTS
        for row, factor in members.items():
            if ~row in self._at:
                at = self._at[~row]
                line += factor * self._table[:height, at]
                gain += factor * self._gain[at]
            else:
                line[self._in[~row]] += factor
        self._table[:height, width] = _clean(line)
        self._table[height:, width] = 0
        self.cost.append(cost)
        self._gain[width] = gain
        self._outside.append(variable)
        self._at[variable] = width
        return variable

    def change_cost(self, variable: int, cost: int) -> None:
        change = (cost - self.cost[variable]) * PARTS
        self.cost[variable] = cost
        if variable in self._at:
            self._gain[self._at[variable]] += change
        elif change:
            line = self._table[self._in[variable], : len(self._outside)]
            self._charge(change, line)

    def solve(self) -> None:
        """Raises TooMuchWork."""
        self._has_begun = True
        while (width := len(self._outside)) > 0:
            gain = self._gain[:width]
            column = int(gain.astype(np.float64).argmax())
            if gain[column] <= 0:
                return
            self._pivot(self._leaving(column), column)

    def value_of(self, variable: int) -> float:
        return 0.0 if variable in self._at else float(self._side[self._in[variable]])

    def prices(self) -> list[int]:
        """(rows) in parts"""
        return [
            ceil(-self._gain[self._at[~row]]) if ~row in self._at else 0 for row in range(self.rows)
        ]

    def _leaving(self, column: int) -> int:
        height = len(self._inside)
        line = self._table[:height, column]
        able = np.flatnonzero(line > NOTHING)
        ratio = self._side[able] / line[able]
        return int(able[ratio.argmin()])

    def _pivot(self, row: int, column: int) -> None:
        height, width = len(self._inside), len(self._outside)
        table, side = self._table, self._side
        pivot = table[row, column]
        line = _clean(table[row, :width] / pivot)
        step = side[row] / pivot
        across = np.flatnonzero(np.abs(line) > NOTHING)
        factor = table[:height, column].copy()
        factor[row] = 0
        down = np.flatnonzero(np.abs(factor) > NOTHING)
        self.left -= height + width + len(across) * len(down)
        if self.left < 0:
            raise TooMuchWork
        gain = self._gain[column]
        self._charge(gain, line)
        block = np.ix_(down, across)
        table[block] = _clean(table[block] - np.outer(factor[down], line[across]))
        side[down] = np.maximum(side[down] - factor[down] * step, 0)
        table[row, :width] = line
        table[:height, column] = 0
        table[down, column] = _clean(-factor[down] / pivot)
        table[row, column] = _clean(np.array([1 / pivot]))[0]
        side[row] = step
        self._gain[column] = -_times(gain, float(1 / pivot))
        self._exchange(row, column)

    def _exchange(self, row: int, column: int) -> None:
        entering, leaving = self._outside[column], self._inside[row]
        self._outside[column], self._inside[row] = leaving, entering
        del self._at[entering], self._in[leaving]
        self._at[leaving], self._in[entering] = column, row

    def _charge(self, parts: Parts, line: Floats) -> None:
        across = np.flatnonzero(np.abs(line) > NOTHING)
        factor = line[across] * PARTS
        whole = np.round(factor)
        exact = whole.astype(np.int64).astype(object) * parts
        odd = np.flatnonzero((np.abs(factor - whole) > PARTS * NOTHING) | (exact % PARTS != 0))
        change = exact // PARTS
        for at in odd.tolist():
            change[at] = _times(parts, float(line[across[at]]))
        self._gain[across] -= change


def _times(parts: Parts, number: float) -> Parts:
    product = parts * Fraction(number).limit_denominator(MOST_PARTS)
    return product.numerator if product.denominator == 1 else product


def _clean(numbers: Floats) -> Floats:
    """Whole numbers and common fractions stay what they are, however many steps are taken."""
    near = np.round(numbers * PARTS) / PARTS
    return np.where(np.abs(numbers - near) < NOTHING, near, numbers)


def _scatter(number: int) -> float:
    """Between 0 and 1, and the same on every machine."""
    return (number * 2_654_435_769 % 2**32) / 2**32
