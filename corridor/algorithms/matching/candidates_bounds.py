"""How well every mentor could suit a mentee at most, from what can be had cheaply; compiled.

Kinds of mentors by table, shared tags by way of who holds them, needs and hours by 64 bits
each: none of it reads a mentor's lists or her week. A bound is never below the score, so
whoever it rules out is ruled out for certain. The loops over mentors have no branches and only
narrow numbers, so that a processor does several at once.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.candidates_jit import borrowing
from corridor.algorithms.matching.market import Ints
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.population import (
    CHOICE,
    CHOSEN_BY,
    EXPERIENCE,
    HOURS,
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
    Word,
    bits_in,
    halves,
    minutes_of,
    needs_covered,
    views_of,
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

Reals = NDArray[np.float32]
Real = Any
"""np.float32; with anything wider, fewer fit into a register."""

SLACK = np.float32(0.1)
"""Added to bounds: far above the rounding of narrow floats, far below one point."""
NEVER = np.float32(-1)
"""In place of a bound: something bars the pair, or it is looked at by itself."""
FULL, NOTHING, ONE = np.float32(FULL_FIT), np.float32(0), np.float32(1)
MINUTES_PER_BIT = np.float32(SLOTS_PER_BLOCK * MINUTES_PER_SLOT)
ENOUGH = np.float32(ENOUGH_MINUTES)

ONE_INTEREST, ONE_EXPERIENCE, RANKED = 1, 1 << 15, 1 << 30
"""What is added to ``Scratch.common`` for each tag shared, and where a ranking names the pair."""
TAGS = ONE_EXPERIENCE - 1

HER_BASE, THEIR_BASE, PER_HER_POINT, PER_THEIR_POINT, HER_PART, THEIR_PART, TIMED = range(7)
"""Cells of ``Bounds``: each view without tags and hours, at most; what a point is worth in the
view, how much of the fit the view is, and whether both sides said their hours."""
HERS, THEIRS, WORTH = range(3)
"""Rows of ``Scratch.bound`` and ``Scratch.peak``."""
KIND, FIRST, LAST = range(3)
"""Columns of ``MentorArrays.block``."""

Bounds = Reals
"""(categories of mentees, kinds of mentors, 7)"""


class Scratch(NamedTuple):
    """Room to work in; reused for every mentee."""

    common: Ints
    """(mentors,) tags in common with her, packed."""
    hopeful: Ints
    """(mentors,) positions to look at exactly; first those that a ranking names."""
    closer: Reals
    """(mentors,) at the same places: what each is worth at most."""
    bound: Reals
    """(3, mentors) see ``HERS``; not kept up in blocks that are closed to her."""
    bits: Ints
    """The same memory: what is not negative compares as its bits do, and those many at once."""
    peak: Reals
    """(3, blocks) the highest bound in each block."""
    peak_bits: Ints


class Seeker(NamedTuple):
    """One mentee, with what each thing is worth to her in points."""

    row: int
    table_row: int
    per_need: float
    per_interest: float
    per_experience: float
    same_specialty: float
    per_minute: float
    specialty: int
    needs: Word
    """Outline of her needs, and how many of them share a bit with another."""
    doubled: int
    hours: Word


def bounds_for(case: Case) -> Bounds:
    """Room for ``bound_kinds``, with every kind closed."""
    kinds = int(case.mentors.kind_of_category.max(initial=-1)) + 1
    return np.full((len(case.table.cells), kinds, 7), NEVER, np.float32)


def scratch_for(mentors: int, blocks: int) -> Scratch:
    bound, peak = np.zeros((3, mentors), np.float32), np.zeros((3, blocks), np.float32)
    common, hopeful = np.zeros(mentors, np.int32), np.zeros(mentors, np.int32)
    closer = np.zeros(mentors, np.float32)
    return Scratch(common, hopeful, closer, bound, bound.view(np.int32), peak, peak.view(np.int32))


@borrowing
def seeker_of(case: Case, row: int, table_row: int) -> Seeker:
    hers, weights, mentees = case.mentees.said, case.table.weights, case.mentees
    known = mentees.start[row, NEED + 1] - mentees.start[row, NEED]
    has_specialty = hers[row, SPECIALTY] != UNSAID
    return Seeker(
        row,
        table_row,
        weights[table_row, FOR_NEEDS] * FULL_FIT / max(1, hers[row, NEEDS]),
        weights[table_row, FOR_INTERESTS] * FULL_FIT / max(1, hers[row, INTERESTS]),
        weights[table_row, FOR_EXPERIENCE] * FULL_FIT / max(1, hers[row, LIVED]),
        float(weights[table_row, FOR_SPECIALTY] * FULL_FIT) if has_specialty else 0.0,
        weights[table_row, FOR_TIME] * FULL_FIT / ENOUGH_MINUTES,
        hers[row, SPECIALTY],
        mentees.outline[row, OF_NEEDS],
        known - bits_in(mentees.outline[row, OF_NEEDS]),
        mentees.outline[row, OF_HOURS],
    )


@borrowing
def bound_kinds(case: Case, table_row: int, bounds: Bounds) -> None:
    cells, kinds = case.table.cells, case.mentors.kind_of_category
    for category in range(cells.shape[1]):
        if not cells[table_row, category, IS_OPEN]:
            continue
        kind = kinds[category]
        her_weight = cells[table_row, category, HER_WEIGHT]
        their_weight = cells[table_row, category, THEIR_WEIGHT]
        per_hers = 1 / her_weight if her_weight else 0.0
        per_theirs = 1 / their_weight if their_weight else 0.0
        hers = cells[table_row, category, HER_POINTS] * per_hers
        theirs = cells[table_row, category, THEIR_POINTS] * per_theirs
        bounds[table_row, kind, HER_BASE] = max(bounds[table_row, kind, HER_BASE], hers)
        bounds[table_row, kind, THEIR_BASE] = max(bounds[table_row, kind, THEIR_BASE], theirs)
        # The same for all categories of a kind.
        bounds[table_row, kind, PER_HER_POINT] = per_hers
        bounds[table_row, kind, PER_THEIR_POINT] = per_theirs
        bounds[table_row, kind, HER_PART] = case.asked.voice / 100 if their_weight else 1.0
        bounds[table_row, kind, THEIR_PART] = 1 - case.asked.voice / 100 if her_weight else 1.0
        bounds[table_row, kind, TIMED] = cells[table_row, category, IS_TIMED]


@borrowing
def count_common(case: Case, row: int, scratch: Scratch) -> int:
    """Counts everybody's tags in common with her; lists whom a ranking names, returns how many."""
    mentees, mentors, common = case.mentees, case.mentors, scratch.common
    common[:] = 0
    for kind, amount in ((INTEREST, ONE_INTEREST), (EXPERIENCE, ONE_EXPERIENCE)):
        for at in range(mentees.start[row, kind], mentees.start[row, kind + 1]):
            tag = mentees.item[at]
            for position in mentors.holder[
                mentors.holder_start[tag] : mentors.holder_start[tag + 1]
            ]:
                common[position] += amount
    ranked = 0
    for kind in (CHOICE, CHOSEN_BY):
        for at in range(mentees.start[row, kind], mentees.start[row, kind + 1]):
            position = mentees.item[at]
            if common[position] < RANKED:
                common[position] += RANKED
                scratch.hopeful[ranked] = position
                ranked += 1
    return ranked


@borrowing
def bound_views(case: Case, seeker: Seeker, bounds: Bounds, scratch: Scratch, ranked: int) -> None:
    """Bounds both views of everybody but the ranked, and keeps the highest of each block."""
    blocks = case.mentors.block
    for at in range(len(blocks)):
        kind, first, last = blocks[at, KIND], blocks[at, FIRST], blocks[at, LAST]
        scratch.peak[HERS, at], scratch.peak[THEIRS, at] = NEVER, NEVER
        if bounds[seeker.table_row, kind, HER_BASE] >= 0:
            bound_block(case, seeker, bounds[seeker.table_row, kind], scratch, (first, last))
            keep_peak(scratch, HERS, at, (first, last))
            keep_peak(scratch, THEIRS, at, (first, last))
    for at in range(ranked):
        scratch.bound[HERS, scratch.hopeful[at]] = NEVER
        scratch.bound[THEIRS, scratch.hopeful[at]] = NEVER


@borrowing
def bound_block(
    case: Case, seeker: Seeker, of_kind: Reals, scratch: Scratch, block: tuple[int, int]
) -> None:
    first, last = block
    needs, hours = case.mentors.needs[first:last], case.mentors.hours[first:last]
    specialty = case.mentors.specialty[first:last]
    per_interest = case.mentors.per_interest[first:last]
    common = scratch.common[first:last]
    hers, theirs = scratch.bound[HERS][first:last], scratch.bound[THEIRS][first:last]
    her_point, their_point = of_kind[PER_HER_POINT], of_kind[PER_THEIR_POINT]
    per_need = np.float32(seeker.per_need * her_point)
    her_interest = np.float32(seeker.per_interest * her_point)
    their_interests = np.float32(case.asked.interests * FULL_FIT * their_point)
    per_experience = np.float32(seeker.per_experience * her_point)
    same_specialty = np.float32(seeker.same_specialty * her_point)
    her_minute = np.float32(seeker.per_minute * her_point * of_kind[TIMED])
    their_minute = case.asked.time * FULL_FIT / ENOUGH_MINUTES * their_point * of_kind[TIMED]
    their_minute = np.float32(their_minute)
    her_base = np.float32(of_kind[HER_BASE] + per_need * seeker.doubled)
    their_base = of_kind[THEIR_BASE]
    fewest = np.float32(case.asked.overlap_minutes * of_kind[TIMED])
    for at in range(len(needs)):
        covered = np.float32(np.int32(bits_in(needs[at] & seeker.needs)))
        minutes = np.float32(np.int32(bits_in(hours[at] & seeker.hours))) * MINUTES_PER_BIT
        enough = min(minutes, ENOUGH)
        shared = np.float32(common[at] & TAGS)
        lived = np.float32((common[at] >> 15) & TAGS)
        near = same_specialty if specialty[at] == seeker.specialty else NOTHING
        her_view = (
            her_base
            + per_need * covered
            + her_interest * shared
            + per_experience * lived
            + near
            + her_minute * enough
        )
        their_view = their_base + their_interests * shared * per_interest[at]
        their_view += their_minute * enough
        hers[at] = her_view if minutes >= fewest else NEVER
        theirs[at] = their_view if minutes >= fewest else NEVER


@borrowing
def bound_worth(
    case: Case, seeker: Seeker, bounds: Bounds, scale: tuple[float, float], scratch: Scratch
) -> None:
    """From the views, what everybody could be worth at most."""
    blocks = case.mentors.block
    for at in range(len(blocks)):
        scratch.peak[WORTH, at] = NEVER
        if scratch.peak[HERS, at] >= 0:
            of_kind = bounds[seeker.table_row, blocks[at, KIND]]
            bound_worth_of_block(of_kind, scale, scratch, (blocks[at, FIRST], blocks[at, LAST]))
            keep_peak(scratch, WORTH, at, (blocks[at, FIRST], blocks[at, LAST]))


@borrowing
def bound_worth_of_block(
    of_kind: Reals, scale: tuple[float, float], scratch: Scratch, block: tuple[int, int]
) -> None:
    first, last = block
    her_scale, their_scale = np.float32(scale[0]), np.float32(scale[1])
    hers, theirs = scratch.bound[HERS][first:last], scratch.bound[THEIRS][first:last]
    total = scratch.bound[WORTH][first:last]
    her_part, their_part = of_kind[HER_PART], of_kind[THEIR_PART]
    for place in range(len(hers)):
        her_view = min(her_scale * hers[place], FULL)
        their_view = min(their_scale * theirs[place], FULL)
        worth = her_part * her_view + their_part * their_view + SLACK
        total[place] = worth if hers[place] >= NOTHING else NEVER


@borrowing
def keep_peak(scratch: Scratch, row: int, at: int, block: tuple[int, int]) -> None:
    bits = scratch.bits[row][block[0] : block[1]]
    highest = bits[0]
    for place in range(1, len(bits)):
        highest = max(highest, bits[place])
    scratch.peak_bits[row, at] = highest


@borrowing
def look_closer(
    case: Case,
    seeker: Seeker,
    bounds: Bounds,
    scale: tuple[float, float],
    scratch: Scratch,
    stretch: tuple[int, int],
) -> int:
    """Bounds the worth of these hopeful once more, by their own category and hours.

    Whom these bar is dropped; returns the new end of the stretch.
    """
    hopeful, closer, kinds = scratch.hopeful, scratch.closer, case.mentors.kind_of_category
    her_bound, their_bound = scratch.bound[HERS], scratch.bound[THEIRS]
    cells, of_kinds = case.table.cells[seeker.table_row], bounds[seeker.table_row]
    outline, hours, weeks = case.mentors.outline, case.mentors.hours, case.mentors.week
    her_weeks, her_class = case.weeks, case.mentees.said[seeker.row, HOURS]
    overlap = case.asked.overlap_minutes
    their_minute = case.asked.time * FULL_FIT / ENOUGH_MINUTES
    end = stretch[0]
    for at in range(stretch[0], stretch[1]):
        position = hopeful[at]
        category, _ = halves(outline[position, OF_CATEGORY])
        if not cells[category, IS_OPEN]:
            continue
        kind = kinds[category]
        her_point, their_point = of_kinds[kind, PER_HER_POINT], of_kinds[kind, PER_THEIR_POINT]
        hers = her_bound[position] - of_kinds[kind, HER_BASE]
        hers += cells[category, HER_POINTS] * her_point
        theirs = their_bound[position] - of_kinds[kind, THEIR_BASE]
        theirs += cells[category, THEIR_POINTS] * their_point
        if cells[category, IS_TIMED]:
            minutes = minutes_of(her_weeks, her_class, weeks, position)
            if minutes < overlap:
                continue
            taken = bits_in(hours[position] & seeker.hours) * MINUTES_PER_BIT
            less = min(taken, ENOUGH) - min(minutes, ENOUGH_MINUTES)
            hers -= less * seeker.per_minute * her_point
            theirs -= less * their_minute * their_point
        # Subtracting may have left a rounding behind, which the scale would lift.
        her_part = of_kinds[kind, HER_PART] * min(scale[0] * (hers + SLACK), FULL_FIT)
        their_part = of_kinds[kind, THEIR_PART] * min(scale[1] * (theirs + SLACK), FULL_FIT)
        closer[end] = her_part + their_part + SLACK
        hopeful[end] = position
        end += 1
    return end


@borrowing
def exact_views(case: Case, seeker: Seeker, position: int, common: int) -> tuple[int, int]:
    covered = needs_covered(case, seeker.row, position)
    counts = (covered, common & TAGS, (common >> 15) & TAGS)
    return views_of(case, seeker.table_row, seeker.row, position, counts)


@borrowing
def scale_of(case: Case, best: tuple[int, int]) -> tuple[float, float]:
    own = case.asked.own_best
    return (
        FULL_FIT / best[0] if own and best[0] else 1.0,
        FULL_FIT / best[1] if own and best[1] else 1.0,
    )
