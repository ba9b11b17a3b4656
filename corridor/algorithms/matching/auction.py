"""Near-best prices by auction: fast, and left to ``repair`` to be made exact.

Requests bid for places, each raising the price of its best mentor to where it would rather
have the second best (Bertsekas 1988, doi 10.1007/BF02186476; equal places of one mentor as in
Bertsekas & Castanon 1989, doi 10.1007/BF02216947). Places nobody bid for come down until
somebody wants them or they cost nothing above their own cost (forward/reverse auction,
Bertsekas, Castanon & Tsaknakis 1993, doi 10.1137/0803015). The step is lowered in phases.

A mentor's filled places stand as a heap of (what was paid, row) from ``slot_start`` on,
``load`` of them; her empty places are had for ``ask``; her price is the lower of the two.
"""

# ruff: noqa: PLR0913, PLR0915, PLR0917 - compiled loops are read as a whole

import numpy as np

from corridor.algorithms.matching.books import FAR, Bids, Books, Columns, Sheet, Whole
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Longs


@njit
def begin_phase(sheet: Sheet, books: Books, bids: Bids, step: Whole) -> Whole:
    """Keep who is within ``step`` of her best, line up the others; returns how many bid."""
    load, seat, price, given = books.load, books.seat, books.price, books.given
    load[:] = 0
    count = 0
    for row in range(len(sheet.start) - 1):
        best = np.int64(0)
        base = sheet.reward[row]
        for at in range(sheet.start[row], sheet.start[row + 1]):
            best = max(best, base + sheet.worth[at] - price[sheet.mentor[at]])
        column = given[row]
        if column >= 0 and bids.value[row] - price[column] >= best - step:
            at = sheet.slot_start[column] + load[column]
            bids.paid[at] = price[column]
            seat[at] = row
            load[column] += 1
        else:
            given[row] = -1
            if best > 0:
                bids.waiting[count] = row
                count += 1
    for column in range(len(load)):
        held = sheet.slot_start[column] + load[column]
        if held < sheet.slot_start[column + 1]:
            bids.ask[column] = max(price[column], sheet.slot_cost[held])
    return count


@njit
def bid_all(sheet: Sheet, books: Books, bids: Bids, count: Whole, step: Whole) -> None:
    """Forward: ``waiting[:count]`` bid until each has a place or wants none at these prices."""
    start, mentor, worth, reward = sheet.start, sheet.mentor, sheet.worth, sheet.reward
    slot_start, price, given = sheet.slot_start, books.price, books.given
    while count > 0:
        count -= 1
        row = bids.waiting[count]
        while row >= 0:
            base = reward[row]
            best = np.int64(0)
            second = np.int64(0)
            column = -1
            for at in range(start[row], start[row + 1]):
                gain = base + worth[at] - price[mentor[at]]
                if gain > second:
                    if gain > best:
                        second = best
                        best = gain
                        column = mentor[at]
                    else:
                        second = gain
            given[row] = column
            if column < 0:
                break
            bids.value[row] = best + price[column]
            bid = price[column] + best - second + step
            row = _buy(sheet, books, bids, column, row, bid)
            price[column] = _price_of(
                slot_start[column], slot_start[column + 1], books.load[column], bids, column
            )


@njit
def fill_all(sheet: Sheet, columns: Columns, books: Books, bids: Bids, step: Whole) -> None:
    """Reverse: empty places come down in price to their cost or to whoever wants them."""
    slot_start, slot_cost = sheet.slot_start, sheet.slot_cost
    load, price, given = books.load, books.price, books.given
    total = len(load)
    queue = np.arange(total).astype(np.int32)
    queued = np.ones(total, np.bool_)
    head, size = 0, total
    # A mentor whose cheapest place falls free may become dearer again, and rows could go in
    # circles; what is left after so many moves is for the exact steps.
    moves = 4 * total
    while size > 0 and moves > 0:
        column = queue[head]
        head = head + 1 if head + 1 < total else 0
        size -= 1
        queued[column] = False
        first, end = slot_start[column], slot_start[column + 1]
        while first + load[column] < end and moves > 0:
            held = first + load[column]
            cost = slot_cost[held]
            if bids.ask[column] <= cost:
                bids.ask[column] = cost
                break
            best, second, row, value = _keenest(sheet, columns, books, bids, column, cost)
            if best <= cost + step:
                bids.ask[column] = cost
                break
            moves -= 1
            was = given[row]
            bids.paid[held] = min(bids.ask[column], max(cost, second - step))
            books.seat[held] = row
            rise(bids.paid, books.seat, first, held)
            load[column] += 1
            if held + 1 < end:
                bids.ask[column] = max(bids.ask[column], slot_cost[held + 1])
            given[row] = column
            bids.value[row] = value
            if was >= 0:
                _leave(sheet, books, bids, was, row)
                if not queued[was]:
                    queued[was] = True
                    tail = head + size
                    queue[tail if tail < total else tail - total] = was
                    size += 1
            price[column] = _price_of(first, end, load[column], bids, column)
        price[column] = _price_of(first, end, load[column], bids, column)


@njit
def _buy(sheet: Sheet, books: Books, bids: Bids, column: Whole, row: Whole, bid: Whole) -> Whole:
    """Take the cheapest place for ``bid``; returns the row that must give way, or -1."""
    first, end = sheet.slot_start[column], sheet.slot_start[column + 1]
    held = first + books.load[column]
    if held < end and (held == first or bids.ask[column] <= bids.paid[first]):
        bids.paid[held] = bid
        books.seat[held] = row
        rise(bids.paid, books.seat, first, held)
        books.load[column] += 1
        if held + 1 < end:
            bids.ask[column] = max(bids.ask[column], sheet.slot_cost[held + 1])
        return -1
    ousted: Whole = books.seat[first]
    bids.paid[first] = bid
    books.seat[first] = row
    sink(bids.paid, books.seat, first, first, held)
    return ousted


@njit
def _keenest(
    sheet: Sheet, columns: Columns, books: Books, bids: Bids, column: Whole, cost: Whole
) -> tuple[Whole, Whole, Whole, Whole]:
    """The most and second most that a row elsewhere would pay; who, and what she gains."""
    best, second = cost, cost
    keenest = np.int32(-1)
    value = np.int64(0)
    for at in range(columns.start[column], columns.start[column + 1]):
        row = columns.row[at]
        was = books.given[row]
        if was == column:
            continue
        gain = sheet.reward[row] + columns.worth[at]
        keen = gain
        if was >= 0:
            keen -= bids.value[row] - books.price[was]
        if keen > second:
            if keen > best:
                second = best
                best = keen
                keenest = row
                value = gain
            else:
                second = keen
    return best, second, keenest, value


@njit
def _leave(sheet: Sheet, books: Books, bids: Bids, column: Whole, row: Whole) -> None:
    """Take a row out of a mentor's places; the empty place is offered at her price."""
    first, end = sheet.slot_start[column], sheet.slot_start[column + 1]
    last = first + books.load[column] - 1
    bids.ask[column] = books.price[column]
    at = first
    while books.seat[at] != row:
        at += 1
    bids.paid[at] = bids.paid[last]
    books.seat[at] = books.seat[last]
    books.load[column] -= 1
    if at < last:
        rise(bids.paid, books.seat, first, at)
        sink(bids.paid, books.seat, first, at, last)
    books.price[column] = _price_of(first, end, books.load[column], bids, column)


@njit
def _price_of(first: Whole, end: Whole, load: Whole, bids: Bids, column: Whole) -> Whole:
    lowest = FAR
    if load > 0:
        lowest = bids.paid[first]
    if first + load < end:
        lowest = min(lowest, bids.ask[column])
    return lowest


@njit
def sink(paid: Longs, seat: Ints, first: Whole, at: Whole, end: Whole) -> None:
    """Restore a heap after the place at ``at`` has become dearer."""
    price, row = paid[at], seat[at]
    while True:
        child = 2 * (at - first) + 1 + first
        if child >= end:
            break
        if child + 1 < end and paid[child + 1] < paid[child]:
            child += 1
        if paid[child] >= price:
            break
        paid[at] = paid[child]
        seat[at] = seat[child]
        at = child
    paid[at] = price
    seat[at] = row


@njit
def rise(paid: Longs, seat: Ints, first: Whole, at: Whole) -> None:
    """Restore a heap after the place at ``at`` has become cheaper."""
    price, row = paid[at], seat[at]
    while at > first:
        parent = (at - first - 1) // 2 + first
        if paid[parent] <= price:
            break
        paid[at] = paid[parent]
        seat[at] = seat[parent]
        at = parent
    paid[at] = price
    seat[at] = row
