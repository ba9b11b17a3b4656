"""From moderate rewards to the real ones, without losing what is solved.

Rewards far above worth put coverage first, but they would start price wars in the auction and
long searches in the repair. So the market is first solved with rewards of the same order and
moderate size. Where nobody left out could still be served in place of somebody of a lower
tier, all prices within reach of those left out rise together by what their rewards gain, and
the same assignment is best for the real rewards too. Otherwise those few are placed first.
"""

# ruff: noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - compiled loops are read as a whole

import numpy as np

from corridor.algorithms.matching.books import Books, Columns, Flags, Paths, Sheet, Whole
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.repair import place_rest, place_row

NOBODY = np.int32(2**31 - 1)


def lift(sheet: Sheet, columns: Columns, books: Books, paths: Paths, *, tame: Longs) -> None:
    """Turn an optimum for the rewards ``tame`` into one for ``sheet.reward``; both rank alike."""
    rank = np.unique(tame, return_inverse=True)[1].astype(np.int32)
    matched = books.given >= 0
    books.profit[matched] += (sheet.reward - tame)[matched]
    tried = np.zeros(len(rank), dtype=np.bool_)
    while True:
        row = servable(sheet, exits(sheet, columns, books, rank), books, rank, tried)
        if row < 0:
            break
        tried[row] = True
        place_row(sheet, books, paths, row)
    gains(sheet, books)
    order = np.argsort(-books.profit * (books.given < 0), kind="stable")
    if not raise_prices(sheet, books, order):
        place_rest(sheet, books, paths)


@njit
def exits(sheet: Sheet, columns: Columns, books: Books, rank: Ints) -> Ints:
    """For each column the lowest tier that a chain of moves from it could push out.

    -1 stands for a free place at the end of a chain.
    """
    total = len(books.load)
    lowest = np.full(total, NOBODY, np.int32)
    tier_of = np.full(total, NOBODY, np.int32)
    top = np.int32(-1)
    for column in range(total):
        first = sheet.slot_start[column]
        held = first + books.load[column]
        if held < sheet.slot_start[column + 1]:
            tier_of[column] = -1
        else:
            for at in range(first, held):
                tier_of[column] = min(tier_of[column], rank[books.seat[at]])
        if tier_of[column] != NOBODY:
            top = max(top, tier_of[column])
    stack = np.empty(total, np.int32)
    for tier in range(-1, top + 1):
        for origin in range(total):
            if tier_of[origin] != tier or lowest[origin] != NOBODY:
                continue
            lowest[origin] = tier
            stack[0] = origin
            size = 1
            while size > 0:
                size -= 1
                column = stack[size]
                for at in range(columns.start[column], columns.start[column + 1]):
                    source = books.given[columns.row[at]]
                    if source >= 0 and lowest[source] == NOBODY:
                        lowest[source] = tier
                        stack[size] = source
                        size += 1
    return lowest


@njit
def servable(sheet: Sheet, lowest: Ints, books: Books, rank: Ints, tried: Flags) -> Whole:
    """The first row without a place that could take one from a lower tier, or -1."""
    for row in range(len(rank)):
        if books.given[row] >= 0 or tried[row]:
            continue
        for at in range(sheet.start[row], sheet.start[row + 1]):
            if lowest[sheet.mentor[at]] < rank[row]:
                return row
    return -1


@njit
def gains(sheet: Sheet, books: Books) -> None:
    """What each row without a place would gain at today's prices."""
    for row in range(len(books.given)):
        if books.given[row] < 0:
            best = np.int64(0)
            for at in range(sheet.start[row], sheet.start[row + 1]):
                gain = sheet.reward[row] + sheet.worth[at] - books.price[sheet.mentor[at]]
                best = max(best, gain)
            books.profit[row] = best


@njit
def raise_prices(sheet: Sheet, books: Books, order: Longs) -> bool:
    """Raise each column by the most that a row left out and able to reach it would gain.

    Changes nothing and returns False where a matched row could not bear its share.
    """
    raised = np.zeros(len(books.load), np.int64)
    stack = np.empty(len(books.load), np.int32)
    for origin in order:
        gained = books.profit[origin]
        if books.given[origin] >= 0 or gained == 0:
            break
        size = _reach_columns(sheet, raised, stack, 0, origin, gained)
        while size > 0:
            size -= 1
            column = stack[size]
            first = sheet.slot_start[column]
            if first + books.load[column] < sheet.slot_start[column + 1]:
                return False
            for at in range(first, first + books.load[column]):
                if books.profit[books.seat[at]] < gained:
                    return False
                size = _reach_columns(sheet, raised, stack, size, books.seat[at], gained)
    for column in range(len(raised)):
        if raised[column] > 0:
            books.price[column] += raised[column]
            first = sheet.slot_start[column]
            for at in range(first, first + books.load[column]):
                books.profit[books.seat[at]] -= raised[column]
    return True


@njit
def _reach_columns(
    sheet: Sheet, raised: Longs, stack: Ints, size: Whole, row: Whole, gained: Whole
) -> Whole:
    for at in range(sheet.start[row], sheet.start[row + 1]):
        column = sheet.mentor[at]
        if raised[column] == 0:
            raised[column] = gained
            stack[size] = column
            size += 1
    return size
