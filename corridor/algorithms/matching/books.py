"""The arrays that the compiled solvers share, by name."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.market import Ints, Longs

Whole = int | np.signedinteger[Any]
"""A number in compiled code, where Python's and numpy's are the same."""


class Sheet(NamedTuple):
    """A plain market as seen from the requests."""

    start: Longs
    mentor: Ints
    worth: Longs | Ints
    reward: Longs
    slot_start: Longs
    slot_cost: Longs


class Columns(NamedTuple):
    """The same pairs as seen from the mentors: rows ascending within a column."""

    start: Longs
    row: Ints
    worth: Longs | Ints


class Books(NamedTuple):
    """Who has which place, and at which price."""

    given: Ints
    """(rows,) column or -1"""
    profit: Longs
    """(rows,)"""
    load: Ints
    """(columns,) places filled"""
    seat: Ints
    """(places,) the rows of a mentor, from her ``slot_start`` on, ``load`` of them"""
    price: Longs
    """(columns,)"""


class Bids(NamedTuple):
    """What only the auction keeps."""

    value: Longs
    """(rows,) reward and worth of the pair a row holds"""
    paid: Longs
    """(places,) a heap beside ``seat``: the cheapest place of a mentor comes first"""
    ask: Longs
    """(columns,) what an empty place is offered for"""
    waiting: Ints
    """(rows,) stack of rows that are to bid"""
    surplus: Longs
    """(rows,) what a row gains where it is, less its reward"""
    gap: Longs
    """(longest row or column,) what each of its pairs is worth more than it costs"""


class Paths(NamedTuple):
    """Scratch of one shortest-path search; clean again after each."""

    key: Longs
    """(columns,) distance, FAR where not reached"""
    via: Ints
    """(columns,) the row whose move leads to or from the column"""
    heap: Ints
    """(columns,) reached columns in front, settled ones from the end"""
    where: Ints
    """(columns,) position in the heap, -1 outside"""
    touched: Ints
    """(columns,)"""
    row_key: Longs
    """(rows,)"""
    row_into: Ints
    """(rows,) the column a row would move into"""
    row_touched: Ints
    """(rows,)"""
    gap: Longs
    """(longest row or column,) what each of its pairs costs more than it is worth"""


FAR = np.int64(2**62)
Flags = NDArray[np.bool_]


def with_values(sheet: Sheet, *, worth: Longs | Ints, reward: Longs) -> Sheet:
    return Sheet(
        start=sheet.start,
        mentor=sheet.mentor,
        worth=worth,
        reward=reward,
        slot_start=sheet.slot_start,
        slot_cost=sheet.slot_cost,
    )


def open_books(rows: int, columns: int, places: int) -> Books:
    return Books(
        given=np.full(rows, -1, np.int32),
        profit=np.zeros(rows, np.int64),
        load=np.zeros(columns, np.int32),
        seat=np.full(places, -1, np.int32),
        price=np.zeros(columns, np.int64),
    )


def open_paths(rows: int, columns: int) -> Paths:
    return Paths(
        key=np.full(columns, FAR, np.int64),
        via=np.full(columns, -1, np.int32),
        heap=np.zeros(columns, np.int32),
        where=np.full(columns, -1, np.int32),
        touched=np.zeros(columns, np.int32),
        row_key=np.full(rows, FAR, np.int64),
        row_into=np.full(rows, -1, np.int32),
        row_touched=np.zeros(rows, np.int32),
        gap=np.zeros(max(rows, columns), np.int64),
    )
