"""The same scores as ``compatibility``, for blocks of mentees against all mentors at once."""

from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.people import SLOTS_PER_WEEK, Criterion
from corridor.algorithms.matching.population import (
    BARRED,
    CATEGORY,
    CHOICE,
    CHOICE_SHARE,
    CHOSEN_BY,
    CHOSEN_BY_SHARE,
    EXPERIENCE,
    HOURS,
    INSTITUTION,
    INTEREST,
    INTERESTS,
    LIVED,
    NEED,
    NEEDS,
    RANKS,
    SPECIALTY,
    UNSAID,
    WORDS_PER_WEEK,
    Population,
)
from corridor.algorithms.matching.shares import share_of_minutes
from corridor.algorithms.matching.tables import (
    CRITERIA,
    HER_POINTS,
    HER_WEIGHT,
    IS_OPEN,
    IS_TIMED,
    THEIR_POINTS,
    THEIR_WEIGHT,
    Asked,
    Flags,
    Table,
    asked,
    tabulate,
)
from corridor.algorithms.matching.week import MINUTES_PER_SLOT

NOTHING_COUNTS = -1
"""A view where no criterion counts."""


class Views(NamedTuple):
    """(mentees of the block, mentors by position)."""

    hers: Ints
    theirs: Ints
    is_open: Flags


class Scores(NamedTuple):
    fit: Ints
    worth: Ints
    is_open: Flags
    best: Ints
    """(mentees of the block, 2) highest open view of either side."""


def score(population: Population, rows: Longs) -> Scores:
    return score_block(Block(population, rows))


def score_block(block: "Block") -> Scores:
    options, views = block.population.options, _views(block)
    fit = combined(views.hers, views.theirs, options.mentee_voice)
    her_best = np.max(views.hers, axis=1, initial=0, where=views.is_open)
    their_best = np.max(views.theirs, axis=1, initial=0, where=views.is_open)
    best = np.column_stack((her_best, their_best)).astype(np.int32)
    if not options.own_best:
        return Scores(fit, fit, views.is_open, best)
    hers, theirs = _against(views.hers, her_best), _against(views.theirs, their_best)
    return Scores(fit, combined(hers, theirs, options.mentee_voice), views.is_open, best)


def combined(hers: Ints, theirs: Ints, voice: int) -> Ints:
    both = (voice * hers + (100 - voice) * theirs) // 100
    alone = np.where(hers < 0, np.maximum(theirs, 0), hers)
    return np.where((hers < 0) | (theirs < 0), alone, both).astype(np.int32)


def _against(view: Ints, best: Ints) -> Ints:
    share = view * FULL_FIT // np.maximum(best, 1)[:, None]
    return np.where(view > 0, share, view).astype(np.int32)


def _views(block: "Block") -> Views:
    open_pairs = (block.looked_up(IS_OPEN) > 0) & ~block.barred() & block.meets_musts()
    return Views(
        hers=_mean(block.her_points(), block.looked_up(HER_WEIGHT)),
        theirs=_mean(block.their_points(), block.looked_up(THEIR_WEIGHT)),
        is_open=open_pairs,
    )


def _mean(points: Ints, weight: Ints) -> Ints:
    return np.where(weight > 0, points // np.maximum(weight, 1), NOTHING_COUNTS)


class Block:
    """Some mentees against all mentors, one matrix for each thing that is compared."""

    def __init__(self, population: Population, rows: Longs) -> None:
        self.population = population
        self.mentees = population.mentees
        self.mentors = population.mentors
        self.rows = rows
        self.hers = self.mentees.said[rows]
        self.shape = (len(rows), len(self.mentors.key))
        self.asked: Asked = asked(population.options)
        categories, self.table_row = np.unique(self.hers[:, CATEGORY], return_inverse=True)
        self.table: Table = tabulate(population, categories)
        self.covered = self.held(NEED)
        self.shared = self.held(INTEREST)
        self.lived = self.held(EXPERIENCE)
        self.chosen = self._ranked(CHOICE, CHOICE_SHARE)
        self.is_timed = self.looked_up(IS_TIMED) > 0
        self.minutes = self._shared_minutes()
        specialty = self.hers[:, SPECIALTY, None]
        self.same_specialty = (specialty == self.mentors.said[:, SPECIALTY]) & (specialty != UNSAID)

    def looked_up(self, cell: int) -> Ints:
        cells: Ints = self.table.cells[self.table_row][:, self.mentors.said[:, CATEGORY], cell]
        return cells

    def her_points(self) -> Ints:
        points: Ints = (
            self.looked_up(HER_POINTS)
            + self._weight(Criterion.NEEDS) * _share(self.covered, self.hers[:, NEEDS])
            + self._weight(Criterion.INTERESTS) * _share(self.shared, self.hers[:, INTERESTS])
            + self._weight(Criterion.SPECIALTY) * FULL_FIT * self.same_specialty
            + self._weight(Criterion.TIME) * self._time_shares()
            + self._weight(Criterion.CHOICES) * self.chosen
            + self._weight(Criterion.EXPERIENCE) * _share(self.lived, self.hers[:, LIVED])
        )
        return points

    def their_points(self) -> Ints:
        shared = self.shared * FULL_FIT // np.maximum(self.mentors.said[:, INTERESTS], 1)
        points: Ints = (
            self.looked_up(THEIR_POINTS)
            + self.asked.interests * shared
            + self.asked.time * self._time_shares()
            + self.asked.choices * self._ranked(CHOSEN_BY, CHOSEN_BY_SHARE)
        )
        return points

    def barred(self) -> Flags:
        barred = np.zeros(self.shape, dtype=np.bool_)
        for at, row in enumerate(self.rows):
            barred[at, self.mentees.listed(row, BARRED)] = True
        if self.asked.other_institution:
            barred |= self.held(INSTITUTION) > 0
        return barred

    def meets_musts(self) -> Flags:
        must = self.asked
        met = ~self.is_timed | (self.minutes >= max(must.overlap_minutes, must.must_time))
        if must.must_needs:
            met &= (self.covered > 0) | _is_empty(self.hers[:, NEEDS])
        if must.must_interests:
            met &= (self.shared > 0) | _is_empty(self.hers[:, INTERESTS])
        if must.must_specialty:
            met &= self.same_specialty | _is_empty(self.hers[:, SPECIALTY])
        if must.must_choices:
            met &= (self.chosen > 0) | _is_empty(self.hers[:, RANKS])
        if must.must_experience:
            met &= (self.lived > 0) | _is_empty(self.hers[:, LIVED])
        return met

    def _weight(self, criterion: Criterion) -> Ints:
        weights: Ints = self.table.weights[self.table_row, CRITERIA[criterion], None]
        return weights

    def _time_shares(self) -> Ints:
        by_slots = [
            share_of_minutes(slots * MINUTES_PER_SLOT) for slots in range(SLOTS_PER_WEEK + 1)
        ]
        shares = np.array(by_slots, dtype=np.int32)[self.minutes // MINUTES_PER_SLOT]
        return np.where(self.is_timed, shares, 0)

    def held(self, kind: int) -> Ints:
        """How many of the tags that each mentee lists each mentor has."""
        counts = np.zeros(self.shape, dtype=np.int32)
        for at, row in enumerate(self.rows):
            for tag in self.mentees.listed(row, kind):
                counts[at, self.mentors.holders(tag)] += 1
        return counts

    def _ranked(self, kind: int, kind_of_share: int) -> Ints:
        shares = np.zeros(self.shape, dtype=np.int32)
        for at, row in enumerate(self.rows):
            shares[at, self.mentees.listed(row, kind)] = self.mentees.listed(row, kind_of_share)
        return shares

    def _shared_minutes(self) -> Ints:
        hers, her_class = np.unique(self.hers[:, HOURS], return_inverse=True)
        theirs, their_class = np.unique(self.mentors.said[:, HOURS], return_inverse=True)
        one, other = self.population.weeks[hers], self.population.weeks[theirs]
        fewest = np.full((len(hers), len(theirs)), SLOTS_PER_WEEK, dtype=np.int32)
        for week in range(0, one.shape[1], WORDS_PER_WEEK):
            slots = np.zeros_like(fewest)
            for word in range(week, week + WORDS_PER_WEEK):
                slots += np.bitwise_count(one[:, word, None] & other[:, word])
            np.minimum(fewest, slots, out=fewest)
        minutes: Ints = (fewest * MINUTES_PER_SLOT)[her_class][:, their_class]
        return minutes


def _share(counts: Ints, total: Ints) -> Ints:
    shares: Ints = counts * FULL_FIT // np.maximum(total, 1)[:, None]
    return shares


def _is_empty(said: Ints) -> Flags:
    is_empty: Flags = (said == 0)[:, None]
    return is_empty
