"""The search for each mentee's best mentors, compiled.

A mentor's score is bounded from above by what can be had cheaply: categories, shared tags by
way of who holds them, outlines of needs and hours. Only where the bound could still matter are
the week, the institutions and the ruled-out people looked at and the score worked out in
integers, so the result is exact. Mentors who share no tag with her are looked at as a whole:
first those of her own specialty, then the rest, each only while their common bound reaches
into her list.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.jit import inlined, njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.population import (
    CHOICE,
    CHOSEN_BY,
    EXPERIENCE,
    INTEREST,
    INTERESTS,
    LIVED,
    NEED,
    NEEDS,
    OF_CATEGORY,
    OF_HOURS,
    OF_NEEDS,
    SLOTS_PER_BLOCK,
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
    bits_in,
    in_common,
    mixed,
    needs_covered,
    ticket_of,
    views_of,
    worth_of,
)
from corridor.algorithms.matching.shares import ENOUGH_MINUTES
from corridor.algorithms.matching.tables import (
    HER_POINTS,
    HER_WEIGHT,
    IS_OPEN,
    IS_TIMED,
    THEIR_POINTS,
    THEIR_WEIGHT,
)
from corridor.algorithms.matching.week import MINUTES_PER_SLOT

Reals = NDArray[np.float64]

SLACK = 1e-3
"""Added to bounds: far above the rounding of floats, far below one point."""
NEVER = -1e18
ALWAYS = 1e18

ONE_INTEREST, ONE_EXPERIENCE, RANKED = 1, 1 << 20, 1 << 40
"""What is added to ``Scratch.common`` for each tag shared, and where a ranking names the pair."""
TAGS = ONE_EXPERIENCE - 1

HER_BASE, THEIR_BASE, PER_HER_POINT, PER_THEIR_POINT, HER_PART, THEIR_PART, TIMED = range(7)
"""Cells of ``Bounds.category``: the points of each view without tags and hours, what a point is
worth in the view, how much of the fit the view is, and whether both sides said their hours."""
HERS, THEIRS, HERS_OF_FIT, THEIRS_OF_FIT, PER_POINT, PER_POINT_OF_FIT = range(6)
"""Cells of ``Bounds.untagged``: the most that anybody without a shared tag or a covered need
can reach in each view and as part of the fit, and what a further point is worth at most."""
MINUTES_PER_BLOCK = SLOTS_PER_BLOCK * MINUTES_PER_SLOT
PER_MINUTE = FULL_FIT / ENOUGH_MINUTES
HISTOGRAM = 128
PER_CLASS = (HISTOGRAM - 1) / FULL_FIT


class Bounds(NamedTuple):
    """What mentors can reach at most for one category of mentees."""

    category: Reals
    """(mentors' categories, 7)"""
    untagged: Reals
    """(6,)"""


class Scratch(NamedTuple):
    """Room to work in; reused for every mentee."""

    common: Longs
    """(mentors,) tags in common with her, packed."""
    listed: Ints
    """(mentors,) positions in the order in which they are looked at."""
    hopeful: Ints
    """(mentors,) those of a stretch whom no outline rules out."""
    her_bound: Reals
    their_bound: Reals
    """(mentors,) at the same places: each view's part of the fit at most."""


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


def found_for(mentees: int, places: int) -> Found:
    return Found(
        size=np.zeros(mentees, np.int32),
        position=np.zeros((mentees, places), np.int32),
        fit=np.zeros((mentees, places), np.int32),
        worth=np.zeros((mentees, places), np.int32),
        best=np.zeros((mentees, 2), np.int32),
    )


class Seeker(NamedTuple):
    """One mentee, with what each thing is worth to her in points."""

    row: int
    table_row: int
    per_need: float
    per_interest: float
    per_experience: float
    same_specialty: float
    time: float
    first: int
    last: int
    """Positions of the mentors of her specialty."""
    needs: int
    """Outline of her needs, and how many of them share a bit with another."""
    doubled: int
    hours: int


def bounds_for(categories: int) -> Bounds:
    return Bounds(np.zeros((categories, 7)), np.zeros(6))


def scratch_for(mentors: int) -> Scratch:
    return Scratch(
        common=np.zeros(mentors, np.int64),
        listed=np.zeros(mentors, np.int32),
        hopeful=np.zeros(mentors, np.int32),
        her_bound=np.zeros(mentors),
        their_bound=np.zeros(mentors),
    )


@inlined
def seeker_of(case: Case, row: int, table_row: int) -> Seeker:
    hers, weights, mentees = case.mentees.said, case.table.weights, case.mentees
    specialty = hers[row, SPECIALTY]
    first, last = 0, 0
    if specialty != UNSAID:
        first = case.mentors.of_specialty[specialty]
        last = case.mentors.of_specialty[specialty + 1]
    known = mentees.start[row, NEED + 1] - mentees.start[row, NEED]
    return Seeker(
        row,
        table_row,
        weights[table_row, FOR_NEEDS] * FULL_FIT / max(1, hers[row, NEEDS]),
        weights[table_row, FOR_INTERESTS] * FULL_FIT / max(1, hers[row, INTERESTS]),
        weights[table_row, FOR_EXPERIENCE] * FULL_FIT / max(1, hers[row, LIVED]),
        float(weights[table_row, FOR_SPECIALTY] * FULL_FIT),
        float(weights[table_row, FOR_TIME]),
        first,
        last,
        mentees.outline[row, OF_NEEDS],
        known - bits_in(mentees.outline[row, OF_NEEDS]),
        mentees.outline[row, OF_HOURS],
    )


@inlined
def bound_categories(case: Case, table_row: int, bounds: Bounds) -> None:
    cells, bound, untagged = case.table.cells, bounds.category, bounds.untagged
    voice = case.asked.voice / 100
    most_time = case.table.weights[table_row, FOR_TIME] * FULL_FIT
    for cell in range(6):
        untagged[cell] = 0.0
    for category in range(cells.shape[1]):
        if not cells[table_row, category, IS_OPEN]:
            bound[category, HER_BASE] = NEVER
            bound[category, THEIR_BASE] = NEVER
            bound[category, PER_HER_POINT] = 1.0
            bound[category, PER_THEIR_POINT] = 1.0
            bound[category, HER_PART] = 1.0
            bound[category, THEIR_PART] = 1.0
            bound[category, TIMED] = 0.0
            continue
        her_weight = cells[table_row, category, HER_WEIGHT]
        their_weight = cells[table_row, category, THEIR_WEIGHT]
        per_hers = 1 / her_weight if her_weight else 0.0
        per_theirs = 1 / their_weight if their_weight else 0.0
        her_part = voice if their_weight else 1.0
        their_part = 1 - voice if her_weight else 1.0
        timed = cells[table_row, category, IS_TIMED]
        bound[category, HER_BASE] = cells[table_row, category, HER_POINTS]
        bound[category, THEIR_BASE] = cells[table_row, category, THEIR_POINTS]
        bound[category, PER_HER_POINT] = per_hers
        bound[category, PER_THEIR_POINT] = per_theirs
        bound[category, HER_PART] = her_part
        bound[category, THEIR_PART] = their_part
        bound[category, TIMED] = timed
        hers = (bound[category, HER_BASE] + timed * most_time) * per_hers
        theirs = bound[category, THEIR_BASE] + timed * case.asked.time * FULL_FIT
        theirs *= per_theirs
        untagged[HERS] = max(untagged[HERS], hers)
        untagged[THEIRS] = max(untagged[THEIRS], theirs)
        untagged[HERS_OF_FIT] = max(untagged[HERS_OF_FIT], hers * her_part)
        untagged[THEIRS_OF_FIT] = max(untagged[THEIRS_OF_FIT], theirs * their_part)
        untagged[PER_POINT] = max(untagged[PER_POINT], per_hers)
        untagged[PER_POINT_OF_FIT] = max(untagged[PER_POINT_OF_FIT], per_hers * her_part)


@inlined
def list_tagged(case: Case, row: int, scratch: Scratch) -> int:
    """Lists everybody who shares a tag with her or whom a ranking names; returns how many."""
    mentees, mentors = case.mentees, case.mentors
    common, listed, item, holders = scratch.common, scratch.listed, mentees.item, mentors.holder
    count = 0
    for kind in (CHOICE, CHOSEN_BY):
        for at in range(mentees.start[row, kind], mentees.start[row, kind + 1]):
            if common[item[at]] == 0:
                common[item[at]] = RANKED
                listed[count] = item[at]
                count += 1
    for kind, amount in ((INTEREST, ONE_INTEREST), (EXPERIENCE, ONE_EXPERIENCE)):
        for at in range(mentees.start[row, kind], mentees.start[row, kind + 1]):
            tag = item[at]
            for holder in range(mentors.holder_start[tag], mentors.holder_start[tag + 1]):
                position = holders[holder]
                before = common[position]
                common[position] = before + amount
                if before == 0:
                    listed[count] = position
                    count += 1
    return count


@inlined
def clear_tagged(scratch: Scratch, count: int) -> None:
    for at in range(count):
        scratch.common[scratch.listed[at]] = 0


@inlined
def list_untagged(
    case: Case, seeker: Seeker, scratch: Scratch, stretch: tuple[int, int, int, int]
) -> int:
    """Appends a stretch of mentors without tags in common who cover enough of her needs."""
    first, last, count, least = stretch
    outline, common, listed = case.mentors.outline, scratch.common, scratch.listed
    for position in range(first, last):
        if (
            common[position] == 0
            and bits_in(outline[position, OF_NEEDS] & seeker.needs) + seeker.doubled >= least
        ):
            listed[count] = position
            count += 1
    return count


@inlined
def exact_views(case: Case, seeker: Seeker, position: int, common: int) -> tuple[int, int]:
    covered = needs_covered(case, seeker.row, position)
    counts = (covered, common & TAGS, (common >> 20) & TAGS)
    return views_of(case, seeker.table_row, seeker.row, position, counts)


@inlined
def bound_listed(
    case: Case,
    seeker: Seeker,
    bounds: Bounds,
    scratch: Scratch,
    stretch: tuple[int, int],
    best: tuple[int, int],
) -> tuple[int, int, int]:
    """Lists the hopeful of a stretch; returns the best views, seen exactly where they rise."""
    outline, listed, packed = case.mentors.outline, scratch.listed, scratch.common
    her_bound, their_bound, bound = scratch.her_bound, scratch.their_bound, bounds.category
    their_interests, their_time = case.asked.interests * float(FULL_FIT), case.asked.time
    overlap = case.asked.overlap_minutes
    best_of_hers, best_of_theirs = best
    hopeful = 0
    for at in range(stretch[0], stretch[1]):
        position = listed[at]
        packed_category = outline[position, OF_CATEGORY]
        category = np.int64(packed_category & np.uint64(0xFFFFFFFF))
        minutes = bits_in(outline[position, OF_HOURS] & seeker.hours) * MINUTES_PER_BLOCK
        if bound[category, HER_BASE] < 0 or minutes < overlap * bound[category, TIMED]:
            continue
        common = packed[position]
        shared = common & TAGS
        interests = max(1, np.int64(packed_category >> np.uint64(32)))
        covered = bits_in(outline[position, OF_NEEDS] & seeker.needs) + seeker.doubled
        time = min(minutes, ENOUGH_MINUTES) * bound[category, TIMED] * PER_MINUTE
        is_near = 1 if seeker.first <= position < seeker.last else 0
        hers = bound[category, PER_HER_POINT] * (
            bound[category, HER_BASE]
            + seeker.per_need * covered
            + seeker.per_interest * shared
            + seeker.per_experience * ((common >> 20) & TAGS)
            + seeker.same_specialty * is_near
            + seeker.time * time
        )
        theirs = bound[category, PER_THEIR_POINT] * (
            bound[category, THEIR_BASE]
            + their_interests * shared / interests
            + their_time * time
        )
        scratch.hopeful[hopeful] = position
        her_bound[hopeful] = hers * bound[category, HER_PART]
        their_bound[hopeful] = theirs * bound[category, THEIR_PART]
        if common >= RANKED:
            her_bound[hopeful] = ALWAYS
            hers = ALWAYS
        hopeful += 1
        if hers + SLACK >= best_of_hers + 1 or theirs + SLACK >= best_of_theirs + 1:
            views = exact_views(case, seeker, position, common)
            best_of_hers = max(best_of_hers, views[0])
            best_of_theirs = max(best_of_theirs, views[1])
    return best_of_hers, best_of_theirs, hopeful


@inlined
def fewest_needs(most: float, per_need: float, target: float, needs: int) -> int:
    """How many needs a mentor must cover to reach the target at all; -1 if none is enough."""
    for covered in range(needs + 1):
        if most + per_need * covered + SLACK >= target:
            return covered
    return -1


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


@inlined
def high_enough(bounds: Reals, count: int, histogram: Ints, wanted: int) -> float:
    """A bound that about ``wanted`` mentors reach, to look at those first."""
    for step in range(HISTOGRAM):
        histogram[step] = 0
    for at in range(count):
        histogram[min(HISTOGRAM - 1, int(bounds[at] * PER_CLASS))] += 1
    step, reached = HISTOGRAM, 0
    while step > 0 and reached < wanted:
        step -= 1
        reached += histogram[step]
    return step / PER_CLASS


@inlined
def keep_best(
    case: Case,
    seeker: Seeker,
    scratch: Scratch,
    hopeful: int,
    best: tuple[int, int],
    heap: Heap,
    size: int,
    histogram: Ints,
) -> int:
    """Fills the heap from the hopeful, the most promising first."""
    places, total, positions = len(heap.worth), scratch.her_bound, scratch.hopeful
    scale = scale_of(case, best)
    for at in range(hopeful):
        total[at] = scale[0] * total[at] + scale[1] * scratch.their_bound[at] + SLACK
    cut = high_enough(total, hopeful, histogram, 2 * places)
    for turn in range(2):
        left = 0
        for at in range(hopeful):
            bound, position = total[at], positions[at]
            if size == places and bound < heap.worth[0]:
                continue
            if turn == 0 and bound < cut:
                total[left], positions[left] = bound, position
                left += 1
                continue
            views = exact_views(case, seeker, position, scratch.common[position])
            if views[0] >= -1:
                worth = worth_of(case.asked, views[0], views[1], best)
                fit = mixed(views[0], views[1], case.asked.voice)
                ticket = ticket_of(case.mentees.key[seeker.row], case.mentors.key[position])
                size = offer(heap, size, worth, ticket, position, fit)
        hopeful = left
    return size


@inlined
def scale_of(case: Case, best: tuple[int, int]) -> tuple[float, float]:
    own = case.asked.own_best
    return (
        FULL_FIT / best[0] if own and best[0] else 1.0,
        FULL_FIT / best[1] if own and best[1] else 1.0,
    )


@inlined
def needs_for_view(seeker: Seeker, bounds: Bounds, most: int, best: tuple[int, int]) -> int:
    """How many needs an untagged mentor of her specialty must cover to raise a best view."""
    untagged = bounds.untagged
    if untagged[THEIRS] + SLACK >= best[1] + 1:
        return 0
    hers = untagged[HERS] + seeker.same_specialty * untagged[PER_POINT]
    return fewest_needs(hers, seeker.per_need * untagged[PER_POINT], best[0] + 1.0, most)


@inlined
def needs_for_worth(
    seeker: Seeker,
    bounds: Bounds,
    most: int,
    scale: tuple[float, float],
    same: float,
    target: float,
) -> int:
    """How many needs an untagged mentor must cover to be worth as much as the target."""
    untagged = bounds.untagged
    per_point = scale[0] * untagged[PER_POINT_OF_FIT]
    reached = scale[0] * untagged[HERS_OF_FIT] + scale[1] * untagged[THEIRS_OF_FIT]
    return fewest_needs(reached + same * per_point, seeker.per_need * per_point, target, most)


@njit
def best_rows(
    case: Case, rows: Longs, table_rows: Ints, bounds: Bounds, scratch: Scratch, found: Found
) -> None:
    """Fills ``found`` with the best feasible mentors of these rows, in no order."""
    places, mentors = found.position.shape[1], len(case.mentors.key)
    heap = Heap(
        np.zeros(places, np.int32),
        np.zeros(places, np.int64),
        np.zeros(places, np.int32),
        np.zeros(places, np.int32),
    )
    histogram = np.zeros(HISTOGRAM, np.int32)
    for at in range(len(rows)):
        row, table_row = rows[at], table_rows[at]
        if at == 0 or table_row != table_rows[at - 1]:
            bound_categories(case, table_row, bounds)
        seeker = seeker_of(case, row, table_row)
        needs = case.mentees.start[row, NEED + 1] - case.mentees.start[row, NEED]
        tagged = list_tagged(case, row, scratch)
        size, hopeful, has_bounds = 0, 0, True
        best = (0, 0) if case.asked.own_best else (FULL_FIT, FULL_FIT)
        # First all who share a tag, then whoever else could raise a best view. Then the list is
        # filled: from the tagged, her own specialty, and the positions before and after it.
        begin, end = 0, tagged
        for step in range(6):
            if step == 1:
                least = needs_for_view(seeker, bounds, needs, best)
                begin, end = tagged, tagged
                if least >= 0:
                    end = list_untagged(case, seeker, scratch, (0, mentors, tagged, least))
                if end == tagged:
                    continue
            elif step == 2:
                has_bounds = end == tagged
                begin, end = 0, tagged
            elif step > 2:
                begin, end = tagged, tagged
                same = seeker.same_specialty if step == 3 else 0.0
                target = float(heap.worth[0]) if size == places else 0.0
                least = needs_for_worth(
                    seeker, bounds, needs, scale_of(case, best), same, target
                )
                if least < 0:
                    continue
                first, last = seeker.first, seeker.last
                if step == 4:
                    first, last = 0, seeker.first
                if step == 5:
                    first, last = seeker.last, mentors
                end = list_untagged(case, seeker, scratch, (first, last, tagged, least))
            if step != 2 or not has_bounds:
                known = best if step < 2 else (FULL_FIT, FULL_FIT)
                her_best, their_best, hopeful = bound_listed(
                    case, seeker, bounds, scratch, (begin, end), known
                )
                if step < 2:
                    best = (her_best, their_best)
            if step >= 2:
                size = keep_best(case, seeker, scratch, hopeful, best, heap, size, histogram)
        found.size[row] = size
        found.best[row, 0], found.best[row, 1] = best
        for place in range(size):
            found.position[row, place] = heap.position[place]
            found.fit[row, place] = heap.fit[place]
            found.worth[row, place] = heap.worth[place]
        clear_tagged(scratch, tagged)


@njit
def score_pairs(
    case: Case, rows: Longs, table_rows: Ints, positions: Ints, best: Ints, scores: Ints
) -> None:
    """Fills ``scores`` with fit and worth of (row, position) pairs; -1 where a pair is barred.

    ``rows``, ``table_rows`` and ``positions`` are aligned; ``best`` is by row.
    """
    for at in range(len(rows)):
        row, position = rows[at], positions[at]
        counts = (
            needs_covered(case, row, position),
            in_common(case, row, position, INTEREST),
            in_common(case, row, position, EXPERIENCE),
        )
        views = views_of(case, table_rows[at], row, position, counts)
        scores[at, 0], scores[at, 1] = -1, -1
        if views[0] >= -1:
            top = (best[row, 0], best[row, 1])
            scores[at, 0] = mixed(views[0], views[1], case.asked.voice)
            scores[at, 1] = worth_of(case.asked, views[0], views[1], top)


@njit
def rows_above(
    case: Case,
    rows: Longs,
    table_rows: Ints,
    best: Ints,
    thresholds: tuple[Longs, Longs],
    bounds: Bounds,
    scratch: Scratch,
) -> Ints:
    """(pairs, 4) row, position, fit and worth wherever worth exceeds profit and price together."""
    profit, price = thresholds
    cheapest, mentors = price.min(), len(price)
    pairs, size = np.empty((1024, 4), np.int32), 0
    for at in range(len(rows)):
        row, table_row = rows[at], table_rows[at]
        if at == 0 or table_row != table_rows[at - 1]:
            bound_categories(case, table_row, bounds)
        seeker = seeker_of(case, row, table_row)
        top = (best[row, 0], best[row, 1])
        scale = scale_of(case, top)
        tagged = list_tagged(case, row, scratch)
        needs = case.mentees.start[row, NEED + 1] - case.mentees.start[row, NEED]
        target = float(profit[row] + cheapest + 1)
        least = needs_for_worth(seeker, bounds, needs, scale, seeker.same_specialty, target)
        end = tagged
        if least >= 0:
            end = list_untagged(case, seeker, scratch, (0, mentors, tagged, least))
        known = (FULL_FIT, FULL_FIT)
        _, _, hopeful = bound_listed(case, seeker, bounds, scratch, (0, end), known)
        if size + hopeful > len(pairs):
            grown = np.empty((2 * len(pairs) + hopeful, 4), np.int32)
            for pair in range(size):
                for column in range(4):
                    grown[pair, column] = pairs[pair, column]
            pairs = grown
        for place in range(hopeful):
            position = scratch.hopeful[place]
            bound = scale[0] * scratch.her_bound[place] + scale[1] * scratch.their_bound[place]
            dearer = profit[row] + price[position]
            if bound + SLACK < max(0, dearer + 1):
                continue
            views = exact_views(case, seeker, position, scratch.common[position])
            worth = worth_of(case.asked, views[0], views[1], top)
            if views[0] >= -1 and worth > dearer:
                pairs[size, 0], pairs[size, 1] = row, position
                pairs[size, 2] = mixed(views[0], views[1], case.asked.voice)
                pairs[size, 3] = worth
                size += 1
        clear_tagged(scratch, tagged)
    return pairs[:size]
