"""From near-best prices to the exact optimum, by shortest chains of moves.

What holds throughout: ``profit[i] + price[j] >= value of (i, j)`` for all pairs, equality for
those matched; a mentor's price lies between the cost of her last filled and her next place.
Requests and places that break this are taken out, then put back one by one, each along a
shortest path in the reduced costs (Orlin & Ahuja 1992, doi 10.1007/BF01586040, for the idea).
"""

# ruff: noqa: C901, PLR0912, PLR0915 - compiled loops are read as a whole

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
    start, mentor, worth, reward = sheet.start, sheet.mentor, sheet.worth, sheet.reward
    slot_start, seat, load = sheet.slot_start, books.seat, books.load
    given, profit, price = books.given, books.profit, books.price
    for row in range(len(given)):
        column = given[row]
        if column < 0:
            profit[row] = 1
            continue
        at, end = start[row], start[row + 1]
        while end - at > 1:  # mentors of a row ascend
            middle = (at + end) // 2
            if mentor[middle] <= column:
                at = middle
            else:
                end = middle
        profit[row] = reward[row] + worth[at] - price[column]
        seat[slot_start[column] + load[column]] = row
        load[column] += 1


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
    # Arrays are named once: each reach into a tuple inside a loop costs as much as a pair.
    start, mentor, worth, reward = sheet.start, sheet.mentor, sheet.worth, sheet.reward
    slot_start, slot_cost = sheet.slot_start, sheet.slot_cost
    price, profit, load, seat = books.price, books.profit, books.load, books.seat
    key, via, heap, where = paths.key, paths.via, paths.heap, paths.where
    touched, gap = paths.touched, paths.gap
    best = np.int64(0)
    for at in range(start[row], start[row + 1]):
        best = max(best, reward[row] + worth[at] - price[mentor[at]])
    profit[row] = best
    if best == 0:
        return
    end: Whole = best
    end_column: Whole = -1
    dropped: Whole = row
    size: Whole = 0
    seen, done = 0, 0
    settled: Whole = -1
    distance = np.int64(0)
    first, held = 0, 1
    while True:
        # First the new row itself, then everybody at the mentor settled last.
        for place in range(first, held):
            moved = row if settled < 0 else seat[place]
            base = distance + profit[moved] - reward[moved]
            room = end - base
            begin = start[moved]
            count = start[moved + 1] - begin
            # Two loops, since the first has no branch in it: few pairs are near enough.
            for k in range(count):
                at = begin + k
                gap[k] = price[mentor[at]] - worth[at]
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
                if reach < end:
                    size = push(heap, where, size, key, column)
        if size == 0 or key[heap[0]] >= end:
            break
        settled = pop(heap, where, size, key)
        size -= 1
        done += 1
        heap[len(heap) - done] = settled
        distance = key[settled]
        first = slot_start[settled]
        held = first + load[settled]
        for place in range(first, held):
            if distance + profit[seat[place]] < end:
                end, end_column, dropped = distance + profit[seat[place]], settled, seat[place]
    conclude(sheet, books, paths, (row, end, end_column, dropped), (size, seen, done))


@njit
def conclude(
    sheet: Sheet,
    books: Books,
    paths: Paths,
    found: tuple[Whole, Whole, Whole, Whole],
    counts: tuple[Whole, Whole, Whole],
) -> None:
    """Raise prices as far as a search for a place went, and move along the path it found.

    ``found`` is the row, how far the end was, the column there, and who is left without a
    place; ``counts`` are columns in the heap, reached, and settled.
    """
    row, end, column, dropped = found
    size, seen, done = counts
    heap, key, via = paths.heap, paths.key, paths.via
    for k in range(len(heap) - done, len(heap)):
        raised = end - key[heap[k]]
        if raised > 0:
            books.price[heap[k]] += raised
            first = sheet.slot_start[heap[k]]
            for place in range(first, first + books.load[heap[k]]):
                books.profit[books.seat[place]] -= raised
    books.profit[row] -= end
    clean(paths, size, seen)
    if dropped == row:
        return
    if dropped >= 0:
        leave_seat(sheet, books, column, dropped)
        books.given[dropped] = -1
    while True:
        moved = via[column]
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
    clean(paths, size, seen)
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
def clean(paths: Paths, size: Whole, seen: Whole) -> None:
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
