"""How well a mentor could suit a mentee at most, from what can be had cheaply; compiled.

Categories, shared tags by way of who holds them, and outlines of needs and hours: none of it
reads a mentor's lists or her week. A bound is never below the score, so whoever it rules out
is ruled out for certain.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.jit import inlined
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
    halves,
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

Reals = NDArray[np.float64]

SLACK = 1e-3
"""Added to bounds: far above the rounding of floats, far below one point."""
NEVER = -1e18
NOBODY = 1 << 20
"""More needs than anybody has."""
MOST_NEEDS = 64
"""More than an outline can show."""
ALWAYS = 1e18

ONE_INTEREST, ONE_EXPERIENCE, RANKED = 1, 1 << 20, 1 << 40
"""What is added to ``Scratch.common`` for each tag shared, and where a ranking names the pair."""
TAGS = ONE_EXPERIENCE - 1

HER_BASE, THEIR_BASE, PER_HER_POINT, PER_THEIR_POINT, HER_PART, THEIR_PART, TIMED = range(7)
"""Cells of ``Bounds.category``: the points of each view without tags and hours, what a point is
worth in the view, how much of the fit the view is, and whether both sides said their hours."""
HERS, THEIRS, HERS_OF_FIT, THEIRS_OF_FIT, PER_POINT, PER_POINT_OF_FIT = range(6)
"""Cells of ``Bounds.untagged``: the most that anybody of a stage without a shared tag or a
covered need can reach in each view and as part of the fit, and a further point's worth at most."""
MINUTES_PER_BLOCK = SLOTS_PER_BLOCK * MINUTES_PER_SLOT
PER_MINUTE = FULL_FIT / ENOUGH_MINUTES


class Bounds(NamedTuple):
    """What mentors can reach at most for one category of mentees."""

    category: Reals
    """(mentors' categories, 7)"""
    untagged: Reals
    """(stages, 6); HERS is below nought where nobody is open to her."""
    least: Ints
    """(2, stages) needs that an untagged mentor must cover, in another and in her specialty."""


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


def bounds_for(stage_of_category: Ints) -> Bounds:
    stages = int(stage_of_category.max(initial=-1)) + 1
    return Bounds(
        category=np.zeros((len(stage_of_category), 7)),
        untagged=np.zeros((stages, 6)),
        least=np.zeros((2, stages), np.int32),
    )


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
    for stage in range(len(untagged)):
        for cell in range(6):
            untagged[stage, cell] = 0.0
        untagged[stage, HERS] = NEVER
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
        stage = case.mentors.stage_of_category[category]
        untagged[stage, HERS] = max(untagged[stage, HERS], hers)
        untagged[stage, THEIRS] = max(untagged[stage, THEIRS], theirs)
        untagged[stage, HERS_OF_FIT] = max(untagged[stage, HERS_OF_FIT], hers * her_part)
        untagged[stage, THEIRS_OF_FIT] = max(untagged[stage, THEIRS_OF_FIT], theirs * their_part)
        untagged[stage, PER_POINT] = max(untagged[stage, PER_POINT], per_hers)
        untagged[stage, PER_POINT_OF_FIT] = max(
            untagged[stage, PER_POINT_OF_FIT], per_hers * her_part
        )


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
def list_untagged(case: Case, seeker: Seeker, bounds: Bounds, scratch: Scratch, tagged: int) -> int:
    """Appends who has no tag in common but covers enough of her needs; returns how many."""
    covers, common, listed = case.mentors.covers, scratch.common, scratch.listed
    stretches, count = case.mentors.stretch, tagged
    for at in range(len(stretches)):
        first, last = stretches[at, 2], stretches[at, 3]
        is_near = 1 if seeker.first <= first < seeker.last else 0
        least = bounds.least[is_near, stretches[at, 1]] - seeker.doubled
        for position in range(first, last if least <= MOST_NEEDS else first):
            if bits_in(covers[position] & seeker.needs) >= least and common[position] == 0:
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
        category, interests = halves(outline[position, OF_CATEGORY])
        minutes = bits_in(outline[position, OF_HOURS] & seeker.hours) * MINUTES_PER_BLOCK
        if bound[category, HER_BASE] < 0 or minutes < overlap * bound[category, TIMED]:
            continue
        common = packed[position]
        shared = common & TAGS
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
            + their_interests * shared / max(1, interests)
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
def scale_of(case: Case, best: tuple[int, int]) -> tuple[float, float]:
    own = case.asked.own_best
    return (
        FULL_FIT / best[0] if own and best[0] else 1.0,
        FULL_FIT / best[1] if own and best[1] else 1.0,
    )


@inlined
def require_for_views(seeker: Seeker, bounds: Bounds, needs: int, best: tuple[int, int]) -> None:
    """Sets what an untagged mentor must cover to raise a best view."""
    for stage in range(len(bounds.untagged)):
        hers, theirs = bounds.untagged[stage, HERS], bounds.untagged[stage, THEIRS]
        per_point = bounds.untagged[stage, PER_POINT]
        for is_near in range(2):
            most = hers + is_near * seeker.same_specialty * per_point
            least = fewest_needs(most, seeker.per_need * per_point, best[0] + 1.0, needs)
            if theirs + SLACK >= best[1] + 1:
                least = 0
            bounds.least[is_near, stage] = least if hers >= 0 else NOBODY


@inlined
def require_for_worth(
    seeker: Seeker,
    bounds: Bounds,
    needs: int,
    scale: tuple[float, float],
    target: float,
    wanted: tuple[bool, bool],
) -> None:
    """Sets what an untagged mentor must cover to be worth as much as the target.

    ``wanted``: whether those of another specialty, and of hers, are looked for now.
    """
    untagged = bounds.untagged
    for stage in range(len(untagged)):
        per_point = scale[0] * untagged[stage, PER_POINT_OF_FIT]
        reached = scale[0] * untagged[stage, HERS_OF_FIT]
        reached += scale[1] * untagged[stage, THEIRS_OF_FIT]
        for is_near in range(2):
            most = reached + is_near * seeker.same_specialty * per_point
            least = fewest_needs(most, seeker.per_need * per_point, target, needs)
            is_open = untagged[stage, HERS] >= 0 and wanted[is_near]
            bounds.least[is_near, stage] = least if is_open else NOBODY


@inlined
def is_anybody_left(bounds: Bounds) -> bool:
    for stage in range(len(bounds.untagged)):
        if bounds.least[0, stage] < NOBODY or bounds.least[1, stage] < NOBODY:
            return True
    return False


@inlined
def fewest_needs(most: float, per_need: float, target: float, needs: int) -> int:
    """How many needs a mentor must cover to reach the target at all."""
    for covered in range(needs + 1):
        if most + per_need * covered + SLACK >= target:
            return covered
    return NOBODY
