"""The same engine on somebody else's scores: pairs, integers and capacities, no people."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from corridor.algorithms.matching import certificate, lottery, packing
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.market import Assignment, Ints, Longs, Market, Prices
from corridor.algorithms.matching.options import FULL_FIT


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
) -> tuple[Assignment, dict[str, Any]]:
    """As many mentees as possible, then the highest total fit less load; and the certificate.

    Pairs stand by mentee (``start``, one more than mentees) with ascending mentors; ``fit`` is
    0 or more and ``fit_scale`` of it is a fit of 1. ``load_weight`` is in points, 10,000 to a
    fit of 1, as in ``Options``. The seed decides ties. Raises packing.TooLarge.
    """
    row_keys, column_keys = lottery.keys(seed, mentee_ids), lottery.keys(seed, mentor_ids)
    market, scale = packing.pack(
        packing.Candidates(start=start, mentor=mentor, points=fit),
        packing.Room(
            places=capacity,
            carries=np.zeros(len(capacity), dtype=np.int64),
            load_points=load_weight * fit_scale // FULL_FIT,
        ),
        tier=np.zeros(len(mentee_ids), dtype=np.int64),
        row_keys=row_keys,
        column_keys=column_keys,
    )
    assignment = _assign_in_order(
        market,
        rows=np.argsort(row_keys, kind="stable"),
        columns=np.argsort(column_keys, kind="stable"),
    )
    return assignment, certificate.document(
        market,
        assignment,
        requests=[{"mentee": one} for one in mentee_ids],
        mentors=mentor_ids,
        scale={"unit": scale.unit, "tier_unit": scale.tier_unit, "fit": fit_scale},
    )


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
