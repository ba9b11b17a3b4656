"""One pair at a time, compiled: the same integers as ``compatibility``."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.candidates_jit import borrowing
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.people import Criterion
from corridor.algorithms.matching.population import (
    BARRED,
    CHOICE,
    CHOICE_SHARE,
    CHOSEN_BY,
    CHOSEN_BY_SHARE,
    HOURS,
    INSTITUTION,
    INTERESTS,
    LIVED,
    NEED,
    NEEDS,
    OF_CATEGORY,
    OF_INSTITUTIONS,
    OF_NEEDS,
    OF_SPECIALTY,
    RANKS,
    SPECIALTY,
    UNSAID,
    WORDS_PER_WEEK,
    MenteeArrays,
    MentorArrays,
)
from corridor.algorithms.matching.shares import ENOUGH_MINUTES
from corridor.algorithms.matching.tables import (
    CRITERIA,
    HER_POINTS,
    HER_WEIGHT,
    IS_OPEN,
    IS_TIMED,
    THEIR_POINTS,
    THEIR_WEIGHT,
    Asked,
    Table,
)
from corridor.algorithms.matching.week import MINUTES_PER_SLOT

Word = Any
"""np.uint64; numpy's own types of arithmetic on scalars are wider than what numba does."""
Words = NDArray[np.uint64]

FOR_NEEDS = CRITERIA[Criterion.NEEDS]
FOR_INTERESTS = CRITERIA[Criterion.INTERESTS]
FOR_SPECIALTY = CRITERIA[Criterion.SPECIALTY]
FOR_TIME = CRITERIA[Criterion.TIME]
FOR_CHOICES = CRITERIA[Criterion.CHOICES]
FOR_EXPERIENCE = CRITERIA[Criterion.EXPERIENCE]
"""Columns of ``Table.weights``."""

CLOSED = -2
"""In place of a view: something bars the pair."""


class Case(NamedTuple):
    """Everything a search reads; rows of ``table`` stand for categories of mentees."""

    mentees: MenteeArrays
    mentors: MentorArrays
    weeks: Words
    table: Table
    asked: Asked
    few_needs: bool


@borrowing
def in_common(case: Case, row: int, position: int, kind: int) -> int:
    """How many tags two ascending lists share."""
    count = 0
    hers, theirs = case.mentees.item, case.mentors.item
    at, until = case.mentees.start[row, kind], case.mentees.start[row, kind + 1]
    other, end = case.mentors.start[position, kind], case.mentors.start[position, kind + 1]
    while at < until and other < end:
        left, right = hers[at], theirs[other]
        if left == right:
            count += 1
        if left <= right:
            at += 1
        if right <= left:
            other += 1
    return count


@borrowing
def place_in_list(case: Case, row: int, kind: int, position: int) -> int:
    first = case.mentees.start[row, kind]
    for at in range(first, case.mentees.start[row, kind + 1]):
        if case.mentees.item[at] == position:
            return int(at - first)
    return -1


@borrowing
def bits_in(word: Word) -> int:
    """How many bits of 64 are set; compilers know this form and use one instruction."""
    word -= (word >> np.uint64(1)) & np.uint64(0x5555555555555555)
    word = (word & np.uint64(0x3333333333333333)) + (
        (word >> np.uint64(2)) & np.uint64(0x3333333333333333)
    )
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@borrowing
def minutes_of(hers: Words, her_class: int, theirs: Words, position: int) -> int:
    """Shared free minutes a week in the worst reference week."""
    fewest = 1 << 30
    for week in range(0, hers.shape[1], WORDS_PER_WEEK):
        slots = 0
        for word in range(week, week + WORDS_PER_WEEK):
            slots += bits_in(hers[her_class, word] & theirs[position, word])
        fewest = min(fewest, slots)
    return fewest * MINUTES_PER_SLOT


@borrowing
def is_barred(case: Case, row: int, position: int) -> bool:
    if place_in_list(case, row, BARRED, position) >= 0:
        return True
    if not case.asked.other_institution:
        return False
    hers = case.mentees.outline[row, OF_INSTITUTIONS]
    if not hers & case.mentors.outline[position, OF_INSTITUTIONS]:
        return False
    return in_common(case, row, position, INSTITUTION) > 0


@borrowing
def halves(word: Word) -> tuple[int, int]:
    """The lower and the upper 32 bits."""
    return int(word & np.uint64(0xFFFFFFFF)), int(word >> np.uint64(32))


@borrowing
def needs_covered(case: Case, row: int, position: int) -> int:
    if case.few_needs:
        covers = case.mentors.outline[position, OF_NEEDS]
        return bits_in(case.mentees.outline[row, OF_NEEDS] & covers)
    return in_common(case, row, position, NEED)


@borrowing
def misses_a_must(
    case: Case, row: int, position: int, counts: tuple[int, int, int], place: int
) -> bool:
    hers, must = case.mentees.said, case.asked
    covered, shared, lived = counts
    _, specialty = halves(case.mentors.outline[position, OF_SPECIALTY])
    return bool(
        (must.must_needs and covered == 0 and hers[row, NEEDS] > 0)
        or (must.must_interests and shared == 0 and hers[row, INTERESTS] > 0)
        or (
            must.must_specialty
            and hers[row, SPECIALTY] != UNSAID
            and hers[row, SPECIALTY] != specialty
        )
        or (must.must_choices and place < 0 and hers[row, RANKS] > 0)
        or (must.must_experience and lived == 0 and hers[row, LIVED] > 0)
    )


@borrowing
def views_of(
    case: Case, table_row: int, row: int, position: int, counts: tuple[int, int, int]
) -> tuple[int, int]:
    """Both views in integers; CLOSED where the pair is barred, -1 where nothing counts."""
    hers, cells = case.mentees.said, case.table.cells
    column, interests = halves(case.mentors.outline[position, OF_CATEGORY])
    _, specialty = halves(case.mentors.outline[position, OF_SPECIALTY])
    weights = case.table.weights
    place = place_in_list(case, row, CHOICE, position)
    if (
        not cells[table_row, column, IS_OPEN]
        or misses_a_must(case, row, position, counts, place)
        or is_barred(case, row, position)
    ):
        return CLOSED, CLOSED
    time = 0
    if cells[table_row, column, IS_TIMED]:
        minutes = minutes_of(case.weeks, hers[row, HOURS], case.mentors.week, position)
        if minutes < case.asked.overlap_minutes or (case.asked.must_time and minutes == 0):
            return CLOSED, CLOSED
        time = min(minutes, ENOUGH_MINUTES) * FULL_FIT // ENOUGH_MINUTES
    covered, shared, lived = counts
    her_points = cells[table_row, column, HER_POINTS] + weights[table_row, FOR_TIME] * time
    their_points = cells[table_row, column, THEIR_POINTS] + case.asked.time * time
    if covered:
        her_points += weights[table_row, FOR_NEEDS] * (covered * FULL_FIT // hers[row, NEEDS])
    if shared:
        her_points += weights[table_row, FOR_INTERESTS] * (
            shared * FULL_FIT // hers[row, INTERESTS]
        )
        their_points += case.asked.interests * (shared * FULL_FIT // interests)
    if lived:
        her_points += weights[table_row, FOR_EXPERIENCE] * (lived * FULL_FIT // hers[row, LIVED])
    if hers[row, SPECIALTY] != UNSAID and hers[row, SPECIALTY] == specialty:
        her_points += weights[table_row, FOR_SPECIALTY] * FULL_FIT
    if place >= 0:
        share = case.mentees.item[case.mentees.start[row, CHOICE_SHARE] + place]
        her_points += weights[table_row, FOR_CHOICES] * share
    place = place_in_list(case, row, CHOSEN_BY, position)
    if place >= 0:
        share = case.mentees.item[case.mentees.start[row, CHOSEN_BY_SHARE] + place]
        their_points += case.asked.choices * share
    her_weight = cells[table_row, column, HER_WEIGHT]
    their_weight = cells[table_row, column, THEIR_WEIGHT]
    return (
        her_points // her_weight if her_weight else -1,
        their_points // their_weight if their_weight else -1,
    )


@borrowing
def mixed(hers: int, theirs: int, voice: int) -> int:
    if hers < 0:
        return max(theirs, 0)
    if theirs < 0:
        return hers
    return (voice * hers + (100 - voice) * theirs) // 100


@borrowing
def worth_of(asked: Asked, hers: int, theirs: int, best: tuple[int, int]) -> int:
    if not asked.own_best:
        return mixed(hers, theirs, asked.voice)
    if hers > 0:
        hers = hers * FULL_FIT // best[0]
    if theirs > 0:
        theirs = theirs * FULL_FIT // best[1]
    return mixed(hers, theirs, asked.voice)


@borrowing
def ticket_of(mentee_key: Word, mentor_key: Word) -> int:
    """As ``lottery.tickets`` with 63 bits."""
    drawn = mentee_key * np.uint64(0x9E3779B97F4A7C15) + mentor_key
    drawn = (drawn ^ (drawn >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    drawn = (drawn ^ (drawn >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    drawn ^= drawn >> np.uint64(31)
    return int(drawn >> np.uint64(1))
