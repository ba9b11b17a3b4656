"""Circles: groups of mentees with one or two mentors, in place of single matches.

First everybody who is pinned sits with her mentors as far as that is possible, then as few
mentees as possible stay without a circle, then the sum of their worth with their mentors, less
what leading counts as load, is highest. Who sits where is exact once it is known which circles
open; which ones should open is a facility-location question with lower bounds, and hard in
general. It is exact here for up to ``circles_search.FEW`` possible circles, and a search with a
fixed number of steps beyond; ``Formed.is_best`` tells whether its result is known to be best.
Which two mentors lead together, and when and in what language a circle would meet, is decided
before, by a rule (see ``_pairs`` and ``_Tables``), and not claimed to be best.

Every tie is settled by the seed and the order of rows and columns: callers who want the same
result for shuffled files put people in order first. What a circle costs a mentor is the caller's
matter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from corridor.algorithms.matching.circles_meeting import Meetings, Score
from corridor.algorithms.matching.circles_search import Leads, choose_circles
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import Circles
from corridor.algorithms.matching.tables import Flags


@dataclass(frozen=True, kw_only=True)
class Seating:
    """Who could sit with whom, and what that is worth."""

    start: Longs
    """(rows + 1,) where the candidates of each mentee begin in ``mentor``."""
    mentor: Ints
    """(pairs,) ascending and distinct within a row."""
    worth: Longs | Ints
    """(pairs,) points of fit, 0 or more."""
    room: Longs
    """(columns,) how many circles each mentor could lead."""
    affinity: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Points for leading together, by columns in ascending order."""
    cost: Sequence[Sequence[int]] = ()
    """For each column the points of load of her first, second ... circle; none if empty."""
    meetings: Meetings | None = None
    """Who could meet together; everybody if None."""
    pinned: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Row -> columns, all of whom must lead her circle; they are among her candidates."""
    most: int | None = None
    """How many circles may be formed in all; any number if None."""

    @property
    def rows(self) -> int:
        return len(self.start) - 1


@dataclass(frozen=True, kw_only=True)
class FormedCircle:
    mentors: tuple[int, ...]
    mentees: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Formed:
    circles: tuple[FormedCircle, ...]
    unplaced: tuple[int, ...]
    is_best: bool
    """No other choice places more or fits better; not claimed where pairs or hours were chosen."""
    more: int = 0
    """So many more people another choice could place, at most; 0 where no bound is known."""
    points: int = 0
    """So much better another choice could fit, at most, if it places no more."""
    apart: tuple[int, ...] = ()
    """Those of ``unplaced`` who could not meet with any circle that might have been formed."""


def form_circles(seating: Seating, *, circles: Circles, seed: str) -> Formed:
    """No circle is smaller than ``circles.smallest`` or larger than ``circles.largest``."""
    tables = _Tables(seating, circles)
    if circles.mentors > 1:
        _pairs(seating, circles, tables)
    else:
        _alone(seating, circles, tables)
    leads = tables.leads()
    chosen = choose_circles(leads, circles=circles, rng=Random(seed))
    members: dict[int, list[int]] = {}
    for row, lead in enumerate(chosen.given.tolist()):
        if lead >= 0:
            members.setdefault(lead, []).append(row)
    unplaced = np.flatnonzero(chosen.given < 0)
    _, more, points = (most - has for most, has in zip(chosen.limit, chosen.score, strict=True))
    is_whole = not tables.turned_away and circles.mentors == 1
    return Formed(
        circles=tuple(
            FormedCircle(mentors=tables.mentors[lead], mentees=tuple(rows))
            for lead, rows in sorted(members.items())
        ),
        unplaced=tuple(unplaced.tolist()),
        is_best=chosen.is_best and is_whole,
        more=max(0, more) if is_whole else 0,
        points=max(0, points) if is_whole and not more else 0,
        apart=tuple(sorted(set(unplaced.tolist()) & tables.turned_away - set(leads.row.tolist()))),
    )


class _Tables:
    """Possible circles, each with those who could sit in it together."""

    def __init__(self, seating: Seating, circles: Circles) -> None:
        self.seating, self.circles = seating, circles
        self.mentors: list[tuple[int, ...]] = []
        self.turned_away = set[int]()
        self._rows: list[Longs] = []
        self._worth: list[Longs] = []
        self._cost: list[int] = []
        self._reached = set[int]()

    def add(self, columns: tuple[int, ...], rows: Longs, worth: Longs) -> bool:
        """Whether enough can meet; those for whom there was no circle yet come first.

        Whoever is pinned to somebody else does not sit here.
        """
        here = self._may_sit(columns, rows)
        rows, worth = rows[here], worth[here]
        if self.seating.meetings is not None:
            points = dict(zip(rows.tolist(), worth.tolist(), strict=True))
            kept = self.seating.meetings.together(columns, list(points), self._score(points))
            self.turned_away |= points.keys() - kept
            if len(kept) < self.circles.smallest <= len(points):
                self.turned_away |= points.keys()
                return False
            self._reached |= set(kept)
            rows = np.array(kept, dtype=np.int64)
            worth = np.array([points[row] for row in kept], dtype=np.int64)
        self._cost.append(sum(self._load(column) for column in columns))
        self.mentors.append(columns)
        self._rows.append(rows)
        self._worth.append(worth)
        return True

    def leads(self) -> Leads:
        none = np.zeros(0, dtype=np.int64)
        row = np.concatenate([none, *self._rows])
        worth = np.concatenate([none, *self._worth])
        lead = np.repeat(np.arange(len(self._rows)), [len(rows) for rows in self._rows])
        order = np.lexsort((lead, row))
        return Leads(
            rows=self.seating.rows,
            row=row[order],
            lead=lead[order].astype(np.int64),
            worth=worth[order],
            count=len(self._rows),
            cost=np.array(self._cost, dtype=np.int64),
            most=len(self._rows) if self.seating.most is None else self.seating.most,
            pinned=np.array(sorted(self.seating.pinned), dtype=np.int64),
        )

    def _may_sit(self, columns: tuple[int, ...], rows: Longs) -> Flags:
        pinned = self.seating.pinned
        may = [set(pinned.get(row, ())) <= set(columns) for row in rows.tolist()]
        return np.array(may, dtype=np.bool_)

    def _score(self, points: dict[int, int]) -> Score:
        reached, largest, smallest = self._reached, self.circles.largest, self.circles.smallest
        pinned = self.seating.pinned.keys() - reached

        def score(rows: Sequence[int]) -> tuple[int, ...]:
            promised = min(largest, sum(row in pinned for row in rows))
            new = min(largest, sum(row not in reached for row in rows))
            best = sorted((points[row] for row in rows), reverse=True)[:largest]
            return min(len(rows), smallest), promised, new, len(best), sum(best)

        return score

    def _load(self, column: int) -> int:
        costs = self.seating.cost[column] if self.seating.cost else ()
        before = sum(column in columns for columns in self.mentors)
        return costs[before] if costs else 0


def _alone(seating: Seating, circles: Circles, tables: _Tables) -> None:
    """Every mentor with room and enough candidates, once for each circle she could lead."""
    wanted = np.bincount(seating.mentor, minlength=len(seating.room))
    times = np.minimum(seating.room, wanted // circles.smallest)
    row = np.repeat(np.arange(seating.rows), np.diff(seating.start))
    for column in np.flatnonzero(times > 0).tolist():
        here = seating.mentor == column
        for _ in range(int(times[column])):
            tables.add((column,), row[here], seating.worth[here].astype(np.int64))


def _pairs(seating: Seating, circles: Circles, tables: _Tables) -> None:
    """Two mentors lead together who would have the best circle: greedily, the best pair first.

    A pair is judged by how many are pinned who could sit with both; then by its ``largest`` best
    common candidates, each worth the mean of both mentors, and by the affinity of the two for
    each of these. Pairs with fewer than ``smallest`` common candidates never lead.
    """
    ranked = []
    for first in np.flatnonzero(seating.room > 0).tolist():
        rows, table = _with(seating, first)
        for second in np.flatnonzero((table >= 0).sum(axis=0) >= circles.smallest).tolist():
            if second > first and seating.room[second] > 0:
                common = table[:, second]
                best = np.sort(common[common >= 0])[-circles.largest :]
                points = int(best.sum()) + len(best) * seating.affinity.get((first, second), 0)
                promised = _promised(seating, {first, second}, rows[common >= 0])
                ranked.append((-promised, -points, first, second))
    room = seating.room.tolist()
    for *_, first, second in sorted(ranked):
        if room[first] and room[second]:
            rows, table = _with(seating, first)
            here = table[:, second] >= 0
            if tables.add((first, second), rows[here], table[here, second]):
                room[first] -= 1
                room[second] -= 1


def _promised(seating: Seating, columns: set[int], rows: Longs) -> int:
    """How many of those rows are pinned to these mentors alone."""
    here = seating.pinned.keys() & set(rows.tolist()) if seating.pinned else set()
    return sum(set(seating.pinned[row]) <= columns for row in here)


def _with(seating: Seating, first: int) -> tuple[Longs, Longs]:
    """The candidates of a mentor, and the mean worth with her and each other one, or -1."""
    at = np.flatnonzero(seating.mentor == first)
    rows = np.searchsorted(seating.start, at, side="right") - 1
    table = np.full((len(rows), len(seating.room)), -1, dtype=np.int64)
    for line, (row, own) in enumerate(zip(rows.tolist(), seating.worth[at].tolist(), strict=True)):
        here = slice(seating.start[row], seating.start[row + 1])
        table[line, seating.mentor[here]] = (seating.worth[here].astype(np.int64) + own) // 2
    return rows, table
