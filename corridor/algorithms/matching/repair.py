"""From near-best prices to the exact optimum, by shortest chains of moves.

What holds throughout: ``profit[i] + price[j] >= value of (i, j)`` for all pairs, equality for
those matched; a mentor's price lies between the cost of her last filled and her next place.
Requests and places that break this are taken out, then put back one by one, each along a
shortest path in the reduced costs (Orlin & Ahuja 1992, doi 10.1007/BF01586040, for the idea).
"""

# ruff: noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - compiled loops are read as a whole

import numpy as np

from corridor.algorithms.matching.books import FAR, Books, Columns, Paths, Sheet, Whole
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.nearest import pop, push


@njit
def start_tight(sheet: Sheet, books: Books) -> None:
    """Exact profits for the prices; keep matched only what they justify to the last unit."""
    books.load[:] = 0
    for row in range(len(sheet.start) - 1):
        best = np.int64(0)
        own = np.int64(-1)
        column = books.given[row]
        for at in range(sheet.start[row], sheet.start[row + 1]):
            gain = sheet.reward[row] + sheet.worth[at] - books.price[sheet.mentor[at]]
            if sheet.mentor[at] == column:
                own = gain
            best = max(best, gain)
        books.profit[row] = best
        books.given[row] = -1
        if own == best:
            held = sheet.slot_start[column] + books.load[column]
            room = held < sheet.slot_start[column + 1]
            if room and sheet.slot_cost[held] <= books.price[column]:
                take_seat(sheet, books, column, row)


@njit
def take_over(sheet: Sheet, books: Books) -> None:
    """Seats and profits of an assignment that its prices justify; all others are to be placed."""
    for row in range(len(books.given)):
        column = books.given[row]
        if column < 0:
            books.profit[row] = 1
            continue
        at = sheet.start[row]
        while sheet.mentor[at] != column:
            at += 1
        books.profit[row] = sheet.reward[row] + sheet.worth[at] - books.price[column]
        take_seat(sheet, books, column, row)


@njit
def fill_dear(sheet: Sheet, columns: Columns, books: Books, paths: Paths) -> Whole:
    """Fill every empty place that costs more than its own cost, or lower its price."""
    steps = 0
    for column in range(len(books.load)):
        end = sheet.slot_start[column + 1]
        while True:
            held = sheet.slot_start[column] + books.load[column]
            if held >= end or books.price[column] <= sheet.slot_cost[held]:
                break
            fill_place(sheet, columns, books, paths, column)
            steps += 1
    return steps


@njit
def place_rest(sheet: Sheet, books: Books, paths: Paths) -> Whole:
    """Place every row without a place that could gain from one."""
    steps = 0
    for row in range(len(sheet.start) - 1):
        if books.given[row] < 0 and books.profit[row] > 0:
            place_row(sheet, books, paths, row)
            steps += 1
    return steps


@njit
def place_row(sheet: Sheet, books: Books, paths: Paths, row: Whole) -> None:
    """Give a row a place along a shortest path, or leave out whoever is cheapest to leave out."""
    price, profit, load, seat = books.price, books.profit, books.load, books.seat
    key, heap = paths.key, paths.heap
    best = np.int64(0)
    for at in range(sheet.start[row], sheet.start[row + 1]):
        best = max(best, sheet.reward[row] + sheet.worth[at] - price[sheet.mentor[at]])
    profit[row] = best
    if best == 0:
        return
    end: Whole = best
    end_column: Whole = -1
    dropped: Whole = row
    done = 0
    size, seen, end, end_column = _reach(
        sheet, books, paths, row, np.int64(0), end, end_column, 0, 0
    )
    if end_column >= 0:
        dropped = -1
    while size > 0 and key[heap[0]] < end:
        column = pop(heap, paths.where, size, key)
        size -= 1
        done += 1
        heap[len(heap) - done] = column
        distance = key[column]
        first = sheet.slot_start[column]
        held = first + load[column]
        for at in range(first, held):
            other = seat[at]
            if distance + profit[other] < end:
                end, end_column, dropped = distance + profit[other], column, other
        for at in range(first, held):
            was_end = end
            size, seen, end, end_column = _reach(
                sheet, books, paths, seat[at], distance, end, end_column, size, seen
            )
            if end < was_end:
                dropped = -1

    for k in range(len(heap) - done, len(heap)):
        column = heap[k]
        raised = end - key[column]
        if raised > 0:
            price[column] += raised
            first = sheet.slot_start[column]
            for at in range(first, first + load[column]):
                profit[seat[at]] -= raised
    profit[row] -= end
    _clean(paths, size, seen)
    if dropped == row:
        return
    if dropped >= 0:
        leave_seat(sheet, books, end_column, dropped)
        books.given[dropped] = -1
    column = end_column
    while True:
        moved = paths.via[column]
        was = books.given[moved]
        if was >= 0:
            leave_seat(sheet, books, was, moved)
        take_seat(sheet, books, column, moved)
        if was < 0:
            return
        column = was


@njit
def fill_place(sheet: Sheet, columns: Columns, books: Books, paths: Paths, target: Whole) -> None:
    """Fill the next place of a mentor along a shortest path, or lower her price towards its cost.

    The mirror of ``place_row``: rows move towards ``target``, and the chain ends with a row
    that had no place, with a place that may as well be empty, or with hers staying empty.
    """
    price, profit, load, given = books.price, books.profit, books.load, books.given
    key, heap, row_key = paths.key, paths.heap, paths.row_key
    slot_start, slot_cost = sheet.slot_start, sheet.slot_cost
    end = price[target] - slot_cost[slot_start[target] + load[target]]
    last = np.int32(-1)
    key[target] = 0
    paths.touched[0] = target
    seen, rows_seen, done = 1, 0, 0
    size = push(heap, paths.where, 0, key, target)
    while size > 0 and key[heap[0]] < end:
        column = pop(heap, paths.where, size, key)
        size -= 1
        done += 1
        heap[len(heap) - done] = column
        base = key[column] + price[column]
        for at in range(columns.start[column], columns.start[column + 1]):
            row = columns.row[at]
            reach = base + profit[row] - sheet.reward[row] - columns.worth[at]
            if reach >= end or reach >= row_key[row]:
                continue
            if row_key[row] == FAR:
                paths.row_touched[rows_seen] = row
                rows_seen += 1
            row_key[row] = reach
            was = given[row]
            if was == column:
                continue
            paths.row_into[row] = column
            if was < 0:
                end, last = reach, row
                continue
            freed = reach + price[was] - slot_cost[slot_start[was] + load[was] - 1]
            if freed < end:
                end, last = freed, row
            if reach < key[was]:
                if key[was] == FAR:
                    paths.touched[seen] = was
                    seen += 1
                key[was] = reach
                paths.via[was] = row
                size = push(heap, paths.where, size, key, was)

    for k in range(rows_seen):
        row = paths.row_touched[k]
        profit[row] += max(np.int64(0), end - row_key[row])
        row_key[row] = FAR
    for k in range(len(heap) - done, len(heap)):
        price[heap[k]] -= max(np.int64(0), end - key[heap[k]])
    _clean(paths, size, seen)
    if last < 0:
        return
    row = last
    if given[row] >= 0:
        leave_seat(sheet, books, given[row], row)
    while True:
        column = paths.row_into[row]
        if column == target:
            take_seat(sheet, books, target, row)
            return
        moved = paths.via[column]
        leave_seat(sheet, books, column, moved)
        take_seat(sheet, books, column, row)
        row = moved


@njit
def _reach(
    sheet: Sheet,
    books: Books,
    paths: Paths,
    row: Whole,
    distance: Whole,
    end: Whole,
    end_column: Whole,
    size: Whole,
    seen: Whole,
) -> tuple[Whole, Whole, Whole, Whole]:
    """Note every column that a row at ``distance`` brings nearer, and the nearest free place.

    Returns the size of the heap, the count of columns touched, and the end of the path so far.
    """
    base = distance + books.profit[row] - sheet.reward[row]
    room = end - base
    for at in range(sheet.start[row], sheet.start[row + 1]):
        column = sheet.mentor[at]
        reach = books.price[column] - sheet.worth[at]
        if reach >= room or base + reach >= paths.key[column]:
            continue
        reach += base
        if paths.key[column] == FAR:
            paths.touched[seen] = column
            seen += 1
        paths.key[column] = reach
        paths.via[column] = row
        held = sheet.slot_start[column] + books.load[column]
        if held < sheet.slot_start[column + 1]:
            free = reach + sheet.slot_cost[held] - books.price[column]
            if free < end:
                end, end_column = free, column
                room = end - base
        if reach < end:
            size = push(paths.heap, paths.where, size, paths.key, column)
    return size, seen, end, end_column


@njit
def _clean(paths: Paths, size: Whole, seen: Whole) -> None:
    for k in range(size):
        paths.where[paths.heap[k]] = -1
    for k in range(seen):
        paths.key[paths.touched[k]] = FAR


@njit
def take_seat(sheet: Sheet, books: Books, column: Whole, row: Whole) -> None:
    books.seat[sheet.slot_start[column] + books.load[column]] = row
    books.load[column] += 1
    books.given[row] = column


@njit
def leave_seat(sheet: Sheet, books: Books, column: Whole, row: Whole) -> None:
    at = sheet.slot_start[column]
    while books.seat[at] != row:
        at += 1
    books.load[column] -= 1
    books.seat[at] = books.seat[sheet.slot_start[column] + books.load[column]]
