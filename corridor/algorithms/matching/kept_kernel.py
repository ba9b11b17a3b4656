"""The compiled part of ``kept``: prices as high as they may be, and short searches."""

# ruff: noqa: C901, PLR0912, PLR0915 - compiled loops are read as a whole

import numpy as np

from corridor.algorithms.matching.books import FAR, Books, Columns, Paths, Sheet, Whole
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.nearest import pop, push
from corridor.algorithms.matching.repair import conclude

NEAR = 8
"""Candidates of a row that stand in front; enough in 49 searches of a row out of 50."""


@njit
def raise_prices(sheet: Sheet, columns: Columns, books: Books, paths: Paths) -> None:
    """Raise every price to what losing a place of that mentor would cost.

    The assignment and the proof stay what they were. From prices this high a search runs
    straight to its end, since no step towards it costs anything.
    """
    price, profit, given = books.price, books.profit, books.given
    load, seat = books.load, books.seat
    slot_start, reward = sheet.slot_start, sheet.reward
    key, heap, where = paths.key, paths.heap, paths.where
    size: Whole = 0
    for column in range(len(load)):
        held = slot_start[column] + load[column]
        nearest = FAR
        if held < slot_start[column + 1]:
            nearest = sheet.slot_cost[held] - price[column]
        for place in range(slot_start[column], held):
            nearest = min(nearest, profit[seat[place]])
        if nearest < FAR:
            key[column] = nearest
            size = push(heap, where, size, key, column)
    while size > 0:
        ended = pop(heap, where, size, key)
        size -= 1
        base = key[ended] + price[ended]
        for at in range(columns.start[ended], columns.start[ended + 1]):
            row = columns.row[at]
            was = given[row]
            if was < 0 or was == ended:
                continue
            reach = base + profit[row] - reward[row] - columns.worth[at]
            if reach < key[was]:
                key[was] = reach
                size = push(heap, where, size, key, was)
    for column in range(len(load)):
        if key[column] < FAR:
            price[column] += key[column]
            for place in range(slot_start[column], slot_start[column] + load[column]):
                profit[seat[place]] -= key[column]
            key[column] = FAR


@njit
def draw_all(sheet: Sheet, price: Longs, rest: Longs, rows: Whole) -> None:
    for row in range(rows):
        draw_near(sheet, price, rest, row)


@njit
def draw_near(sheet: Sheet, price: Longs, rest: Longs, row: Whole) -> None:
    """Put the nearest candidates of a row in front.

    ``rest`` is how near the others are: a bound from below as long as prices only rise.
    """
    mentor, worth = sheet.mentor, sheet.worth
    begin, stop = sheet.start[row], sheet.start[row + 1]
    front = min(begin + NEAR, stop)
    others, most, farthest = FAR, -FAR, begin
    for at in range(begin, front):
        gap = price[mentor[at]] - worth[at]
        if gap > most:
            most, farthest = gap, at
    for at in range(front, stop):
        gap = price[mentor[at]] - worth[at]
        if gap >= most:
            others = min(others, gap)
            continue
        others = most
        mentor[at], mentor[farthest] = mentor[farthest], mentor[at]
        worth[at], worth[farthest] = worth[farthest], worth[at]
        most = -FAR
        for near in range(begin, front):
            gap = price[mentor[near]] - worth[near]
            if gap > most:
                most, farthest = gap, near
    rest[row] = others


@njit
def place_new(
    sheet: Sheet, books: Books, paths: Paths, rest: Longs, span: tuple[Whole, Whole]
) -> None:
    """Place the rows of ``span`` one by one."""
    for row in range(span[0], span[1]):
        draw_near(sheet, books.price, rest, row)
        best = np.int64(0)
        for at in range(sheet.start[row], min(sheet.start[row] + NEAR, sheet.start[row + 1])):
            gain = sheet.reward[row] + sheet.worth[at] - books.price[sheet.mentor[at]]
            best = max(best, gain)
        books.profit[row] = best
        if best > 0:
            _place_row(sheet, books, paths, rest, row)


@njit
def _place_row(sheet: Sheet, books: Books, paths: Paths, rest: Longs, row: Whole) -> None:
    """``repair.place_row``, where a row with its nearest in front is seldom read to the end."""
    start, mentor, worth, reward = sheet.start, sheet.mentor, sheet.worth, sheet.reward
    slot_start, slot_cost = sheet.slot_start, sheet.slot_cost
    price, profit, load, seat = books.price, books.profit, books.load, books.seat
    key, via, heap, where = paths.key, paths.via, paths.heap, paths.where
    touched, gap = paths.touched, paths.gap
    # Columns no farther than the one just settled need no heap.
    stack = paths.row_touched
    waiting: Whole = 0
    end: Whole = profit[row]
    end_column: Whole = -1
    dropped: Whole = row
    size: Whole = 0
    seen, done = 0, 0
    settled: Whole = -1
    distance = np.int64(0)
    first, held = 0, 1
    while True:
        for place in range(first, held):
            moved = row if settled < 0 else seat[place]
            base = distance + profit[moved] - reward[moved]
            room = end - base
            if rest[moved] < room:
                draw_near(sheet, price, rest, moved)
            begin = start[moved]
            count = start[moved + 1] - begin
            if rest[moved] >= room:
                count = min(count, NEAR)
            for k in range(count):
                # Unsigned, so that no code is made for a position counted from the end.
                gap[k] = price[np.uint32(mentor[begin + k])] - worth[begin + k]
            for k in range(count):
                if gap[k] >= room:
                    continue
                column = mentor[begin + k]
                reach = base + gap[k]
                if reach >= key[column]:
                    continue
                if key[column] == FAR:
                    touched[seen] = column
                    seen += 1
                key[column] = reach
                via[column] = moved
                free = slot_start[column] + load[column]
                if free < slot_start[column + 1]:
                    through = reach + slot_cost[free] - price[column]
                    if through < end:
                        end, end_column, dropped = through, column, -1
                        room = end - base
                if reach >= end:
                    continue
                if reach == distance and settled >= 0 and where[column] < 0:
                    stack[waiting] = column
                    waiting += 1
                else:
                    size = push(heap, where, size, key, column)
        if waiting > 0 and distance < end:
            waiting -= 1
            settled = stack[waiting]
        elif waiting == 0 and size > 0 and key[heap[0]] < end:
            settled = pop(heap, where, size, key)
            size -= 1
        else:
            break
        done += 1
        heap[len(heap) - done] = settled
        distance = key[settled]
        first = slot_start[settled]
        held = first + load[settled]
        for place in range(first, held):
            if distance + profit[seat[place]] < end:
                end, end_column, dropped = distance + profit[seat[place]], settled, seat[place]
    conclude(sheet, books, paths, (row, end, end_column, dropped), (size, seen, done))
