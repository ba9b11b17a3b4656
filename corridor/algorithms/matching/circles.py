"""Circles: groups of mentees with one or two mentors, in place of single matches.

First as few mentees as possible stay without a circle, then the sum of their worth with their
mentors is highest. Who sits where is exact once it is known which circles open; which ones
should open is a facility-location question with lower bounds, and hard in general. It is
exact here for up to ``circles_search.FEW`` possible circles, and a search with a fixed number
of steps beyond; ``Formed.is_best`` tells whether its result is known to be best. Which two
mentors lead together is decided before, by a rule (see ``_pairs``), and not claimed to be best.

Every tie is settled by the seed and the order of rows and columns: callers who want the same
result for shuffled files put people in order first. The load of a circle is the caller's
matter: it counts once for each of its mentors.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

import numpy as np

from corridor.algorithms.matching.circles_search import Leads, choose_circles
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import Circles


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
    """No other choice among these mentors, or pairs of mentors, places more or fits better."""


def form_circles(seating: Seating, *, circles: Circles, seed: str) -> Formed:
    """No circle is smaller than ``circles.smallest`` or larger than ``circles.largest``."""
    mentors, leads = _pairs(seating, circles) if circles.mentors > 1 else _alone(seating, circles)
    chosen = choose_circles(leads, circles=circles, rng=Random(seed))
    members: dict[int, list[int]] = {}
    for row, lead in enumerate(chosen.given.tolist()):
        if lead >= 0:
            members.setdefault(lead, []).append(row)
    return Formed(
        circles=tuple(
            FormedCircle(mentors=mentors[lead], mentees=tuple(rows))
            for lead, rows in sorted(members.items())
        ),
        unplaced=tuple(np.flatnonzero(chosen.given < 0).tolist()),
        is_best=chosen.is_best,
    )


def _alone(seating: Seating, circles: Circles) -> tuple[list[tuple[int, ...]], Leads]:
    """Every mentor with room and enough candidates, once for each circle she could lead."""
    wanted = np.bincount(seating.mentor, minlength=len(seating.room))
    times = np.minimum(seating.room, wanted // circles.smallest)
    row = np.repeat(np.arange(seating.rows), np.diff(seating.start))
    tables = [
        (row[here := seating.mentor == column], seating.worth[here])
        for column in np.flatnonzero(times > 0).tolist()
    ]
    columns = np.flatnonzero(times > 0)
    copies = times[columns].tolist()
    mentors: list[tuple[int, ...]] = [
        (column,)
        for column, count in zip(columns.tolist(), copies, strict=True)
        for _ in range(count)
    ]
    repeated = [table for table, count in zip(tables, copies, strict=True) for _ in range(count)]
    return mentors, _leads(seating.rows, repeated)


def _pairs(seating: Seating, circles: Circles) -> tuple[list[tuple[int, ...]], Leads]:
    """Two mentors lead together who would have the best circle: greedily, the best pair first.

    A pair is judged by its ``largest`` best common candidates, each worth the mean of both
    mentors, and by the affinity of the two for each of these; pairs with fewer than
    ``smallest`` common candidates never lead.
    """
    ranked = []
    for first in np.flatnonzero(seating.room > 0).tolist():
        rows, table = _with(seating, first)
        for second in np.flatnonzero((table >= 0).sum(axis=0) >= circles.smallest).tolist():
            if second > first and seating.room[second] > 0:
                common = table[:, second]
                best = np.sort(common[common >= 0])[-circles.largest :]
                points = int(best.sum()) + len(best) * seating.affinity.get((first, second), 0)
                ranked.append((-points, first, second))
    room = seating.room.tolist()
    mentors: list[tuple[int, ...]] = []
    tables = []
    for _, first, second in sorted(ranked):
        if room[first] and room[second]:
            room[first] -= 1
            room[second] -= 1
            rows, table = _with(seating, first)
            here = table[:, second] >= 0
            mentors.append((first, second))
            tables.append((rows[here], table[here, second]))
    return mentors, _leads(seating.rows, tables)


def _with(seating: Seating, first: int) -> tuple[Longs, Longs]:
    """The candidates of a mentor, and the mean worth with her and each other one, or -1."""
    at = np.flatnonzero(seating.mentor == first)
    rows = np.searchsorted(seating.start, at, side="right") - 1
    table = np.full((len(rows), len(seating.room)), -1, dtype=np.int64)
    for line, (row, own) in enumerate(zip(rows.tolist(), seating.worth[at].tolist(), strict=True)):
        here = slice(seating.start[row], seating.start[row + 1])
        table[line, seating.mentor[here]] = (seating.worth[here].astype(np.int64) + own) // 2
    return rows, table


def _leads(rows: int, tables: list[tuple[Longs, Longs]]) -> Leads:
    none = np.zeros(0, dtype=np.int64)
    row = np.concatenate([none, *(rows for rows, _ in tables)])
    worth = np.concatenate([none, *(worth for _, worth in tables)])
    lead = np.repeat(np.arange(len(tables)), [len(rows) for rows, _ in tables]).astype(np.int64)
    order = np.lexsort((lead, row))
    return Leads(rows=rows, row=row[order], lead=lead[order], worth=worth[order], count=len(tables))
