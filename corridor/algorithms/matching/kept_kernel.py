"""The compiled part of ``kept``: prices as high as they may be, and short searches."""

# ruff: noqa: C901, PLR0912, PLR0915 - compiled loops are read as a whole

from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching.books import FAR, Books, Columns, Paths, Sheet, Whole
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.nearest import pop, push
from corridor.algorithms.matching.repair import clean, conclude

NEAR = 6
"""Candidates of a row that are noted; few searches of a row need others."""
RECORD = 16
"""Longs for the nearest of one row, a power of two: they fill two lines of fast memory."""
FIRST_PART = 4
"""A search goes first as far as a quarter of what a newcomer's last noted candidate lacks more than
her first."""


class Near(NamedTuple):
    """The nearest candidates of each row, the nearest first, all of a row side by side."""

    gap: Longs
    """(rows, NEAR) price less value when they were noted. As long as prices only rise that is a
    bound from below, for each of them and, the last one, for all others."""
    value: Longs
    """(rows, NEAR) reward and worth"""
    mentor: Ints
    """(rows, NEAR)"""


def near_in(records: Longs) -> Near:
    return Near(
        gap=records[:, :NEAR],
        value=records[:, NEAR : 2 * NEAR],
        mentor=records.view(np.int32)[:, 4 * NEAR : 5 * NEAR],
    )


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
def draw_all(sheet: Sheet, price: Longs, near: Near, rows: Whole) -> None:
    for row in range(rows):
        draw_near(sheet, price, near, row)


@njit
def draw_near(sheet: Sheet, price: Longs, near: Near, row: Whole) -> None:
    """Note the nearest candidates of a row, the nearest first."""
    gap, value, mentor = near.gap[row], near.value[row], near.mentor[row]
    gap[:] = FAR
    for at in range(sheet.start[row], sheet.start[row + 1]):
        column = sheet.mentor[at]
        gain = sheet.reward[row] + sheet.worth[at]
        lacks = price[column] - gain
        place = NEAR
        while place > 0 and gap[place - 1] > lacks:
            place -= 1
            if place < NEAR - 1:
                gap[place + 1], value[place + 1] = gap[place], value[place]
                mentor[place + 1] = mentor[place]
        if place < NEAR:
            gap[place], value[place], mentor[place] = lacks, gain, column


@njit
def place_new(
    sheet: Sheet, books: Books, paths: Paths, near: Near, span: tuple[Whole, Whole]
) -> None:
    """Place the rows of ``span`` one by one."""
    for row in range(span[0], span[1]):
        draw_near(sheet, books.price, near, row)
        books.profit[row] = max(np.int64(0), -near.gap[row, 0])
        spread = near.gap[row, NEAR - 1] - near.gap[row, 0]
        within = min(books.profit[row], spread // FIRST_PART)
        if not _place_row(sheet, books, paths, near, (row, within)):
            _place_row(sheet, books, paths, near, (row, books.profit[row]))


@njit
def _place_row(
    sheet: Sheet, books: Books, paths: Paths, near: Near, search: tuple[Whole, Whole]
) -> bool:
    """``repair.place_row``, where few rows are read beyond their nearest candidates.

    ``search`` is the row and how far to look; False where nothing lies within, and that is less
    than the row's profit. Most ends lie near, and who looks farther reads many rows whole.
    """
    row, end = search
    start, mentor, worth, reward = sheet.start, sheet.mentor, sheet.worth, sheet.reward
    slot_start, slot_cost = sheet.slot_start, sheet.slot_cost
    price, profit, load, seat = books.price, books.profit, books.load, books.seat
    key, via, heap, where = paths.key, paths.via, paths.heap, paths.where
    near_gap, near_value, near_mentor = near.gap, near.value, near.mentor
    touched = paths.touched
    # Columns no farther than the one just settled need no heap.
    stack = paths.row_touched
    waiting: Whole = 0
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
            base = distance + profit[moved]
            if near_gap[moved, NEAR - 1] < end - base:
                draw_near(sheet, price, near, moved)
            count, begin = NEAR, start[moved]
            if near_gap[moved, NEAR - 1] < end - base:
                count = start[moved + 1] - begin
            for k in range(count):
                if count == NEAR:
                    if near_gap[moved, k] >= end - base:
                        break
                    column = near_mentor[moved, k]
                    reach = base + price[column] - near_value[moved, k]
                else:
                    column = mentor[begin + k]
                    reach = base + price[column] - worth[begin + k] - reward[moved]
                if reach >= end or reach >= key[column]:
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
    if dropped == row and end < profit[row]:
        clean(paths, size, seen)
        return False
    conclude(sheet, books, paths, (row, end, end_column, dropped), (size, seen, done))
    return True
