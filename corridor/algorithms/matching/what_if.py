"""What else could be done, and what it would change for everybody: exact, and nothing is kept.

A what-if gives one request one mentor and makes everything else best again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching import state
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.columns import pairs_at
from corridor.algorithms.matching.market import Limit, Longs, Market
from corridor.algorithms.matching.outcome import Alternative, Match, Move, Unmatched
from corridor.algorithms.matching.run_market import Flags
from corridor.algorithms.matching.run_solve import NO_PAIR, Solved, pairs_of
from corridor.algorithms.matching.shares import place_of

ALTERNATIVES = 3


class NotPossible(Exception):
    """Only breaking a pin would match these two."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What one decision of the director would change, that match included."""

    moves: tuple[Move, ...]
    loss: int
    """Points of fit less load that the whole programme would lose; 0 or more."""


class Moved(NamedTuple):
    """Requests served otherwise than in the run."""

    rows: Longs
    pairs: Longs
    """Which pair serves each now, -1 for none."""


class Session:
    """A solved run that can be asked; one at a time, from one thread."""

    def __init__(self, solved: Solved) -> None:
        self.solved = solved

    def alternatives(
        self, match: Match | Unmatched, *, at_most: int = ALTERNATIVES
    ) -> tuple[Alternative, ...]:
        """Other mentors for the same request, least loss first."""
        mentor = match.mentor if isinstance(match, Match) else None
        row = self._row(match.mentee, role=match.role, mentor=mentor)
        return self.alternatives_of(row, at_most=at_most)

    def alternatives_of(self, row: int, *, at_most: int = ALTERNATIVES) -> tuple[Alternative, ...]:
        found: list[tuple[int, int, Alternative]] = []
        for column in self._by_bound(row):
            try:
                change = self._force(row, column)
            except NotPossible:
                continue
            found.append((change.loss, len(found), self._alternative(row, column, change)))
            if len(found) == at_most:
                break
        return tuple(alternative for _, _, alternative in sorted(found, key=lambda one: one[:2]))

    @cached_property
    def _engine(self) -> state.Solved:
        return state.Solved(self.solved.market, self.solved.assignment)

    def _row(self, mentee: str, *, role: str, mentor: str | None) -> int:
        column = -1 if mentor is None else self.solved.people.column_of[mentor]
        return next(
            row
            for row in self._rows_of[self.solved.people.row_of[mentee]]
            if self.solved.role(row) == role and self.solved.given[row] == column
        )

    def _pair(self, row: int, column: int) -> int:
        first, last = (int(at) for at in self.solved.market.start[row : row + 2])
        return first + int(np.searchsorted(self.solved.market.mentor[first:last], column))

    def _by_bound(self, row: int) -> Iterable[int]:
        """Other mentors with a place at all, by what their prices say that they would cost."""
        first, end = (int(at) for at in self.solved.market.start[row : row + 2])
        mentors = self.solved.market.mentor[first:end]
        cost = self.solved.assignment.prices.mentor[mentors] - self.solved.market.worth[first:end]
        mentors = mentors[np.argsort(cost, kind="stable")]
        mine = self._mine(row)
        possible = mentors[self._unpinned[mentors] > 0].tolist()
        return [column for column in possible if column not in mine]

    def _mine(self, row: int) -> set[int]:
        """Mentors whom she has already, in any of her requests."""
        rows = self._rows_of[int(self.solved.people.requests.mentee[row])]
        return {int(self.solved.given[one]) for one in rows}

    @cached_property
    def _unpinned(self) -> Longs:
        """(columns,) places that no pin holds."""
        pinned = self.solved.people.requests.pinned
        held = np.bincount(pinned[pinned >= 0], minlength=self.solved.market.columns)
        return self.solved.people.places - held

    @cached_property
    def _rows_of(self) -> dict[int, list[int]]:
        """Requests of each mentee."""
        rows: dict[int, list[int]] = {}
        for row, mentee in enumerate(self.solved.people.requests.mentee.tolist()):
            rows.setdefault(mentee, []).append(row)
        return rows

    def _force(self, row: int, column: int) -> Change:
        """Raises NotPossible where only breaking a pin would give ``row`` this mentor."""
        if self._unpinned[column] <= 0:
            raise NotPossible
        market = self.solved.market
        if market.is_plain:
            moves = self._engine.force(row, column).moves
            rows = np.array([one for one, _, _ in moves], np.int64)
            now = np.array([now for _, _, now in moves], np.int32)
            moved = Moved(rows, pairs_at(market.start, market.mentor, rows, now))
        else:
            pair = self._pair(row, column)
            fewer, kept = beside(self.solved, pair)
            moved = self._moved(kept, pairs_of(fewer, assign(fewer).mentor), (row, pair))
        if (self.solved.people.requests.pinned[moved.rows] >= 0).any():
            raise NotPossible
        loss = max(0, points_lost(self.solved, moved))
        return Change(moves=tuple(moves_of(self.solved, moved)), loss=loss)

    def _moved(self, kept: Longs, found: Longs, forced: tuple[int, int]) -> Moved:
        """From a market with fewer pairs, and the request and the pair that it is without."""
        pair = np.full(len(found), NO_PAIR, dtype=np.int64)
        pair[found >= 0] = kept[found[found >= 0]]
        pair[forced[0]] = forced[1]
        rows = np.flatnonzero(pair != self.solved.pair)
        return Moved(rows, pair[rows])

    def _alternative(self, row: int, column: int, change: Change) -> Alternative:
        mentee, mentor = self.solved.mentee(row), self.solved.mentor(column)
        return Alternative(
            mentor=mentor.id,
            fit=int(self.solved.priced.fit[self._pair(row, column)]),
            choice=place_of(mentee, mentor),
            moves=tuple(
                move
                for move in change.moves
                if (move.mentee, move.role, move.becomes)
                != (mentee.id, self.solved.role(row), mentor.id)
            ),
            loss=change.loss,
        )


def points_lost(solved: Solved, moved: Moved) -> int:
    """Fit less load, in points as optimised, that these moves take away."""
    market, points = solved.market, solved.priced.points
    before, after = solved.pair[moved.rows], moved.pairs
    before, after = before[before >= 0], after[after >= 0]
    load = Counter(market.mentor[after].tolist())
    load.subtract(market.mentor[before].tolist())
    cost = sum(_cost_of_load(solved, column, more) for column, more in load.items() if more)
    return int(points[before].sum() - points[after].sum()) + cost // solved.priced.scale.unit


def _cost_of_load(solved: Solved, column: int, more: int) -> int:
    first, load = int(solved.market.slot_start[column]), int(solved.load[column])
    costs = solved.market.slot_cost
    if more < 0:
        return -int(costs[first + load + more : first + load].sum())
    return int(costs[first + load : first + load + more].sum())


def moves_of(solved: Solved, moved: Moved) -> Iterator[Move]:
    was, becomes = _served(solved, solved.pair[moved.rows]), _served(solved, moved.pairs)
    for row, before, after in zip(moved.rows.tolist(), was, becomes, strict=True):
        yield Move(
            mentee=solved.mentee(row).id,
            role=solved.role(row),
            was=before[0],
            becomes=after[0],
            fit_was=before[1],
            fit_becomes=after[1],
        )


def _served(solved: Solved, pairs: Longs) -> list[tuple[str | None, int]]:
    """The mentor and the fit of each pair; nobody and 0 where there is none."""
    columns, fits = solved.market.mentor[pairs].tolist(), solved.priced.fit[pairs].tolist()
    return [
        (solved.mentor(column).id, fit) if pair >= 0 else (None, 0)
        for pair, column, fit in zip(pairs.tolist(), columns, fits, strict=True)
    ]


def beside(solved: Solved, pair: int) -> tuple[Market, Longs]:
    """What is left for everybody else once this pair is matched; and where its pairs were.

    Raises NotPossible where a limit has no place for the pair.
    """
    market, row, column = solved.market, int(solved.row_of_pair[pair]), solved.market.mentor[pair]
    limits = [
        replace(limit, places=limit.places - (pair in limit.pairs)) for limit in market.limits
    ]
    if any(limit.places < 0 for limit in limits):
        raise NotPossible
    mentee = solved.people.requests.mentee
    hers = mentee[solved.row_of_pair] == mentee[row]
    gone = hers & ((solved.row_of_pair == row) | (market.mentor == column))
    # Whoever else she takes on finds her first place taken.
    later = np.arange(market.columns + 1) > column
    left = replace(
        market,
        limits=limits,
        slot_start=market.slot_start - later,
        slot_cost=np.delete(market.slot_cost, market.slot_start[column]),
    )
    return without_pairs(left, np.flatnonzero(gone))


def without_pairs(market: Market, gone: Longs) -> tuple[Market, Longs]:
    """The market without these pairs, and the former position of each that is left."""
    stays = np.ones(len(market.mentor), dtype=np.bool_)
    stays[gone] = False
    kept = np.flatnonzero(stays)
    now_at = np.cumsum(stays) - 1
    return replace(
        market,
        start=np.concatenate(([0], np.cumsum(stays)))[market.start].astype(np.int64),
        mentor=market.mentor[kept],
        worth=market.worth[kept],
        limits=tuple(_limit_within(limit, stays, now_at) for limit in market.limits),
    ), kept


def _limit_within(limit: Limit, stays: Flags, now_at: Longs) -> Limit:
    return replace(limit, pairs=now_at[limit.pairs[stays[limit.pairs]]])
