"""What each criterion adds to the fit of a pair, compiled: as ``compatibility.contributions``.

Made for the pairs of a result, one for each person: it looks up what the two categories mean
for this pair alone, where ``tables`` works it out for all pairs of categories.
"""

# ruff: noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - compiled loops are read as a whole

from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching.candidates_jit import borrowing
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.people import Criterion
from corridor.algorithms.matching.population import (
    CATEGORY,
    CHOICE,
    CHOICE_SHARE,
    CHOSEN_BY,
    CHOSEN_BY_SHARE,
    EXPERIENCE,
    HOURS,
    INTEREST,
    INTERESTS,
    LIVED,
    NEEDS,
    SPECIALTY,
    Languages,
    MenteeCategories,
    MentorCategories,
    Population,
)
from corridor.algorithms.matching.scoring_pairs import (
    FOR_CHOICES,
    FOR_EXPERIENCE,
    FOR_INTERESTS,
    FOR_NEEDS,
    FOR_SPECIALTY,
    FOR_TIME,
    Case,
    in_common,
    minutes_of,
    needs_covered,
    place_in_list,
)
from corridor.algorithms.matching.shares import ENOUGH_MINUTES, STAGE_SHARES
from corridor.algorithms.matching.tables import CRITERIA, Table, asked, base_weights

FOR_STAGE = CRITERIA[Criterion.STAGE]
FOR_LANGUAGE = CRITERIA[Criterion.LANGUAGE]
KINDS = len(CRITERIA)
UNJUDGED = -1


class Known(NamedTuple):
    """What a category says of whoever is in it."""

    mentees: MenteeCategories
    mentors: MentorCategories
    languages: Languages
    stage_share: Ints
    """By rungs that the mentor stands above."""
    weight: Ints
    """(criteria,)"""


def contributions_of(population: Population, rows: Longs, positions: Ints) -> Ints:
    """(pairs, criteria) points that each criterion adds to the fit of aligned pairs."""
    case = Case(
        population.mentees,
        population.mentors,
        population.weeks,
        Table(np.zeros((0, 0, 0), np.int32), np.zeros((0, 0), np.int32)),
        asked(population.options),
        population.few_needs,
    )
    known = Known(
        population.mentee_categories,
        population.mentor_categories,
        population.languages,
        np.array(STAGE_SHARES, np.int32),
        base_weights(population.options),
    )
    parts = np.empty((len(rows), KINDS), np.int32)
    part_pairs(case, known, rows, positions, parts)
    return parts


@njit
def part_pairs(case: Case, known: Known, rows: Longs, positions: Ints, parts: Ints) -> None:
    hers = np.zeros(KINDS, np.int64)
    theirs = np.zeros(KINDS, np.int64)
    for at in range(len(rows)):
        row, position = rows[at], positions[at]
        hers[:] = UNJUDGED
        _judge_common(case, known, row, position, hers)
        theirs[:] = hers
        _judge_own(case, known, row, position, hers, theirs)
        top = known.mentees.top[case.mentees.said[row, CATEGORY]]
        her_weight = 0
        their_weight = 0
        for kind in range(KINDS):
            if hers[kind] != UNJUDGED:
                her_weight += known.weight[kind] * (2 if kind == top else 1)
            if theirs[kind] != UNJUDGED:
                their_weight += known.weight[kind]
        voice = case.asked.voice
        if their_weight == 0:
            voice = 100
        elif her_weight == 0:
            voice = 0
        her_weight, their_weight = max(1, her_weight), max(1, their_weight)
        for kind in range(KINDS):
            points = 0
            if hers[kind] > 0:
                double = 2 if kind == top else 1
                points += voice * known.weight[kind] * double * hers[kind] * their_weight
            if theirs[kind] > 0:
                points += (100 - voice) * known.weight[kind] * theirs[kind] * her_weight
            parts[at, kind] = points // (100 * her_weight * their_weight)


@borrowing
def _judge_common(case: Case, known: Known, row: int, position: int, shares: Longs) -> None:
    """Stage, language and time: the same for both."""
    her = case.mentees.said[row, CATEGORY]
    their = case.mentors.said[position, CATEGORY]
    mentees, mentors, languages = known.mentees, known.mentors, known.languages
    if mentees.stage[her] >= 0 and mentors.stage[their] >= 0:
        rungs = mentors.stage[their] - mentees.stage[her]
        shares[FOR_STAGE] = 0
        if 0 <= rungs < len(known.stage_share):
            shares[FOR_STAGE] = known.stage_share[rungs]
    hers, theirs = mentees.language[her], mentors.language[their]
    if hers > 0 and theirs > 0 and languages.counts[hers]:
        shares[FOR_LANGUAGE] = languages.shared[hers, theirs] * FULL_FIT // languages.spoken[hers]
    if mentees.has_hours[her] and mentors.has_hours[their]:
        minutes = minutes_of(case.weeks, case.mentees.said[row, HOURS], case.mentors.week, position)
        shares[FOR_TIME] = min(minutes, ENOUGH_MINUTES) * FULL_FIT // ENOUGH_MINUTES


@borrowing
def _judge_own(
    case: Case, known: Known, row: int, position: int, hers: Longs, theirs: Longs
) -> None:
    """What each side judges by itself."""
    her, their = case.mentees.said, case.mentors.said
    mentees, mentors = known.mentees, known.mentors
    own, other = her[row, CATEGORY], their[position, CATEGORY]
    if mentees.has_needs[own]:
        hers[FOR_NEEDS] = needs_covered(case, row, position) * FULL_FIT // her[row, NEEDS]
    if mentees.has_interests[own]:
        shared = in_common(case, row, position, INTEREST)
        hers[FOR_INTERESTS] = shared * FULL_FIT // her[row, INTERESTS]
        theirs[FOR_INTERESTS] = shared * FULL_FIT // max(1, their[position, INTERESTS])
    if mentees.has_specialty[own] and mentors.has_specialty[other]:
        hers[FOR_SPECIALTY] = FULL_FIT if her[row, SPECIALTY] == their[position, SPECIALTY] else 0
    if mentees.has_choices[own]:
        place = place_in_list(case, row, CHOICE, position)
        first = case.mentees.start[row, CHOICE_SHARE]
        hers[FOR_CHOICES] = case.mentees.item[first + place] if place >= 0 else 0
    if mentors.has_choices[other]:
        place = place_in_list(case, row, CHOSEN_BY, position)
        first = case.mentees.start[row, CHOSEN_BY_SHARE]
        theirs[FOR_CHOICES] = case.mentees.item[first + place] if place >= 0 else 0
    if mentees.has_shares[own]:
        lived = in_common(case, row, position, EXPERIENCE)
        hers[FOR_EXPERIENCE] = lived * FULL_FIT // her[row, LIVED]
