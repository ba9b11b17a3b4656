"""One solved run: the market, its best assignment, and what that means in points and people."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.candidates import Candidates, find_candidates
from corridor.algorithms.matching.market import Assignment, Ints, Longs, Market
from corridor.algorithms.matching.options import FULL_FIT, Options
from corridor.algorithms.matching.people import Mentee, Mentor, Role
from corridor.algorithms.matching.progress import Progress
from corridor.algorithms.matching.run_market import (
    People,
    Priced,
    gather,
    market_of,
    with_named_pairs,
)
from corridor.algorithms.matching.run_requests import ROLES

NO_PAIR = -1


@dataclass(frozen=True, kw_only=True)
class Solved:
    people: People
    candidates: Candidates
    priced: Priced
    assignment: Assignment

    @property
    def market(self) -> Market:
        return self.priced.market

    @property
    def given(self) -> Ints:
        """(rows,) the column of each request, or -1."""
        return self.assignment.mentor

    @cached_property
    def pair(self) -> Longs:
        """(rows,) the pair that serves each request, or -1."""
        return pairs_of(self.market, self.given)

    @cached_property
    def row_of_pair(self) -> Longs:
        return np.repeat(np.arange(self.market.rows), np.diff(self.market.start))

    @cached_property
    def load(self) -> Longs:
        """(columns,) requests given to each mentor."""
        return np.bincount(self.given[self.given >= 0], minlength=self.market.columns)

    @property
    def fits(self) -> Longs:
        """(rows,) the fit of each request's match; 0 where it has none."""
        found = np.zeros(self.market.rows, dtype=np.int64)
        found[self.pair >= 0] = self.priced.fit[self.pair[self.pair >= 0]]
        return found

    def mentee(self, row: int) -> Mentee:
        return self.people.mentees[int(self.people.requests.mentee[row])]

    def role(self, row: int) -> Role:
        return ROLES[int(self.people.requests.role[row])]

    def mentor(self, column: int) -> Mentor:
        return self.people.mentors[column]

    def pairs(self, row: int) -> range:
        return range(int(self.market.start[row]), int(self.market.start[row + 1]))

    def is_full(self, column: int) -> bool:
        return int(self.load[column]) >= int(self.people.places[column])

    @property
    def is_programme_full(self) -> bool:
        places = self.people.options.places
        return places is not None and int(self.load.sum()) >= places

    def contest(self, column: int) -> int:
        """What a further place of this mentor would be worth, in points; at most a full fit."""
        first, load = int(self.market.slot_start[column]), int(self.load[column])
        if not load or not self.is_full(column):
            return 0
        last_cost = int(self.market.slot_cost[first + load - 1])
        points = (int(self.assignment.prices.mentor[column]) - last_cost) // self.priced.scale.unit
        return min(FULL_FIT, max(0, points))


def pairs_of(market: Market, given: Ints) -> Longs:
    found = np.full(market.rows, NO_PAIR, dtype=np.int64)
    row = np.repeat(np.arange(market.rows), np.diff(market.start))
    chosen = np.flatnonzero(market.mentor == given[row])
    found[row[chosen]] = chosen
    return found


def prepare(
    mentees: tuple[Mentee, ...],
    mentors: tuple[Mentor, ...],
    options: Options,
    *,
    progress: Progress | None = None,
) -> Solved:
    """The best assignment of everybody, in canonical order."""
    people = gather(mentees, mentors, options)
    candidates = find_candidates(mentees, mentors, options, progress=progress)
    return solve(people, with_named_pairs(people, candidates))


def solve(people: People, candidates: Candidates) -> Solved:
    priced = market_of(people, candidates)
    return Solved(
        people=people,
        candidates=candidates,
        priced=priced,
        assignment=assign(priced.market),
    )
