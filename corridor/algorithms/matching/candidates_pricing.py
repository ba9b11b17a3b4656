"""The search for pairs worth more than the mentee's profit and the mentor's price together.

A list holds the best, so nobody outside it is worth more than the last on it. What a mentor may
cost before a mentee need not look at her follows from that, and is little for most: mentors
stand by price within their kind, and whole blocks that are too dear are passed over.
"""

from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching.candidates_bounds import (
    FIRST,
    HER_BASE,
    KIND,
    LAST,
    RANKED,
    WORTH,
    Bounds,
    Scratch,
    bound_block,
    bound_kinds,
    bound_worth_of_block,
    count_common,
    exact_views,
    look_closer,
    scale_of,
    seeker_of,
)
from corridor.algorithms.matching.candidates_jit import borrowing
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.population import (
    BARRED,
    CATEGORY,
    CHOICE,
    CHOSEN_BY,
    MenteeArrays,
    MentorArrays,
)
from corridor.algorithms.matching.scoring_pairs import Case, mixed, worth_of


class Thresholds(NamedTuple):
    profit: Longs
    """(mentees,)"""
    least: Ints
    """(mentees,) no pair outside her list is worth more."""
    price: Longs
    """(mentors,) by position."""


def by_price(mentors: MentorArrays, price: Longs) -> Longs:
    """Positions of each kind with the cheapest first; kinds stay where they are."""
    return np.lexsort((price, mentors.kind_of_category[mentors.said[:, CATEGORY]]))


def mentors_in(order: Longs, mentors: MentorArrays) -> MentorArrays:
    """The same mentors at other positions; ``order`` leads back."""
    return mentors._replace(
        key=mentors.key[order],
        said=mentors.said[order],
        start=mentors.start[order],
        holder=_new_positions(order)[mentors.holder],
        outline=mentors.outline[order],
        week=mentors.week[order],
        needs=mentors.needs[order],
        hours=mentors.hours[order],
        specialty=mentors.specialty[order],
        per_interest=mentors.per_interest[order],
    )


def mentees_naming(order: Longs, mentees: MenteeArrays) -> MenteeArrays:
    """The same mentees, where mentors have moved to other positions."""
    item, new = mentees.item.copy(), _new_positions(order)
    for kind in (CHOICE, CHOSEN_BY, BARRED):
        sizes = mentees.start[:, kind + 1] - mentees.start[:, kind]
        first = np.repeat(mentees.start[:, kind] - np.cumsum(sizes) + sizes, sizes)
        named = first + np.arange(len(first))
        item[named] = new[item[named]]
    return mentees._replace(item=item)


def _new_positions(order: Longs) -> Ints:
    new = np.empty(len(order), np.int32)
    new[order] = np.arange(len(order), dtype=np.int32)
    return new


@borrowing
def list_above(
    scratch: Scratch, profit: int, price: Longs, block: tuple[int, int], end: int
) -> int:
    """Appends whose bound exceeds profit and price, but for the ranked; returns the new end."""
    bound, hopeful = scratch.bound[WORTH], scratch.hopeful
    for position in range(block[0], block[1]):
        needed = max(0, profit + price[position] + 1)
        if bound[position] >= needed and scratch.common[position] < RANKED:
            hopeful[end] = position
            end += 1
    return end


@njit
def rows_above(
    case: Case,
    rows: Longs,
    table_rows: Ints,
    best: Ints,
    thresholds: Thresholds,
    bounds: Bounds,
    scratch: Scratch,
) -> Ints:
    """(pairs, 4) row, position, fit and worth wherever worth exceeds profit and price together.

    Of pairs on the lists, those of blocks that are too dear for any other may be left out.
    """
    profit, least, price = thresholds
    blocks, hopeful = case.mentors.block, scratch.hopeful
    cheapest = np.empty(len(blocks), np.int64)
    for at in range(len(blocks)):
        cheapest[at] = price[blocks[at, FIRST] : blocks[at, LAST]].min()
    cheapest_of_all = cheapest.min() if len(blocks) else 0
    pairs, size = np.empty((1024, 4), np.int32), 0
    for table_row in range(len(bounds)):
        bound_kinds(case, table_row, bounds)
    for at in range(len(rows)):
        row = rows[at]
        if profit[row] + cheapest_of_all >= least[row]:
            continue
        seeker = seeker_of(case, row, table_rows[at])
        top = (best[row, 0], best[row, 1])
        scale = scale_of(case, top)
        ranked = count_common(case, row, scratch)
        count = ranked
        for block in range(len(blocks)):
            if profit[row] + cheapest[block] >= least[row]:
                continue
            of_kind = bounds[seeker.table_row, blocks[block, KIND]]
            if of_kind[HER_BASE] < 0:
                continue
            ends = (blocks[block, FIRST], blocks[block, LAST])
            bound_block(case, seeker, of_kind, scratch, ends)
            bound_worth_of_block(of_kind, scale, scratch, ends)
            count = list_above(scratch, profit[row], price, ends, count)
        count = look_closer(case, seeker, bounds, scale, scratch, (ranked, count))
        if size + count > len(pairs):
            grown = np.empty((2 * len(pairs) + count, 4), np.int32)
            grown[:size] = pairs[:size]
            pairs = grown
        for place in range(count):
            position = hopeful[place]
            dearer = profit[row] + price[position]
            if place >= ranked and scratch.closer[place] < max(0, dearer + 1):
                continue
            views = exact_views(case, seeker, position, scratch.common[position])
            worth = worth_of(case.asked, views[0], views[1], top)
            if views[0] >= -1 and worth > dearer:
                pairs[size, 0], pairs[size, 1] = row, position
                pairs[size, 2] = mixed(views[0], views[1], case.asked.voice)
                pairs[size, 3] = worth
                size += 1
    return pairs[:size]
