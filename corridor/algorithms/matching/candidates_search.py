"""The search for each mentee's best mentors, compiled.

Only where a bound could still matter is the score worked out in integers, so the result is
exact. Mentors who share no tag with her are looked at by specialty and stage, her own specialty
first, and only those who cover the needs without which nobody of their kind enters her list.
"""

from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching.candidates_bounds import (
    SLACK,
    Bounds,
    Reals,
    Scratch,
    Seeker,
    bound_categories,
    bound_listed,
    clear_tagged,
    exact_views,
    is_anybody_left,
    list_tagged,
    list_untagged,
    require_for_views,
    require_for_worth,
    scale_of,
    seeker_of,
)
from corridor.algorithms.matching.candidates_heap import Heap, offer
from corridor.algorithms.matching.jit import inlined, njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.population import (
    EXPERIENCE,
    INTEREST,
    NEED,
    OF_KEY,
)
from corridor.algorithms.matching.scoring_pairs import (
    Case,
    in_common,
    mixed,
    needs_covered,
    ticket_of,
    views_of,
    worth_of,
)

HISTOGRAM = 128
PER_CLASS = (HISTOGRAM - 1) / FULL_FIT
KNOWN = (FULL_FIT, FULL_FIT)
"""In place of best views that need not be looked for."""
TAGGED_VIEWS, OTHER_VIEWS, TAGGED, NEAR, FAR = range(5)
"""Steps of a search: who shares a tag, and whoever else could, raise the best views; then the
list is filled from the tagged, her own specialty, and everybody else."""


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
                ticket = ticket_of(
                    case.mentees.key[seeker.row], case.mentors.outline[position, OF_KEY]
                )
                size = offer(heap, size, worth, ticket, position, fit)
        hopeful = left
    return size


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
    histogram = np.zeros(HISTOGRAM, np.int32)
    for at in range(len(rows)):
        row, table_row = rows[at], table_rows[at]
        if at == 0 or table_row != table_rows[at - 1]:
            bound_categories(case, table_row, bounds)
        seeker = seeker_of(case, row, table_row)
        needs = case.mentees.start[row, NEED + 1] - case.mentees.start[row, NEED]
        tagged = list_tagged(case, row, scratch)
        best = (0, 0) if case.asked.own_best else KNOWN
        size, hopeful, has_bounds = 0, 0, True
        for step in range(5):
            begin, end = 0, tagged
            if step not in (TAGGED_VIEWS, TAGGED):
                if step == OTHER_VIEWS:
                    require_for_views(seeker, bounds, needs, best)
                else:
                    target = float(heap.worth[0]) if size == places else 0.0
                    wanted = (step == FAR, step == NEAR)
                    scale = scale_of(case, best)
                    require_for_worth(seeker, bounds, needs, scale, target, wanted)
                if not is_anybody_left(bounds):
                    continue
                begin = tagged
                end = list_untagged(case, seeker, bounds, scratch, tagged)
            if step != TAGGED or not has_bounds:
                known = best if step <= OTHER_VIEWS else KNOWN
                her_best, their_best, hopeful = bound_listed(
                    case, seeker, bounds, scratch, (begin, end), known
                )
                has_bounds = step == TAGGED_VIEWS
                if step <= OTHER_VIEWS:
                    best = (her_best, their_best)
            if step >= TAGGED:
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
    cheapest = price.min()
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
        require_for_worth(seeker, bounds, needs, scale, target, (True, True))
        end = list_untagged(case, seeker, bounds, scratch, tagged)
        _, _, hopeful = bound_listed(case, seeker, bounds, scratch, (0, end), KNOWN)
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
