"""The search for each mentee's best mentors, compiled.

Everybody is bounded, and only where a bound could still matter is the score worked out in
integers, the most promising first; so the result is exact.
"""

from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching.candidates_bounds import (
    FIRST,
    HERS,
    LAST,
    SLACK,
    THEIRS,
    WORTH,
    Bounds,
    Reals,
    Scratch,
    Seeker,
    bound_kinds,
    bound_views,
    bound_worth,
    count_common,
    exact_views,
    look_closer,
    scale_of,
    seeker_of,
)
from corridor.algorithms.matching.candidates_heap import Heap, offer
from corridor.algorithms.matching.candidates_jit import borrowing
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.population import (
    EXPERIENCE,
    INTEREST,
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
ALWAYS = 1e18
BLOCKS_PER_PLACE = 1
"""Blocks that are looked at first, for each place of a list."""
STEP = 250.0
"""How far below the first bound the next mentors are looked for; doubled each time."""


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


@borrowing
def high_enough(bounds: Reals, histogram: Ints, wanted: int) -> float:
    """A bound that about ``wanted`` of these reach, to look at those first."""
    histogram[:] = 0
    for bound in bounds:
        if bound >= 0:
            histogram[min(HISTOGRAM - 1, int(bound * PER_CLASS))] += 1
    step, reached = HISTOGRAM, 0
    while step > 0 and reached < wanted:
        step -= 1
        reached += histogram[step]
    return step / PER_CLASS


@borrowing
def best_views(case: Case, seeker: Seeker, scratch: Scratch, ranked: int) -> tuple[int, int]:
    """The highest open view of either side: where the bounds are highest first, then all."""
    peak, blocks = scratch.peak, case.mentors.block
    best_of_hers, best_of_theirs = 0, 0
    for at in range(ranked):
        position = scratch.hopeful[at]
        views = exact_views(case, seeker, position, scratch.common[position])
        best_of_hers, best_of_theirs = max(best_of_hers, views[0]), max(best_of_theirs, views[1])
    if not len(blocks):
        return best_of_hers, best_of_theirs
    most_hopeful = (int(np.argmax(peak[HERS])), int(np.argmax(peak[THEIRS])))
    for turn in range(-len(most_hopeful), len(blocks)):
        at = turn if turn >= 0 else most_hopeful[turn]
        if (
            peak[HERS, at] + SLACK < best_of_hers + 1
            and peak[THEIRS, at] + SLACK < best_of_theirs + 1
        ):
            continue
        for position in range(blocks[at, FIRST], blocks[at, LAST]):
            hers, theirs = scratch.bound[HERS, position], scratch.bound[THEIRS, position]
            if hers + SLACK >= best_of_hers + 1 or theirs + SLACK >= best_of_theirs + 1:
                views = exact_views(case, seeker, position, scratch.common[position])
                best_of_hers = max(best_of_hers, views[0])
                best_of_theirs = max(best_of_theirs, views[1])
    return best_of_hers, best_of_theirs


@borrowing
def consider(
    case: Case,
    seeker: Seeker,
    position: int,
    common: int,
    best: tuple[int, int],
    heap: Heap,
    size: int,
) -> int:
    """Offers a mentor with her exact worth, unless something bars the pair."""
    views = exact_views(case, seeker, position, common)
    if views[0] < -1:
        return size
    worth = worth_of(case.asked, views[0], views[1], best)
    fit = mixed(views[0], views[1], case.asked.voice)
    ticket = ticket_of(case.mentees.key[seeker.row], case.mentors.outline[position, OF_KEY])
    return offer(heap, size, worth, ticket, position, fit)


@borrowing
def list_hopeful(case: Case, scratch: Scratch, end: int, limits: tuple[float, float]) -> int:
    """Appends whose bound lies from the first limit up to the second; returns the new end."""
    peak, blocks, bound = scratch.peak[WORTH], case.mentors.block, scratch.bound[WORTH]
    hopeful, (least, above) = scratch.hopeful, limits
    for at in range(len(blocks)):
        if peak[at] >= least:
            for position in range(blocks[at, FIRST], blocks[at, LAST]):
                if least <= bound[position] < above:
                    hopeful[end] = position
                    end += 1
    return end


@borrowing
def keep_best(
    case: Case,
    seeker: Seeker,
    bounds: Bounds,
    scratch: Scratch,
    ranked: int,
    best: tuple[int, int],
    heap: Heap,
    histogram: Ints,
) -> int:
    """Fills the heap, the most promising first; returns how many are kept."""
    hopeful, closer = scratch.hopeful, scratch.closer
    scale, places, size = scale_of(case, best), len(heap.worth), 0
    for at in range(ranked):
        position = hopeful[at]
        size = consider(case, seeker, position, scratch.common[position], best, heap, size)
    above, step = ALWAYS, STEP
    cut = high_enough(scratch.peak[WORTH], histogram, BLOCKS_PER_PLACE * places)
    while above > 0:
        least = max(cut, heap.worth[0]) if size == places else cut
        end = list_hopeful(case, scratch, ranked, (least, above))
        end = look_closer(case, seeker, bounds, scale, scratch, (ranked, end))
        first = high_enough(closer[ranked:end], histogram, places)
        for turn in range(2):
            for at in range(ranked, end):
                is_first = closer[at] >= first
                if is_first == (turn == 0) and (size < places or closer[at] >= heap.worth[0]):
                    position = hopeful[at]
                    if size == places and closer[at] < heap.worth[0] + 1:
                        # At best a tie, which the lottery decides before the score is known.
                        key = case.mentors.key[position]
                        if ticket_of(case.mentees.key[seeker.row], key) > heap.ticket[0]:
                            continue
                    common = scratch.common[position]
                    size = consider(case, seeker, position, common, best, heap, size)
        above, step = cut, 2 * step
        cut = max(0.0, cut - step)
        if size == places:
            if heap.worth[0] >= above:
                break
            cut = float(heap.worth[0])
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
    for table_row in range(len(bounds)):
        bound_kinds(case, table_row, bounds)
    for at in range(len(rows)):
        row = rows[at]
        seeker = seeker_of(case, row, table_rows[at])
        ranked = count_common(case, row, scratch)
        bound_views(case, seeker, bounds, scratch, ranked)
        best = best_views(case, seeker, scratch, ranked) if case.asked.own_best else KNOWN
        bound_worth(case, seeker, bounds, scale_of(case, best), scratch)
        size = keep_best(case, seeker, bounds, scratch, ranked, best, heap, histogram)
        found.size[row] = size
        found.best[row, 0], found.best[row, 1] = best
        for place in range(size):
            found.position[row, place] = heap.position[place]
            found.fit[row, place] = heap.fit[place]
            found.worth[row, place] = heap.worth[place]


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
