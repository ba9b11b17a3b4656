"""Which circles should open, out of all that could.

For given circles the best seats are an assignment: whoever is pinned is rewarded above everything,
then the first ``smallest`` places of each circle, so that all are filled if that is possible at
all; then the number of people placed counts, then worth. Neither of the first two is had at the
cost of the other: the rows and the places that some assignment can serve are independent of each
other (Mendelsohn & Dulmage 1958, doi 10.4153/CJM-1958-052-4).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

import numpy as np

from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.market import Ints, Longs, Market
from corridor.algorithms.matching.options import Circles

FEW = 12
"""Possible circles up to which the choice is searched to the end."""
EFFORT = 3_000_000
"""Pairs looked at in all steps of a longer search together."""
TRIES = 300
"""Choices of few possible circles that are looked at; mostly some dozens are enough."""
FEWEST, MOST = 20, 150
"""Steps of a longer search, at least and at most."""


Score = tuple[int, int, int]
"""Who is pinned and placed, who is placed, and points."""


@dataclass(frozen=True, kw_only=True)
class Leads:
    """Possible circles, and who could sit in them: pairs in the order of rows, then leads."""

    rows: int
    row: Longs
    lead: Longs
    worth: Longs
    count: int
    cost: Longs
    """(leads,) points that the load of its mentors counts against a circle."""
    pinned: Longs
    """(pinned,) rows whose leads are all led by whom they are pinned to."""
    most: int
    """Circles that may open at once."""


@dataclass(frozen=True, kw_only=True)
class Seats:
    given: Ints
    """(rows,) lead, or -1"""
    load: Longs
    """(leads,)"""
    worth: Longs
    """(leads,)"""
    cost: Longs
    """(leads,) of those that are open; 0 for others"""
    promised: Longs
    """(leads,) how many who are pinned sit there"""

    @property
    def score(self) -> Score:
        placed, worth = int(self.load.sum()), int(self.worth.sum())
        return int(self.promised.sum()), placed, worth - int(self.cost.sum())

    @property
    def most(self) -> Score:
        """What the same seats would score if no circle were a load."""
        return int(self.promised.sum()), int(self.load.sum()), int(self.worth.sum())


@dataclass(frozen=True, kw_only=True)
class Chosen:
    given: Ints
    score: Score
    limit: Score
    """No choice of circles scores more; the score itself if it is known to be best."""

    @property
    def is_best(self) -> bool:
        return self.score == self.limit


def choose_circles(leads: Leads, *, circles: Circles, rng: Random) -> Chosen:
    search = _Search(leads, circles, rng)
    limit = search.drop_weakest()
    is_searched = leads.count <= FEW and search.try_all()
    if not is_searched and search.best.score < limit:
        search.improve()
    found = search.best
    return Chosen(given=found.given, score=found.score, limit=found.score if is_searched else limit)


class _Search:
    def __init__(self, leads: Leads, circles: Circles, rng: Random) -> None:
        self.leads = leads
        self.circles = circles
        self.lots = rng.sample(range(leads.count), leads.count)
        """Whoever has the lower lot is tried first and dropped last."""
        most = int(leads.worth.max(initial=0))
        self.place = leads.rows * most + 1
        """Reward of placing one more person: above all worth together."""
        self.fill = leads.rows * (self.place + most) + 1
        """Reward of filling a place that must be filled: above all people together."""
        self.promise = 2 * (self.fill + self.place + most) + 1
        """Reward of whoever is pinned: above all that placing one person can change."""
        self.best = self._seat(must=(), may=())

    def drop_weakest(self) -> Score:
        """Open all, then close those that stay too small, a few of the weakest at a time.

        Circles of those who are pinned are filled as far as that can be, before any is closed.
        Returns what circles of any size would reach: no choice of circles scores more.
        """
        may = set(range(self.leads.count))
        seats = self._seat(must=(), may=may)
        limit = self._most_of(seats, must=frozenset(), may=may)
        if must := self._promised():
            may -= must
            seats = self._seat(must=must, may=may)
        while True:
            may = {lead for lead in may if seats.load[lead] > 0}
            close = [lead for lead in may if seats.load[lead] < self.circles.smallest]
            many = len(close)
            if not close:
                close, many = list(may), len(must) + len(may) - self.leads.most
            if many <= 0:
                self._keep(seats)
                return limit
            close.sort(key=lambda lead: (seats.load[lead], seats.worth[lead], -self.lots[lead]))
            may -= set(close[: max(1, many // 4)])
            seats = self._seat(must=must, may=may)

    def _most_of(self, seats: Seats, *, must: frozenset[int], may: Iterable[int]) -> Score:
        """What circles out of these can score at most; ``seats`` are the best if all were open.

        Where not all that are filled may open, whoever has a place has at most the worth of her
        best circle.
        """
        may = set(may)
        promised, placed, worth = seats.most
        if len(must | set(np.flatnonzero(seats.load).tolist())) <= self.leads.most:
            return promised, placed, worth
        here = np.isin(self.leads.lead, [*must, *may])
        seated = np.bincount(self.leads.lead[here], minlength=self.leads.count)
        sizes = np.minimum(seated, self.circles.largest)
        largest = np.sort(sizes[list(may)])[::-1][: max(0, self.leads.most - len(must))]
        fit_in = min(placed, int(sizes[list(must)].sum() + largest.sum()))
        own = np.zeros(self.leads.rows, dtype=np.int64)
        np.maximum.at(own, self.leads.row[here], self.leads.worth[here])
        return promised, fit_in, int(np.sort(own)[::-1][:fit_in].sum())

    def _promised(self) -> frozenset[int]:
        """Circles in which all who are pinned could sit, less those that cannot be filled."""
        must = set[int]()
        left = set(self.leads.pinned.tolist())
        could = self._could_sit()
        while left:
            row = min(left)
            new = [lead for lead in could.get(row, ()) if lead not in must]
            if not new:
                left.remove(row)
                continue
            must.add(new[0])
            with_her = sorted(one for one in left if new[0] in could.get(one, ()))
            left -= set(with_her[: self.circles.largest])
        while must:
            seats = self._seat(must=must, may=())
            weakest = min(must, key=lambda lead: (seats.load[lead], -self.lots[lead]))
            if seats.load[weakest] >= self.circles.smallest and len(must) <= self.leads.most:
                break
            must.remove(weakest)
        return frozenset(must)

    def _could_sit(self) -> dict[int, list[int]]:
        """Row -> leads, of those who are pinned."""
        could: dict[int, list[int]] = {}
        here = np.isin(self.leads.row, self.leads.pinned)
        for row, lead in zip(
            self.leads.row[here].tolist(), self.leads.lead[here].tolist(), strict=True
        ):
            could.setdefault(row, []).append(lead)
        return could

    def improve(self) -> None:
        """Open, close or swap one circle at a time while that helps and steps are left."""
        left = min(MOST, max(FEWEST, EFFORT // max(1, len(self.leads.row))))
        moves = self._moves()
        while moves and left > 0:
            seats = self._seat(must=moves.pop(), may=())
            left -= 1
            if self._is_open_well(seats) and self._keep(seats):
                moves = self._moves()

    def try_all(self) -> bool:
        """Branch on circles that would be too small or too many: they must fill, or they close.

        Returns whether the search came to its end.
        """
        stack: list[tuple[frozenset[int], frozenset[int]]] = [
            (frozenset(), frozenset(range(self.leads.count)))
        ]
        tries = 0
        while stack and tries < TRIES:
            tries += 1
            must, may = stack.pop()
            seats = self._seat(must=must, may=may)
            filled = all(seats.load[lead] >= self.circles.smallest for lead in must)
            promised, placed, worth = self._most_of(seats, must=must, may=may)
            load = int(self.leads.cost[list(must)].sum())
            if not filled or (promised, placed, worth - load) <= self.best.score:
                continue
            unsure = self._unsure(seats, must, may)
            if not unsure:
                continue
            lead = max(unsure, key=lambda lead: (seats.load[lead], -self.lots[lead]))
            stack.append((must, may - {lead}))
            count = len(must) + 1
            if count <= self.leads.most and count * self.circles.smallest <= self.leads.rows:
                is_last = count == self.leads.most
                stack.append((must | {lead}, frozenset() if is_last else may - {lead}))
        return not stack

    def _unsure(self, seats: Seats, must: frozenset[int], may: frozenset[int]) -> list[int]:
        """Circles that have to be filled or closed before these seats are an answer."""
        opened = [lead for lead in may if seats.load[lead]]
        small = [lead for lead in opened if seats.load[lead] < self.circles.smallest]
        if small:
            return small
        if len(must) + len(opened) > self.leads.most:
            return opened
        self._keep(seats)
        # Another circle may be less of a load than one that is open without need.
        return [lead for lead in opened if self.leads.cost[lead]]

    def _moves(self) -> list[frozenset[int]]:
        """Other choices of circles, the likeliest last: those that whoever is left could join."""
        opened = frozenset(np.flatnonzero(self.best.load).tolist())
        left_out = self.best.given[self.leads.row] < 0
        wanted = np.bincount(self.leads.lead[left_out], minlength=self.leads.count)
        closed = sorted(
            set(range(self.leads.count)) - opened,
            key=lambda lead: (-wanted[lead], self.leads.cost[lead], self.lots[lead]),
        )
        net = self.best.worth - self.best.cost
        weakest = sorted(opened, key=lambda lead: (net[lead], -self.lots[lead]))
        opening = [opened | {lead} for lead in closed] if len(opened) < self.leads.most else []
        swaps = [opened - {out} | {lead} for lead in closed for out in weakest[:3]]
        closing = [opened - {lead} for lead in weakest]
        return [*opening, *swaps, *closing][:MOST][::-1]

    def _keep(self, seats: Seats) -> bool:
        better = seats.score > self.best.score
        if better:
            self.best = seats
        return better

    def _is_open_well(self, seats: Seats) -> bool:
        return bool(np.all((seats.load == 0) | (seats.load >= self.circles.smallest)))

    def _seat(self, *, must: Iterable[int], may: Iterable[int]) -> Seats:
        """Best seats in circles that ``must`` reach the smallest size and others that ``may``."""
        leads, smallest, largest = self.leads, self.circles.smallest, self.circles.largest
        must = list(must)
        opened = np.zeros(leads.count, dtype=np.bool_)
        opened[[*must, *may]] = True
        here = opened[leads.lead]
        cost = np.full((leads.count, largest), self.fill, dtype=np.int64)
        cost[must, :smallest] = 0
        reward = np.full(leads.rows, self.fill + self.place, dtype=np.int64)
        reward[leads.pinned] += self.promise
        assignment = assign(
            Market(
                start=np.searchsorted(leads.row[here], np.arange(leads.rows + 1)).astype(np.int64),
                mentor=leads.lead[here].astype(np.int32),
                worth=leads.worth[here],
                reward=reward,
                slot_start=np.arange(leads.count + 1, dtype=np.int64) * largest,
                slot_cost=cost.ravel(),
            )
        )
        taken = assignment.mentor[leads.row] == leads.lead
        load = np.bincount(leads.lead[taken], minlength=leads.count)
        return Seats(
            given=assignment.mentor,
            load=load,
            promised=np.bincount(
                leads.lead[taken & np.isin(leads.row, leads.pinned)], minlength=leads.count
            ),
            cost=np.where(load > 0, leads.cost, 0),
            worth=np.bincount(
                leads.lead[taken], weights=leads.worth[taken], minlength=leads.count
            ).astype(np.int64),
        )
