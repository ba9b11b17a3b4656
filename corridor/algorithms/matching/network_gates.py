"""Which rules of a market nest inside each other, and so can be solved as one flow.

Two rules nest when one holds all pairs of the other, or they share none. The places of mentors
always stand; limits join from the smallest up, then "one mentor once for one mentee". A rule
that crosses one that stands is left to ``network_search``, and so is a rule of no places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corridor.algorithms.matching.market import Longs, Market
from corridor.algorithms.matching.network_flow import NOWHERE


@dataclass(frozen=True, kw_only=True)
class Rule:
    """At most ``places`` of these pairs: a limit, or one mentor once for one mentee."""

    pairs: Longs
    places: int
    limit: int = NOWHERE
    """Position in ``Market.limits``."""
    twice: tuple[int, int] = (NOWHERE, NOWHERE)
    """(mentee, column)"""
    is_inside: bool = True
    """All pairs are of one mentor."""


@dataclass(frozen=True, kw_only=True)
class Gates:
    """Rules that nest: the mentors in their order, then limits, then mentees at mentors."""

    entry: Longs
    """(pairs,) the lowest gate of each pair"""
    parent: Longs
    room: Longs
    cost_at: Longs
    limits: Sequence[int]
    """Positions in ``Market.limits`` of the gates from ``columns`` on."""
    mentee: Longs
    """(last gates,) whose they are; their parents lead to the mentor"""
    column: Longs


@dataclass(frozen=True, kw_only=True)
class _Meetings:
    """Mentees with several requests that could go to the same mentor."""

    order: Longs
    """Pairs of the same mentee and mentor side by side."""
    begin: Longs
    end: Longs
    mentee: Longs
    column: Longs


def nest(market: Market) -> tuple[Gates, tuple[Rule, ...]]:
    """The gates, and the rules that are left over."""
    meetings = _meetings(market)
    binding = list(_binding(market))
    growing = _Growing(market)
    apart = [rule for rule in binding if rule.places == 0]
    by_size = sorted(
        (rule for rule in binding if rule.places > 0), key=lambda rule: len(rule.pairs)
    )
    apart += [rule for rule in by_size if rule.is_inside and not growing.enclose(rule)]
    growing.enclose_mentors()
    apart += [rule for rule in by_size if not rule.is_inside and not growing.enclose(rule)]
    return growing.gates(meetings, apart), tuple(apart)


def has_crossing_rules(market: Market) -> bool:
    return any(rule.places for rule in nest(market)[1])


def _meetings(market: Market) -> _Meetings:
    none = np.zeros(0, dtype=np.int64)
    if market.mentee is None or not len(market.mentor):
        return _Meetings(order=none, begin=none, end=none, mentee=none, column=none)
    mentee = np.repeat(market.mentee, np.diff(market.start)).astype(np.int64)
    key = mentee * market.columns + market.mentor
    order = np.argsort(key, kind="stable")
    begin = np.flatnonzero(np.r_[True, key[order][1:] != key[order][:-1]])
    end = np.append(begin[1:], len(order))
    shared = end - begin > 1
    first = order[begin[shared]]
    return _Meetings(
        order=order,
        begin=begin[shared],
        end=end[shared],
        mentee=mentee[first],
        column=market.mentor[first].astype(np.int64),
    )


def _binding(market: Market) -> Iterator[Rule]:
    """Limits that other rules do not imply by fewer pairs, or fewer places, than they allow."""
    places = np.diff(market.slot_start)
    for number, limit in enumerate(market.limits):
        if not len(limit.pairs):
            continue
        pairs = limit.pairs
        if not (pairs[1:] > pairs[:-1]).all():
            pairs = np.unique(pairs)
        column = market.mentor[pairs]
        is_inside = bool((column == column[0]).all())
        columns = column[:1] if is_inside else np.flatnonzero(np.bincount(column))
        if limit.places < min(int(places[columns].sum()), len(pairs)):
            room = max(0, limit.places)
            yield Rule(pairs=pairs, places=room, limit=number, is_inside=is_inside)


class _Growing:
    """A forest of gates over the pairs, grown from the smallest rules up."""

    def __init__(self, market: Market) -> None:
        self.market = market
        columns = market.columns
        self.top = np.full(len(market.mentor), NOWHERE, dtype=np.int64)
        """The outermost gate around each pair so far."""
        self.entry = self.top.copy()
        self.limits: list[Rule] = []
        self.size = [0] * columns
        self.parent = [NOWHERE] * columns

    def enclose(self, rule: Rule) -> bool:
        """Put a gate around the rule's pairs unless it would cut through one that stands."""
        tops = self.top[rule.pairs]
        within = tops[tops != NOWHERE]
        many = len(within) > len(self.parent)
        inner = (np.flatnonzero(np.bincount(within)) if many else np.unique(within)).tolist()
        if sum(self.size[gate] for gate in inner) != len(within):
            return False
        gate = len(self.parent)
        self.parent.append(NOWHERE)
        self.size.append(len(rule.pairs))
        self.limits.append(rule)
        for child in inner:
            self.parent[child] = gate
        lowest = self.entry[rule.pairs]
        self.entry[rule.pairs] = np.where(lowest == NOWHERE, gate, lowest)
        self.top[rule.pairs] = gate
        return True

    def enclose_mentors(self) -> None:
        """Everything so far lies inside one mentor, so that nothing can be cut."""
        column = self.market.mentor.astype(np.int64)
        for rule, gate in zip(
            self.limits, range(self.market.columns, len(self.parent)), strict=True
        ):
            if self.parent[gate] == NOWHERE:
                self.parent[gate] = int(column[rule.pairs[0]])
        self.entry = np.where(self.entry == NOWHERE, column, self.entry)
        self.top = column
        self.size[: self.market.columns] = np.bincount(
            column, minlength=self.market.columns
        ).tolist()

    def gates(self, meetings: _Meetings, apart: list[Rule]) -> Gates:
        """Close with the gates of mentees at mentors; those that cross a limit go to ``apart``."""
        entry = self.entry.copy()
        within = self.entry[meetings.order]
        edges = np.r_[0, np.cumsum(within[1:] != within[:-1])]
        whole = edges[meetings.end - 1] == edges[meetings.begin]
        for k in np.flatnonzero(~whole).tolist():
            pairs = meetings.order[meetings.begin[k] : meetings.end[k]]
            twice = int(meetings.mentee[k]), int(meetings.column[k])
            apart.append(Rule(pairs=np.sort(pairs), places=1, twice=twice))
        begin, end = meetings.begin[whole], meetings.end[whole]
        first = len(self.parent)
        at = _spans(begin, end)
        entry[meetings.order[at]] = np.repeat(np.arange(first, first + len(begin)), end - begin)
        rooms = np.diff(self.market.slot_start)
        more = len(self.limits) + len(begin)
        return Gates(
            entry=entry,
            parent=np.r_[self.parent, self.entry[meetings.order[begin]]].astype(np.int64),
            room=np.r_[rooms, [rule.places for rule in self.limits], np.ones(len(begin))].astype(
                np.int64
            ),
            cost_at=np.r_[self.market.slot_start[:-1], np.full(more, NOWHERE)].astype(np.int64),
            limits=[rule.limit for rule in self.limits],
            mentee=meetings.mentee[whole],
            column=meetings.column[whole],
        )


def _spans(begin: Longs, end: Longs) -> Longs:
    """All numbers from each begin to its end, one after another."""
    size = end - begin
    ahead = np.cumsum(size) - size
    spans: Longs = np.arange(size.sum()) - np.repeat(ahead, size) + np.repeat(begin, size)
    return spans
