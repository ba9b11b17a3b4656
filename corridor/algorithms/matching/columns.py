"""The same candidates seen from the mentors' side, and where a pair of two lies."""

import numpy as np

from corridor.algorithms.matching.books import Columns
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Longs


@njit
def by_column(start: Longs, mentor: Ints, worth: Longs | Ints, columns: int) -> Columns:
    column_start = np.zeros(columns + 1, np.int64)
    for at in range(len(mentor)):
        column_start[mentor[at] + 1] += 1
    for column in range(columns):
        column_start[column + 1] += column_start[column]
    filled = column_start[:columns].copy()
    rows = np.empty(len(mentor), np.int32)
    column_worth = np.empty(len(mentor), worth.dtype)
    for row in range(len(start) - 1):
        for at in range(start[row], start[row + 1]):
            to = filled[mentor[at]]
            filled[mentor[at]] = to + 1
            rows[to] = row
            column_worth[to] = worth[at]
    return Columns(column_start, rows, column_worth)


@njit
def pairs_at(start: Longs, mentor: Ints, rows: Longs, columns: Ints) -> Longs:
    """Where the pair of each row and column lies; -1 for no column. Mentors of a row ascend."""
    found = np.full(len(rows), -1, np.int64)
    for k in range(len(rows)):
        if columns[k] < 0:
            continue
        at, end = start[rows[k]], start[rows[k] + 1]
        while end - at > 1:
            middle = (at + end) // 2
            if mentor[middle] <= columns[k]:
                at = middle
            else:
                end = middle
        found[k] = at
    return found
