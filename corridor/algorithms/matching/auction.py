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
from corridor.algorithms.matching.jit import inlined, njit
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
    slot_start, slot_cost = sheet.slot_start, sheet.slot_cost
    price, given, load, seat = books.price, books.given, books.load, books.seat
    value, paid, ask, gap = bids.value, bids.paid, bids.ask, bids.gap
    while count > 0:
        count -= 1
        row = bids.waiting[count]
        while row >= 0:
            begin = start[row]
            pairs = start[row + 1] - begin
            _differences(gap, worth, price, mentor, begin, pairs)
            nothing = -reward[row]
            best, second = _two_greatest(gap, pairs, nothing)
            if best == nothing:
                given[row] = -1
                break
            column = mentor[begin + _first_of(gap, best)]
            given[row] = column
            value[row] = reward[row] + best + price[column]
            bid = price[column] + best - second + step
            first, end = slot_start[column], slot_start[column + 1]
            held = first + load[column]
            if held < end and (held == first or ask[column] <= paid[first]):
                _put_last(paid, seat, first, held, bid, row)
                held += 1
                load[column] += 1
                if held < end:
                    ask[column] = max(ask[column], slot_cost[held])
                row = -1
            else:
                ousted = seat[first]
                _put_first(paid, seat, first, held, bid, row)
                row = ousted
            price[column] = _lowest(paid, ask, first, held, end, column)


@njit
def fill_all(sheet: Sheet, columns: Columns, books: Books, bids: Bids, step: Whole) -> None:
    """Reverse: empty places come down in price to their cost or to whoever wants them."""
    slot_start, slot_cost, reward = sheet.slot_start, sheet.slot_cost, sheet.reward
    column_start, rows, worth = columns.start, columns.row, columns.worth
    price, given, load, seat = books.price, books.given, books.load, books.seat
    value, paid, ask, surplus, gap = bids.value, bids.paid, bids.ask, bids.surplus, bids.gap
    _note_surplus(sheet, books, bids)
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
        held = first + load[column]
        while held < end and moves > 0:
            cost = slot_cost[held]
            if ask[column] <= cost:
                ask[column] = cost
                break
            _add(surplus, seat, first, held, FAR)  # those who are here pay nothing more
            begin = column_start[column]
            pairs = column_start[column + 1] - begin
            _differences(gap, worth, surplus, rows, begin, pairs)
            _add(surplus, seat, first, held, -FAR)
            best, second = _two_greatest(gap, pairs, cost)
            if best <= cost + step:
                ask[column] = cost
                break
            moves -= 1
            at = begin + _first_of(gap, best)
            row = rows[at]
            _put_last(paid, seat, first, held, min(ask[column], max(cost, second - step)), row)
            held += 1
            load[column] += 1
            if held < end:
                ask[column] = max(ask[column], slot_cost[held])
            was = given[row]
            given[row] = column
            value[row] = reward[row] + worth[at]
            surplus[row] = worth[at] - price[column]
            if was >= 0:
                first_there = slot_start[was]
                held_there = first_there + load[was]
                _take_out(paid, seat, first_there, held_there, row)
                held_there -= 1
                load[was] -= 1
                ask[was] = price[was]
                lower = _lowest(paid, ask, first_there, held_there, slot_start[was + 1], was)
                _add(surplus, seat, first_there, held_there, price[was] - lower)
                price[was] = lower
                if not queued[was]:
                    queued[was] = True
                    tail = head + size
                    queue[tail if tail < total else tail - total] = was
                    size += 1
            lower = _lowest(paid, ask, first, held, end, column)
            _add(surplus, seat, first, held, price[column] - lower)
            price[column] = lower
        lower = _lowest(paid, ask, first, held, end, column)
        _add(surplus, seat, first, held, price[column] - lower)
        price[column] = lower


@njit
def _note_surplus(sheet: Sheet, books: Books, bids: Bids) -> None:
    for row in range(len(books.given)):
        column = books.given[row]
        bids.surplus[row] = -sheet.reward[row]
        if column >= 0:
            bids.surplus[row] += bids.value[row] - books.price[column]


@inlined
def _differences(
    gap: Longs, worth: Longs | Ints, less: Longs, index: Ints, begin: Whole, count: Whole
) -> None:
    """A loop without a branch; comparing in the same loop takes three times as long."""
    for k in range(count):
        # Unsigned, so that no code is made for a position counted from the end.
        gap[k] = worth[begin + k] - less[np.uint32(index[begin + k])]


@inlined
def _two_greatest(gap: Longs, count: Whole, floor: Whole) -> tuple[Whole, Whole]:
    """The greatest and second greatest of the first ``count``, neither below ``floor``."""
    best, second = floor, floor
    for k in range(count):
        second = max(second, min(best, gap[k]))
        best = max(best, gap[k])
    return best, second


@inlined
def _first_of(gap: Longs, wanted: Whole) -> Whole:
    k = 0
    while gap[k] != wanted:
        k += 1
    return k


@inlined
def _add(surplus: Longs, seat: Ints, first: Whole, held: Whole, more: Whole) -> None:
    for place in range(first, held):
        surplus[seat[place]] += more


@inlined
def _lowest(paid: Longs, ask: Longs, first: Whole, held: Whole, end: Whole, column: Whole) -> Whole:
    """The price of a mentor: that of her cheapest place, filled or empty."""
    lowest = FAR
    if held > first:
        lowest = paid[first]
    if held < end:
        lowest = min(lowest, ask[column])
    return lowest


@inlined
def _put_last(paid: Longs, seat: Ints, first: Whole, held: Whole, price: Whole, row: Whole) -> None:
    paid[held] = price
    seat[held] = row
    rise(paid, seat, first, held)


@inlined
def _put_first(
    paid: Longs, seat: Ints, first: Whole, held: Whole, price: Whole, row: Whole
) -> None:
    paid[first] = price
    seat[first] = row
    sink(paid, seat, first, first, held)


@inlined
def _take_out(paid: Longs, seat: Ints, first: Whole, held: Whole, row: Whole) -> None:
    """Take a row out of a mentor's filled places."""
    last = held - 1
    at = first
    while seat[at] != row:
        at += 1
    paid[at] = paid[last]
    seat[at] = seat[last]
    if at < last:
        rise(paid, seat, first, at)
        sink(paid, seat, first, at, last)


@inlined
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


@inlined
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
