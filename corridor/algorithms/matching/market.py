"""A matching run as numbers: who could be matched with whom, and what that is worth.

A row is a request (one mentee asking for one person in one role), a column is a mentor.
All values are integers; a higher tier is packed above a lower one, so that a single sum
compares coverage first, then fit less load, then the number of changes, then the lottery.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Longs = NDArray[np.int64]
Ints = NDArray[np.int32]


@dataclass(frozen=True, kw_only=True)
class Limit:
    """At most ``places`` of these pairs for one mentor (a role, a programme, identity requests)."""

    mentor: int
    pairs: Longs
    """Positions in ``Market.mentor``."""
    places: int


@dataclass(frozen=True, kw_only=True)
class Market:
    start: Longs
    """(rows + 1,) where each row's candidates begin in ``mentor``."""
    mentor: Ints
    """(pairs,) column of each candidate; ascending and distinct within a row."""
    worth: Longs | Ints
    """(pairs,) value of the pair without coverage, >= 0."""
    reward: Longs
    """(rows,) value of serving the row at all, > 0."""
    slot_start: Longs
    """(columns + 1,) where each mentor's places begin in ``slot_cost``."""
    slot_cost: Longs
    """(places,) cost of a mentor's first, second, ... place, >= 0 and never falling."""
    mentee: Ints | None = None
    """(rows,) the mentee behind each request; a mentor serves at most one of her requests.
    None means that every row is another mentee."""
    limits: Sequence[Limit] = ()

    @property
    def rows(self) -> int:
        return len(self.start) - 1

    @property
    def columns(self) -> int:
        return len(self.slot_start) - 1

    @property
    def is_plain(self) -> bool:
        """One request a mentee and no limit beside capacity."""
        return self.mentee is None and not self.limits


@dataclass(frozen=True, kw_only=True)
class Prices:
    """A dual solution: what one more place would be worth. All values are >= 0."""

    mentor: Longs
    """(columns,)"""
    limit: Longs
    """(len(limits),)"""
    twice: dict[tuple[int, int], int]
    """(mentee, column) -> price of serving the same mentee twice; empty in a plain market."""


@dataclass(frozen=True, kw_only=True)
class Branch:
    """Part of what could be done, cut in two by a pair: taken in one branch, not in the other."""

    parent: int
    """Position of the branch that this one is a half of; -1 for the whole."""
    pair: int
    """Position in ``Market.mentor``; -1 for the whole."""
    is_taken: bool
    parts: int = 1
    """The prices are in so many parts of one."""
    price: tuple[int, ...] = ()
    """(columns,) no price is given where the branch is cut in two again."""
    limit_price: tuple[int, ...] = ()
    twice: dict[tuple[int, int], int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """A best assignment of rows to columns, and the prices that prove it."""

    mentor: Ints
    """(rows,) the column each row is given, or -1."""
    prices: Prices
    branches: tuple[Branch, ...] = ()
    """Where one set of prices is no proof: prices for each part of what could be done."""
