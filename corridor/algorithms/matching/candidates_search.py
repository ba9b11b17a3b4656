"""The search for each mentee's best mentors, compiled.

A mentor's score is bounded from above by what can be had cheaply: categories, and tags by way
of who holds them. Only where the bound could still matter are the week, the institutions and
the ruled-out people looked at and the score worked out in integers, so the result is exact.
Mentors who share no tag with her are looked at as a whole: first those of her own specialty,
then the rest, each only while their common bound reaches into her list.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.jit import inlined, njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.population import (
    CATEGORY,
    CHOICE,
    CHOSEN_BY,
    EXPERIENCE,
    INTEREST,
    INTERESTS,
    LIVED,
    NEED,
    NEEDS,
    SPECIALTY,
    UNSAID,
)
from corridor.algorithms.matching.scoring_pairs import (
    FOR_EXPERIENCE,
    FOR_INTERESTS,
    FOR_NEEDS,
    FOR_SPECIALTY,
    FOR_TIME,
    Case,
    counts_of,
    mixed,
    ticket_of,
    views_of,
    worth_of,
)
from corridor.algorithms.matching.tables import (
    HER_POINTS,
    HER_WEIGHT,
    IS_OPEN,
    IS_TIMED,
    THEIR_POINTS,
    THEIR_WEIGHT,
)

Reals = NDArray[np.float64]

SLACK = 1e-3
"""Added to bounds: far above the rounding of floats, far below one point."""
NEVER = -1e18
TAGGED, NEAR, FAR, GROUPS = 0, 1, 2, 3
"""Who shares a tag with her; who else is of her specialty; everybody else."""


HER_BASE, THEIR_BASE, PER_HER_POINT, PER_THEIR_POINT, HER_PART, THEIR_PART = range(6)
"""Cells of ``Bounds.category``: the points of each view without tags, what a point is worth in
the view, and how much of the fit the view is (all of it where the other side has none)."""
HERS, THEIRS, HERS_OF_FIT, THEIRS_OF_FIT = range(4)
"""Cells of ``Bounds.group``: the highest view, and the highest part of a fit."""


class Bounds(NamedTuple):
    """What mentors can reach at most for one category of mentees."""

    category: Reals
    """(mentors' categories, 6)"""
    group: Reals
    """(GROUPS, 4) for those who share no tag with her"""


class Scratch(NamedTuple):
    """Room to work in; reused for every mentee."""

    counts: Ints
    """(3, mentors) tags in common: needs, interests, experience."""
    seen: Longs
    """(mentors,) the last row that listed the mentor."""
    listed: Ints
    """(mentors,) positions in the order in which they are looked at."""
    bound: Reals
    """(2, mentors) at the same places: each view's part of the fit at most."""


class Heap(NamedTuple):
    """The best so far, the worst of them first."""

    worth: Ints
    ticket: Longs
    position: Ints
    fit: Ints


class Found(NamedTuple):
    """(mentees, places) each."""

    size: Ints
    position: Ints
    fit: Ints
    worth: Ints
    best: Ints
    """(mentees, 2) highest open view of either side."""


def bounds_for(categories: int) -> Bounds:
    return Bounds(np.zeros((categories, 6)), np.zeros((GROUPS, 4)))


def scratch_for(mentors: int) -> Scratch:
    return Scratch(
        counts=np.zeros((3, mentors), np.int32),
        seen=np.full(mentors, -1, np.int64),
        listed=np.zeros(mentors, np.int32),
        bound=np.zeros((2, mentors)),
    )


@njit
def bound_categories(case: Case, table_row: int, needs: int, bounds: Bounds) -> None:
    weights = case.table.weights[table_row]
    bounds.group[:] = NEVER
    for category in range(case.table.cells.shape[1]):
        cells, bound = case.table.cells[table_row, category], bounds.category[category]
        if not cells[IS_OPEN]:
            bound[:] = 1
            bound[HER_BASE] = NEVER
            bound[THEIR_BASE] = NEVER
            continue
        time = FULL_FIT if cells[IS_TIMED] else 0
        voice = case.asked.voice / 100
        bound[HER_BASE] = cells[HER_POINTS] + weights[FOR_TIME] * time
        bound[THEIR_BASE] = cells[THEIR_POINTS] + case.asked.time * time
        bound[PER_HER_POINT] = 1 / cells[HER_WEIGHT] if cells[HER_WEIGHT] else 0.0
        bound[PER_THEIR_POINT] = 1 / cells[THEIR_WEIGHT] if cells[THEIR_WEIGHT] else 0.0
        bound[HER_PART] = voice if cells[THEIR_WEIGHT] else 1.0
        bound[THEIR_PART] = 1 - voice if cells[HER_WEIGHT] else 1.0
        hers = bound[HER_BASE] + (weights[FOR_NEEDS] * FULL_FIT if needs else 0)
        raise_group(bounds.group[FAR], bound, hers)
        raise_group(bounds.group[NEAR], bound, hers + weights[FOR_SPECIALTY] * FULL_FIT)


@inlined
def raise_group(group: Reals, bound: Reals, her_points: float) -> None:
    hers = her_points * bound[PER_HER_POINT]
    theirs = bound[THEIR_BASE] * bound[PER_THEIR_POINT]
    group[HERS] = max(group[HERS], hers)
    group[THEIRS] = max(group[THEIRS], theirs)
    group[HERS_OF_FIT] = max(group[HERS_OF_FIT], hers * bound[HER_PART])
    group[THEIRS_OF_FIT] = max(group[THEIRS_OF_FIT], theirs * bound[THEIR_PART])


@inlined
def count_holders(case: Case, row: int, kind: int, counts: Ints) -> None:
    mentors = case.mentors
    for at in range(case.mentees.start[row, kind], case.mentees.start[row, kind + 1]):
        tag = case.mentees.item[at]
        for holder in range(mentors.holder_start[tag], mentors.holder_start[tag + 1]):
            counts[mentors.holder[holder]] += 1


@inlined
def uncount_holders(case: Case, row: int, kind: int, counts: Ints) -> None:
    mentors = case.mentors
    for at in range(case.mentees.start[row, kind], case.mentees.start[row, kind + 1]):
        tag = case.mentees.item[at]
        for holder in range(mentors.holder_start[tag], mentors.holder_start[tag + 1]):
            counts[mentors.holder[holder]] = 0


@inlined
def list_holders(case: Case, row: int, kind: int, scratch: Scratch, count: int) -> int:
    """Appends those who hold any of her tags and are not listed yet; returns how many there are."""
    mentors = case.mentors
    for at in range(case.mentees.start[row, kind], case.mentees.start[row, kind + 1]):
        tag = case.mentees.item[at]
        for holder in range(mentors.holder_start[tag], mentors.holder_start[tag + 1]):
            position = mentors.holder[holder]
            if scratch.seen[position] != row:
                scratch.seen[position] = row
                scratch.listed[count] = position
                count += 1
    return count


@inlined
def list_range(scratch: Scratch, row: int, first: int, last: int, count: int) -> int:
    for position in range(first, last):
        if scratch.seen[position] != row:
            scratch.seen[position] = row
            scratch.listed[count] = position
            count += 1
    return count


@njit
def list_group(case: Case, scratch: Scratch, row: int, group: int, count: int) -> int:
    if group == TAGGED:
        count = list_holders(case, row, INTEREST, scratch, count)
        return list_holders(case, row, EXPERIENCE, scratch, count)
    if group == FAR:
        return list_range(scratch, row, 0, len(case.mentors.key), count)
    specialty = case.mentees.said[row, SPECIALTY]
    if specialty == UNSAID:
        return count
    first, last = case.mentors.of_specialty[specialty], case.mentors.of_specialty[specialty + 1]
    return list_range(scratch, row, first, last, count)


@njit
def bound_listed(
    case: Case,
    table_row: int,
    row: int,
    bounds: Bounds,
    scratch: Scratch,
    begin: int,
    end: int,
    best: tuple[int, int],
) -> tuple[int, int]:
    """Bounds for a stretch of the list; returns the best views, seen exactly where they rise."""
    hers, weights = case.mentees.said[row], case.table.weights[table_row]
    said, listed, counts = case.mentors.said, scratch.listed, scratch.counts
    per_need = weights[FOR_NEEDS] * FULL_FIT / max(1, hers[NEEDS])
    per_interest = weights[FOR_INTERESTS] * FULL_FIT / max(1, hers[INTERESTS])
    per_share = weights[FOR_EXPERIENCE] * FULL_FIT / max(1, hers[LIVED])
    specialty = hers[SPECIALTY] if hers[SPECIALTY] != UNSAID else -1
    same = weights[FOR_SPECIALTY] * FULL_FIT
    theirs_per_share = case.asked.interests * float(FULL_FIT)
    best_of_hers, best_of_theirs = best
    for at in range(begin, end):
        position = listed[at]
        bound = bounds.category[said[position, CATEGORY]]
        shared = counts[1, position]
        her_points = (
            bound[HER_BASE]
            + per_need * counts[0, position]
            + per_interest * shared
            + per_share * counts[2, position]
        )
        their_points = bound[THEIR_BASE]
        if shared:
            their_points += theirs_per_share * shared / said[position, INTERESTS]
        if said[position, SPECIALTY] == specialty:
            her_points += same
        her_view = her_points * bound[PER_HER_POINT]
        their_view = their_points * bound[PER_THEIR_POINT]
        scratch.bound[0, at] = her_view * bound[HER_PART]
        scratch.bound[1, at] = their_view * bound[THEIR_PART]
        if her_view + SLACK >= best_of_hers + 1 or their_view + SLACK >= best_of_theirs + 1:
            common = (counts[0, position], shared, counts[2, position])
            views = views_of(case, table_row, row, position, common)
            best_of_hers = max(best_of_hers, views[0])
            best_of_theirs = max(best_of_theirs, views[1])
    return best_of_hers, best_of_theirs


@inlined
def is_worse(heap: Heap, one: int, other: int) -> bool:
    if heap.worth[one] != heap.worth[other]:
        return bool(heap.worth[one] < heap.worth[other])
    return bool(heap.ticket[one] > heap.ticket[other])


@inlined
def swap(heap: Heap, one: int, other: int) -> None:
    heap.worth[one], heap.worth[other] = heap.worth[other], heap.worth[one]
    heap.ticket[one], heap.ticket[other] = heap.ticket[other], heap.ticket[one]
    heap.position[one], heap.position[other] = heap.position[other], heap.position[one]
    heap.fit[one], heap.fit[other] = heap.fit[other], heap.fit[one]


@inlined
def offer(heap: Heap, size: int, worth: int, ticket: int, position: int, fit: int) -> int:
    """Keeps the pair if it is among the best; returns how many are kept."""
    places = len(heap.worth)
    if size == places and (
        worth < heap.worth[0] or (worth == heap.worth[0] and ticket > heap.ticket[0])
    ):
        return size
    at = size if size < places else 0
    heap.worth[at], heap.ticket[at] = worth, ticket
    heap.position[at], heap.fit[at] = position, fit
    if size < places:
        while at > 0 and is_worse(heap, at, (at - 1) // 2):
            swap(heap, at, (at - 1) // 2)
            at = (at - 1) // 2
        return size + 1
    while 2 * at + 1 < places:
        child = 2 * at + 1
        if child + 1 < places and is_worse(heap, child + 1, child):
            child += 1
        if not is_worse(heap, child, at):
            break
        swap(heap, child, at)
        at = child
    return size


@njit
def keep_best(
    case: Case,
    table_row: int,
    row: int,
    scratch: Scratch,
    begin: int,
    end: int,
    best: tuple[int, int],
    heap: Heap,
    size: int,
) -> int:
    places = len(heap.worth)
    per_hers = FULL_FIT / best[0] if case.asked.own_best and best[0] else 1.0
    per_theirs = FULL_FIT / best[1] if case.asked.own_best and best[1] else 1.0
    for at in range(begin, end):
        bound = per_hers * scratch.bound[0, at] + per_theirs * scratch.bound[1, at]
        if bound < -SLACK or (size == places and bound + SLACK < heap.worth[0]):
            continue
        position = scratch.listed[at]
        common = (
            scratch.counts[0, position],
            scratch.counts[1, position],
            scratch.counts[2, position],
        )
        views = views_of(case, table_row, row, position, common)
        if views[0] >= -1:
            worth = worth_of(case.asked, views[0], views[1], best)
            fit = mixed(views[0], views[1], case.asked.voice)
            ticket = ticket_of(case.mentees.key[row], case.mentors.key[position])
            size = offer(heap, size, worth, ticket, position, fit)
    return size


@njit
def list_chosen(case: Case, scratch: Scratch, row: int) -> int:
    """Lists those whom a ranking lifts above the bounds, so that they are looked at on their own."""
    count = 0
    for kind in (CHOICE, CHOSEN_BY):
        for at in range(case.mentees.start[row, kind], case.mentees.start[row, kind + 1]):
            position = case.mentees.item[at]
            if scratch.seen[position] != row:
                scratch.seen[position] = row
                scratch.listed[count] = position
                count += 1
    return count


@njit
def begin_row(
    case: Case, rows: Longs, at: int, bounds: Bounds, table_rows: Ints, scratch: Scratch
) -> None:
    row = rows[at]
    if at == 0 or table_rows[at] != table_rows[at - 1]:
        bound_categories(case, table_rows[at], case.mentees.said[row, NEEDS], bounds)
    count_holders(case, row, NEED, scratch.counts[0])
    count_holders(case, row, INTEREST, scratch.counts[1])
    count_holders(case, row, EXPERIENCE, scratch.counts[2])


@njit
def end_row(case: Case, row: int, scratch: Scratch) -> None:
    scratch.counts[0] = 0
    uncount_holders(case, row, INTEREST, scratch.counts[1])
    uncount_holders(case, row, EXPERIENCE, scratch.counts[2])


@njit
def look_at_chosen(
    case: Case, table_row: int, row: int, scratch: Scratch
) -> tuple[int, tuple[int, int]]:
    best_of_hers, best_of_theirs = 0, 0
    count = list_chosen(case, scratch, row)
    for at in range(count):
        position = scratch.listed[at]
        views = views_of(case, table_row, row, position, counts_of(case, row, position))
        best_of_hers = max(best_of_hers, views[0])
        best_of_theirs = max(best_of_theirs, views[1])
        scratch.bound[0, at] = -NEVER
        scratch.bound[1, at] = 0
    return count, (best_of_hers, best_of_theirs)


@njit
def best_rows(
    case: Case, rows: Longs, table_rows: Ints, bounds: Bounds, scratch: Scratch, found: Found
) -> None:
    """Fills ``found`` with the best feasible mentors of these rows, in no order."""
    places = found.position.shape[1]
    heap = Heap(
        np.zeros(places, np.int32),
        np.zeros(places, np.int64),
        np.zeros(places, np.int32),
        np.zeros(places, np.int32),
    )
    known = (FULL_FIT, FULL_FIT)
    for at in range(len(rows)):
        row, table_row = rows[at], table_rows[at]
        begin_row(case, rows, at, bounds, table_rows, scratch)
        begin, best = look_at_chosen(case, table_row, row, scratch)
        if not case.asked.own_best:
            best = known
        count = list_group(case, scratch, row, TAGGED, begin)
        best = bound_listed(case, table_row, row, bounds, scratch, begin, count, best)
        group = NEAR
        while group < GROUPS and (
            bounds.group[group, HERS] + SLACK >= best[0] + 1
            or bounds.group[group, THEIRS] + SLACK >= best[1] + 1
        ):
            begin = count
            count = list_group(case, scratch, row, group, begin)
            best = bound_listed(case, table_row, row, bounds, scratch, begin, count, best)
            group += 1
        size = keep_best(case, table_row, row, scratch, 0, count, best, heap, 0)
        per_hers = FULL_FIT / best[0] if case.asked.own_best and best[0] else 1.0
        per_theirs = FULL_FIT / best[1] if case.asked.own_best and best[1] else 1.0
        while group < GROUPS and (
            size < places
            or per_hers * bounds.group[group, HERS_OF_FIT]
            + per_theirs * bounds.group[group, THEIRS_OF_FIT]
            + SLACK
            >= heap.worth[0]
        ):
            begin = count
            count = list_group(case, scratch, row, group, begin)
            bound_listed(case, table_row, row, bounds, scratch, begin, count, known)
            size = keep_best(case, table_row, row, scratch, begin, count, best, heap, size)
            group += 1
        found.size[row] = size
        found.best[row, 0], found.best[row, 1] = best
        found.position[row, :size] = heap.position[:size]
        found.fit[row, :size] = heap.fit[:size]
        found.worth[row, :size] = heap.worth[:size]
        end_row(case, row, scratch)


@njit
def score_pairs(
    case: Case,
    rows: Longs,
    table_rows: Ints,
    positions: Ints,
    best: Ints,
    scores: Ints,
) -> None:
    """Fills ``scores`` with fit and worth of (row, position) pairs; -1 where a pair is barred.

    ``rows``, ``table_rows`` and ``positions`` are aligned; ``best`` is by row.
    """
    for at in range(len(rows)):
        row, position = rows[at], positions[at]
        counts = counts_of(case, row, position)
        views = views_of(case, table_rows[at], row, position, counts)
        if views[0] < -1:
            scores[at, 0] = -1
            scores[at, 1] = -1
        else:
            top = (best[row, 0], best[row, 1])
            scores[at, 0] = mixed(views[0], views[1], case.asked.voice)
            scores[at, 1] = worth_of(case.asked, views[0], views[1], top)


@njit
def count_above(
    case: Case,
    table_row: int,
    row: int,
    scratch: Scratch,
    count: int,
    best: tuple[int, int],
    least: Longs,
    above: Ints,
) -> int:
    """Writes the listed mentors whose worth is above ``least`` to ``above``: position, fit, worth."""
    found = 0
    per_hers = FULL_FIT / best[0] if case.asked.own_best and best[0] else 1.0
    per_theirs = FULL_FIT / best[1] if case.asked.own_best and best[1] else 1.0
    for at in range(count):
        position = scratch.listed[at]
        bound = per_hers * scratch.bound[0, at] + per_theirs * scratch.bound[1, at]
        if bound + SLACK < max(0, least[position] + 1):
            continue
        views = views_of(case, table_row, row, position, counts_of(case, row, position))
        if views[0] >= -1:
            worth = worth_of(case.asked, views[0], views[1], best)
            if worth > least[position]:
                above[found, 0] = position
                above[found, 1] = mixed(views[0], views[1], case.asked.voice)
                above[found, 2] = worth
                found += 1
    return found


@njit
def rows_above(
    case: Case,
    rows: Longs,
    table_rows: Ints,
    best: Ints,
    profit: Longs,
    price: Longs,
    bounds: Bounds,
    scratch: Scratch,
) -> Ints:
    """(pairs, 4) row, position, fit and worth wherever worth exceeds profit and price."""
    known = (FULL_FIT, FULL_FIT)
    above = np.empty((len(price), 3), np.int32)
    pairs = np.empty((1024, 4), np.int32)
    size = 0
    for at in range(len(rows)):
        row, table_row = rows[at], table_rows[at]
        top = (best[row, 0], best[row, 1])
        begin_row(case, rows, at, bounds, table_rows, scratch)
        count, _ = look_at_chosen(case, table_row, row, scratch)
        for group in range(GROUPS):
            begin = count
            count = list_group(case, scratch, row, group, begin)
            bound_listed(case, table_row, row, bounds, scratch, begin, count, known)
        found = count_above(
            case, table_row, row, scratch, count, top, profit[row] + price, above
        )
        while size + found > len(pairs):
            pairs = np.concatenate((pairs, np.empty_like(pairs)))
        pairs[size : size + found, 0] = row
        pairs[size : size + found, 1:] = above[:found]
        size += found
        end_row(case, row, scratch)
    return pairs[:size]
