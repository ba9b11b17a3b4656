"""The same candidates seen from the mentors' side."""

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
