"""The same engine on somebody else's scores: pairs, integers and capacities, no people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching import certificate, lottery, packing
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.drawn import draw
from corridor.algorithms.matching.market import Assignment, Ints, Limit, Longs, Market, Prices
from corridor.algorithms.matching.options import FULL_FIT

WHOLE_PROGRAMME = -1
"""In place of a mentor, in a limit that is not hers."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class PairRules:
    """What a director says beside the scores; flags stand by pair, waits by mentee."""

    barred: Flags
    """Pairs that must not be."""
    pinned: Flags
    """Pairs that must be: one a mentee, none of them barred, no more than there are places."""
    existing: Flags
    """Matches that hold now: nobody who has a mentor loses every mentor to a newcomer."""
    waited: Longs
    """Rounds without a mentor; the longest wait goes first."""
    change_cost: int = 0
    """Points that changing an existing match must gain, as in ``Options``."""
    places_per_mentor: int | None = None
    places: int | None = None
    """In the whole programme."""

    @classmethod
    def none(cls, *, pairs: int, mentees: int) -> "PairRules":
        nothing = np.zeros(pairs, dtype=np.bool_)
        waited = np.zeros(mentees, dtype=np.int64)
        return cls(barred=nothing, pinned=nothing, existing=nothing, waited=waited)


def match_scored_pairs(  # noqa: PLR0913 - the face of the engine, all by keyword
    *,
    start: Longs,
    mentor: Ints,
    fit: Longs | Ints,
    fit_scale: int,
    capacity: Longs,
    load_weight: int,
    seed: str,
    mentee_ids: Sequence[str],
    mentor_ids: Sequence[str],
    rules: PairRules | None = None,
) -> tuple[Assignment, dict[str, Any]]:
    """As many mentees as possible, then the highest total fit less load; and the certificate.

    Pairs stand by mentee (``start``, one more than mentees) with ascending mentors; ``fit`` is
    0 or more and ``fit_scale`` of it is a fit of 1. ``load_weight`` is in points, 10,000 to a
    fit of 1, as in ``Options``. The seed decides ties. Raises packing.TooLarge.
    """
    rules = rules or PairRules.none(pairs=len(mentor), mentees=len(mentee_ids))
    row_keys, column_keys = lottery.keys(seed, mentee_ids), lottery.keys(seed, mentor_ids)
    kept, row = _allowed(start, rules)
    has_existing = bool(rules.existing.any())
    points: Longs | Ints = fit[kept]
    if has_existing:
        gain = rules.change_cost * fit_scale // FULL_FIT
        points = points.astype(np.int64) + gain * rules.existing[kept]
    market, scale = packing.pack(
        packing.Candidates(
            start=np.searchsorted(row, np.arange(len(start))).astype(np.int64),
            mentor=mentor[kept],
            points=points,
            existing=rules.existing[kept] if has_existing else None,
        ),
        packing.Room(
            places=_places(capacity, rules),
            carries=np.zeros(len(capacity), dtype=np.int64),
            load_points=load_weight * fit_scale // FULL_FIT,
        ),
        tier=_tiers(row, kept, rules),
        row_keys=row_keys,
        column_keys=column_keys,
    )
    if rules.places is not None:
        whole = Limit(
            mentor=WHOLE_PROGRAMME, pairs=np.arange(len(market.mentor)), places=rules.places
        )
        market = packing.with_requests(
            market, mentee=np.arange(market.rows, dtype=np.int32), limits=[whole]
        )
    assignment = _assign_in_order(
        market,
        rows=np.argsort(row_keys, kind="stable"),
        columns=np.argsort(column_keys, kind="stable"),
    )
    if market.is_plain and not scale.has_lottery:
        assignment = draw(market, assignment, row_keys=row_keys, column_keys=column_keys)
    return assignment, certificate.document(
        market,
        assignment,
        requests=[{"mentee": one} for one in mentee_ids],
        mentors=mentor_ids,
        scale={"unit": scale.unit, "tier_unit": scale.tier_unit, "fit": fit_scale},
    )


def _allowed(start: Longs, rules: PairRules) -> tuple[Longs, Longs]:
    """Pairs that may be chosen, and the mentee of each: whoever has a pin has no other pair."""
    row = np.repeat(np.arange(len(start) - 1), np.diff(start))
    has_pin = np.zeros(len(start) - 1, dtype=np.bool_)
    has_pin[row[rules.pinned]] = True
    kept = np.flatnonzero(~rules.barred & (rules.pinned | ~has_pin[row]))
    return kept, row[kept]


def _places(capacity: Longs, rules: PairRules) -> Longs:
    if rules.places_per_mentor is None:
        return capacity
    return np.minimum(capacity, rules.places_per_mentor)


def _tiers(row: Longs, kept: Longs, rules: PairRules) -> Longs:
    """Pins, then whoever has a mentor, then the longest wait."""
    rank = np.minimum(rules.waited, 2**31 - 1).astype(np.int64)
    rank[np.unique(row[rules.existing[kept]])] += 1 << 46
    rank[np.unique(row[rules.pinned[kept]])] += 1 << 47
    _, tier = np.unique(rank, return_inverse=True)
    tiers: Longs = tier.astype(np.int64).reshape(len(rank))
    return tiers


def _assign_in_order(market: Market, *, rows: Longs, columns: Longs) -> Assignment:
    """Solved as if people stood in this order, so that the order of a file makes no difference."""
    rank = np.empty_like(columns)
    rank[columns] = np.arange(len(columns))
    begin, at = _gathered(market.start, rows)
    mentor = rank[market.mentor[at]]
    by_mentor = np.lexsort((mentor, np.repeat(np.arange(len(rows)), np.diff(begin))))
    slot_begin, slots = _gathered(market.slot_start, columns)
    solved = assign(
        Market(
            start=begin,
            mentor=mentor[by_mentor].astype(np.int32),
            worth=market.worth[at[by_mentor]],
            reward=market.reward[rows],
            slot_start=slot_begin,
            slot_cost=market.slot_cost[slots],
            limits=market.limits,  # on all pairs alike, in whichever order they stand
        )
    )
    given = np.full(len(rows), -1, dtype=np.int32)
    served = solved.mentor >= 0
    given[rows[served]] = columns[solved.mentor[served]]
    price = np.empty(len(columns), dtype=np.int64)
    price[columns] = solved.prices.mentor
    return Assignment(
        mentor=given, prices=Prices(mentor=price, limit=solved.prices.limit, twice={})
    )


def _gathered(start: Longs, order: Longs) -> tuple[Longs, Longs]:
    """Lists put into another order: where each begins, and where its items were."""
    sizes = np.diff(start)[order]
    begin = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    return begin, np.arange(begin[-1]) + np.repeat(start[order] - begin[:-1], sizes)
