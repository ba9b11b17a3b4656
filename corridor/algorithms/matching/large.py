"""Exact assignment for large programmes: an auction for the bulk, shortest paths for the rest."""

import numpy as np

from corridor.algorithms.matching import auction, repair
from corridor.algorithms.matching.books import (
    FAR,
    Bids,
    Books,
    Columns,
    Paths,
    Sheet,
    open_books,
    open_paths,
    with_values,
)
from corridor.algorithms.matching.columns import by_column
from corridor.algorithms.matching.lift import lift
from corridor.algorithms.matching.market import Assignment, Longs, Market, Prices

FIRST_IN_PLENTY, FIRST_IN_SCARCITY = 0.15, 0.4
"""First step of the auction. Where places suffice, prices stay within what a request's own mentors
differ by, and it is a share of that; where they do not, prices rise to the greatest worth."""
LAST_STEP = 0.01
"""Last step, as a share of that difference; a finer end costs more than it saves."""
COARSEST, FINEST = 0.01, 0.0005
"""No first and no last step is a smaller share of the greatest worth, however alike people are."""
SHRINK = 4


def assign_large(market: Market) -> Assignment:
    """Solve a plain market exactly; compiled, and within 64-bit integers (see ``packing``)."""
    sheet = sheet_of(market)
    books = solve(sheet)
    return Assignment(
        mentor=books.given,
        prices=Prices(mentor=books.price, limit=np.zeros(0, dtype=np.int64), twice={}),
    )


def sheet_of(market: Market) -> Sheet:
    return Sheet(
        start=market.start,
        mentor=market.mentor,
        worth=market.worth,
        reward=market.reward,
        slot_start=market.slot_start,
        slot_cost=market.slot_cost,
    )


def solve(sheet: Sheet) -> Books:
    rows, columns = len(sheet.start) - 1, len(sheet.slot_start) - 1
    books = open_books(rows, columns, len(sheet.slot_cost))
    paths = open_paths(rows, columns)
    by_mentor = by_column(sheet.start, sheet.mentor, sheet.worth, columns)
    tame = with_values(sheet, worth=sheet.worth, reward=_tame(sheet))

    books.price[:] = first_prices(sheet)
    _hold_auction(tame, by_mentor, books, paths)
    repair.start_tight(tame, books)
    repair.fill_dear(tame, by_mentor, books, paths)
    repair.place_rest(tame, books, paths)
    if not np.array_equal(tame.reward, sheet.reward):
        lift(sheet, by_mentor, books, paths, tame=tame.reward)
    return books


def first_prices(sheet: Sheet) -> Longs:
    """The cost of each mentor's first place; out of reach for a mentor without places."""
    empty = sheet.slot_start[:-1] == sheet.slot_start[1:]
    prices = np.full(len(empty), FAR // 2, dtype=np.int64)
    prices[~empty] = sheet.slot_cost[sheet.slot_start[:-1][~empty]]
    return prices


def _hold_auction(sheet: Sheet, by_mentor: Columns, books: Books, paths: Paths) -> None:
    rows, columns = len(books.given), len(books.load)
    bids = Bids(
        value=np.zeros(rows, np.int64),
        paid=np.zeros(len(books.seat), np.int64),
        ask=np.zeros(columns, np.int64),
        waiting=np.zeros(rows, np.int32),
        surplus=np.zeros(rows, np.int64),
        gap=paths.gap,
    )
    step, last = _steps(sheet)
    while True:
        count = auction.begin_phase(sheet, books, bids, step)
        auction.bid_all(sheet, books, bids, count, step)
        auction.fill_all(sheet, by_mentor, books, bids, step)
        if step <= last:
            return
        step = max(last, step // SHRINK)


def _steps(sheet: Sheet) -> tuple[int, int]:
    """The first and the last step of the auction."""
    top, spread = _top(sheet), _spread(sheet)
    if len(sheet.slot_cost) < len(sheet.start) - 1:
        first = FIRST_IN_SCARCITY * top
    else:
        first = max(FIRST_IN_PLENTY * spread, COARSEST * top)
    last = max(LAST_STEP * spread, FINEST * top)
    return max(1, int(first)), max(1, int(min(first, last)))


def _spread(sheet: Sheet) -> int:
    """By how much the mentors of a request differ in the mean, cost of places included."""
    starts = sheet.start[:-1][np.diff(sheet.start) > 0]
    if not len(starts):
        return 0
    most = np.maximum.reduceat(sheet.worth, starts)
    least = np.minimum.reduceat(sheet.worth, starts)
    return int((most - least).mean()) + int(sheet.slot_cost.max(initial=0))


def _tame(sheet: Sheet) -> Longs:
    """Rewards in the same order, none raised, no further apart than the greatest worth."""
    levels, ranks = np.unique(sheet.reward, return_inverse=True)
    moderate = (np.arange(len(levels)) + 1) * (_top(sheet) + 1)
    if (levels <= moderate).all():
        return sheet.reward
    return np.minimum(moderate[ranks], sheet.reward)


def _top(sheet: Sheet) -> int:
    return int(sheet.worth.max(initial=0)) + int(sheet.slot_cost.max(initial=0))
