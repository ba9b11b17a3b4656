"""From people and candidates to a market: who may serve which request, and what that is worth."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching import lottery, packing
from corridor.algorithms.matching.barriers import barrier_in_role
from corridor.algorithms.matching.candidates import (
    Candidates,
    Pairs,
    is_among,
    listed_couples,
)
from corridor.algorithms.matching.compatibility import compare
from corridor.algorithms.matching.conflicts import places_of
from corridor.algorithms.matching.firm_tiers import firm_tiers
from corridor.algorithms.matching.market import Ints, Limit, Longs, Market
from corridor.algorithms.matching.network_gates import has_crossing_rules
from corridor.algorithms.matching.options import FULL_FIT, Options, Pair
from corridor.algorithms.matching.people import Mentee, Mentor
from corridor.algorithms.matching.run_requests import (
    ROLES,
    Requests,
    ranks_of,
    requests_of,
    tiers_of,
)

WHOLE_PROGRAMME = -1
"""In place of a mentor, in a limit that is not hers."""
ANY_ROLE = -1
"""In place of a role, in a limit that counts pairs of every role."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class People:
    """Everybody who takes part, in canonical order, and what they ask for."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    options: Options
    requests: Requests
    places: Longs
    """(mentors,) mentees of this programme each can be given."""
    row_of: dict[str, int] = field(repr=False)
    column_of: dict[str, int] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Priced:
    """A market, and what its pairs mean to people."""

    market: Market
    scale: packing.Scale
    tier: Longs
    """(rows,)"""
    fit: Ints
    """(pairs,) as shown."""
    points: Longs | Ints
    """(pairs,) as optimised: worth, lift of the mentee, and the cost of a change."""
    existing: Flags
    """(pairs,) matches that hold now."""
    limit_role: Sequence[int]
    """For each limit of the market the position in ``ROLES`` of what it counts, or ANY_ROLE."""


def gather(mentees: tuple[Mentee, ...], mentors: tuple[Mentor, ...], options: Options) -> People:
    return People(
        mentees=mentees,
        mentors=mentors,
        options=options,
        requests=requests_of(mentees, mentors, options),
        places=np.array([places_of(mentor, options) for mentor in mentors], dtype=np.int64),
        row_of={mentee.id: row for row, mentee in enumerate(mentees)},
        column_of={mentor.id: column for column, mentor in enumerate(mentors)},
    )


def market_of(people: People, candidates: Candidates) -> Priced:
    requests, options = people.requests, people.options
    start, at, row = _pairs_of_requests(people, candidates)
    mentor = candidates.mentor[at]
    existing = _existing(people, row, mentor)
    points = candidates.worth[at] + lifts_of(people, candidates)[requests.mentee[row]]
    points += options.change_cost * existing
    rank = ranks_of(
        requests,
        np.array([mentee.waited for mentee in people.mentees], dtype=np.int64),
        is_protected=_protected(requests, row[existing], options),
    )
    limits, limit_role = _limits(people, row, mentor)
    market, scale = _packed(
        people,
        packing.Candidates(
            start=start,
            mentor=mentor,
            points=points,
            existing=existing if options.existing else None,
        ),
        rank,
        limits,
    )
    return Priced(
        market=market,
        scale=scale,
        tier=tiers_of(rank),
        fit=candidates.fit[at],
        points=points,
        existing=existing,
        limit_role=limit_role,
    )


def _packed(
    people: People, candidates: packing.Candidates, rank: Longs, limits: Sequence[Limit]
) -> tuple[Market, packing.Scale]:
    """Raises packing.TooLarge."""
    requests, options = people.requests, people.options
    keys = lottery.keys(options.seed, [mentee.id for mentee in people.mentees])
    pack = partial(
        packing.pack,
        candidates,
        packing.Room(
            places=people.places,
            carries=np.array([mentor.carries for mentor in people.mentors], dtype=np.int64),
            load_points=options.load_weight,
        ),
        row_keys=keys[requests.mentee],
        column_keys=lottery.keys(options.seed, [mentor.id for mentor in people.mentors]),
    )
    plain, scale = pack(tier=tiers_of(rank))
    market = packing.with_requests(plain, mentee=requests.mentee, limits=limits)
    if not limits or not has_crossing_rules(market):
        return market, scale
    most = min(market.rows, len(market.slot_cost))
    for tier in firm_tiers(rank, most_matches=most):
        with suppress(packing.TooLarge):
            plain, scale = pack(tier=tier)
            return packing.with_requests(plain, mentee=requests.mentee, limits=limits), scale
    return market, scale


def lifts_of(people: People, candidates: Candidates) -> Longs:
    """(mentees,) points that each of a mentee's pairs gets besides its worth.

    Where places are few they go to those who gain most over what is usual for them; where
    everybody is served it makes no difference.
    """
    if not people.options.own_best:
        return np.zeros(len(people.mentees), dtype=np.int64)
    return FULL_FIT - candidates.usual


def with_named_pairs(people: People, candidates: Candidates) -> Candidates:
    """Pins whatever bars them, and existing matches that nothing bars, join the candidates."""
    added = [
        (people.row_of[pin.mentee], people.column_of[pin.mentor]) for pin in people.options.pins
    ]
    added += [
        (people.row_of[pair.mentee], people.column_of[pair.mentor])
        for pair in people.options.existing
        if _is_possible(people, pair)
    ]
    return with_pairs(people, candidates, sorted(set(added))) if added else candidates


def with_pairs(
    people: People, candidates: Candidates, added: Sequence[tuple[int, int]]
) -> Candidates:
    """Further (mentee, mentor) by position, whatever bars them, worth as much as they fit."""
    pairs = np.array(added, dtype=np.int32).reshape(-1, 2)
    fits = np.array([_fit(people, row, column) for row, column in added], dtype=np.int32)
    scored = Pairs(mentee=pairs[:, 0], mentor=pairs[:, 1], fit=fits, worth=fits)
    return with_scored_pairs(people, candidates, scored)


def with_scored_pairs(people: People, candidates: Candidates, added: Pairs) -> Candidates:
    """Those that are listed already stay as they are."""
    listed = listed_couples(candidates)
    couples = _couples(people, added.mentee, added.mentor)
    new = np.flatnonzero(~is_among(listed, couples))
    new = new[np.argsort(couples[new])]
    place = np.searchsorted(listed, couples[new])
    sizes = np.diff(candidates.start) + np.bincount(
        added.mentee[new], minlength=len(people.mentees)
    )
    return replace(
        candidates,
        start=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        mentor=np.insert(candidates.mentor, place, added.mentor[new]),
        fit=np.insert(candidates.fit, place, added.fit[new]),
        worth=np.insert(candidates.worth, place, added.worth[new]),
    )


def _fit(people: People, row: int, column: int) -> int:
    return compare(people.mentees[row], people.mentors[column], people.options).fit


def _is_possible(people: People, pair: Pair) -> bool:
    mentee = people.mentees[people.row_of[pair.mentee]]
    mentor = people.mentors[people.column_of[pair.mentor]]
    return barrier_in_role(mentee, mentor, role=pair.role, options=people.options) is None


def _couples(people: People, mentee: Longs | Ints, mentor: Longs | Ints) -> Longs:
    """One number for each (mentee, mentor)."""
    return mentee.astype(np.int64) * len(people.mentors) + mentor


def _pairs_of_requests(people: People, candidates: Candidates) -> tuple[Longs, Longs, Longs]:
    """Where each request's pairs begin; for each pair its candidate and its request."""
    requests = people.requests
    sizes = np.diff(candidates.start)[requests.mentee]
    begin = np.concatenate(([0], np.cumsum(sizes)))
    row = np.repeat(np.arange(len(requests)), sizes)
    at = np.arange(begin[-1]) + (candidates.start[requests.mentee] - begin[:-1])[row]
    kept = _may_serve(people, row, candidates.mentor[at])
    if not kept.all():
        row, at = row[kept], at[kept]
        begin = np.searchsorted(row, np.arange(len(requests) + 1))
    return begin.astype(np.int64), at, row


def _may_serve(people: People, row: Longs, mentor: Ints) -> Flags:
    requests = people.requests
    offers = np.array(
        [[role in mentor.offers for role in ROLES] for mentor in people.mentors], dtype=np.bool_
    )
    kept: Flags = offers[mentor, requests.role[row]]
    if people.options.pins:
        pinned = requests.pinned[row]
        is_pin = requests.pinned >= 0
        taken = _couples(people, requests.mentee[is_pin], requests.pinned[is_pin])
        free = ~np.isin(_couples(people, requests.mentee[row], mentor), taken)
        kept &= (pinned == mentor) | ((pinned < 0) & free)
    return kept


def _existing(people: People, row: Longs, mentor: Ints) -> Flags:
    if not people.options.existing:
        return np.zeros(len(row), dtype=np.bool_)
    requests, roles = people.requests, len(ROLES)
    held = [
        (people.row_of[pair.mentee] * len(people.mentors) + people.column_of[pair.mentor]) * roles
        + ROLES.index(pair.role)
        for pair in people.options.existing
    ]
    couple = _couples(people, requests.mentee[row], mentor)
    return np.isin(couple * roles + requests.role[row], held)


def _protected(requests: Requests, rows_with_existing: Longs, options: Options) -> Longs:
    """1 for the first request of each mentee that could go on as it is, 0 for all others."""
    protected = np.zeros(len(requests), dtype=np.int64)
    if options.protect_existing:
        rows = np.unique(rows_with_existing)
        _, first = np.unique(requests.mentee[rows], return_index=True)
        protected[rows[first]] = 1
    return protected


def _limits(people: People, row: Longs, mentor: Ints) -> tuple[Sequence[Limit], Sequence[int]]:
    """Limits of mentors and of the programme, and the role of each."""
    found = list(_limits_of_mentors(people, row, mentor))
    if people.options.places is not None:
        every = np.arange(len(mentor))
        whole = Limit(mentor=WHOLE_PROGRAMME, pairs=every, places=people.options.places)
        found.append((whole, ANY_ROLE))
    return [limit for limit, _ in found], [role for _, role in found]


def _limits_of_mentors(people: People, row: Longs, mentor: Ints) -> Iterator[tuple[Limit, int]]:
    """Limits of one mentor, on a role or on shared experience, where they could bind."""
    limited = [
        column
        for column, one in enumerate(people.mentors)
        if one.role_capacity or one.experience_capacity is not None
    ]
    if not limited:
        return
    order = np.argsort(mentor, kind="stable")
    begin = np.searchsorted(mentor[order], np.arange(len(people.mentors) + 1))
    for column in limited:
        pairs = order[begin[column] : begin[column + 1]]
        for limit, role in _limits_of(people, column, pairs=pairs, row=row[pairs]):
            if limit.places < min(len(limit.pairs), people.places[column]):
                yield limit, role


def _limits_of(
    people: People, column: int, *, pairs: Longs, row: Longs
) -> Iterator[tuple[Limit, int]]:
    mentor, requests = people.mentors[column], people.requests
    for number, role in enumerate(ROLES):
        if role in mentor.role_capacity:
            chosen = pairs[requests.role[row] == number]
            yield Limit(mentor=column, pairs=chosen, places=mentor.role_capacity[role]), number
    if mentor.experience_capacity is not None:
        asked = [
            bool(people.mentees[at].shares & mentor.experience)
            for at in requests.mentee[row].tolist()
        ]
        chosen = pairs[np.array(asked, dtype=np.bool_)]
        yield Limit(mentor=column, pairs=chosen, places=mentor.experience_capacity), ANY_ROLE
