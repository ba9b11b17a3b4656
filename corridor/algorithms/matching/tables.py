"""What every two categories of people mean for a pair: worked out once, looked up for each pair."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.market import Ints
from corridor.algorithms.matching.options import FULL_FIT, MUST, Options
from corridor.algorithms.matching.people import Criterion
from corridor.algorithms.matching.population import MenteeCategories, Population
from corridor.algorithms.matching.shares import STAGE_SHARES, share_of_rungs

CRITERIA = {criterion: number for number, criterion in enumerate(Criterion)}

Flags = NDArray[np.bool_]


IS_OPEN, IS_TIMED, HER_POINTS, HER_WEIGHT, THEIR_POINTS, THEIR_WEIGHT = range(6)
"""Cells of a table: no rule about stage, language or role, and no must about what was left out,
bars the pair; both said when they are free; weight times share of stage and language, which the
categories decide; and the sum of the weights of all criteria that count."""


class Table(NamedTuple):
    """Rows are mentees' categories, columns mentors' categories."""

    cells: Ints
    """(rows, columns, 6)"""
    weights: Ints
    """(rows, criteria) with the mentee's top criterion doubled."""


class Asked(NamedTuple):
    """What the settings ask of every pair; weights are those of the mentor's view."""

    voice: int
    own_best: bool
    other_institution: bool
    overlap_minutes: int
    interests: int
    choices: int
    time: int
    must_needs: bool
    must_interests: bool
    must_specialty: bool
    must_time: bool
    must_choices: bool
    must_experience: bool


def asked(options: Options) -> Asked:
    def must(criterion: Criterion) -> bool:
        return options.weights.get(criterion, 0) >= MUST

    weights = base_weights(options).tolist()
    return Asked(
        voice=options.mentee_voice,
        own_best=options.own_best,
        other_institution=options.rules.other_institution,
        overlap_minutes=options.rules.overlap_minutes,
        interests=weights[CRITERIA[Criterion.INTERESTS]],
        choices=weights[CRITERIA[Criterion.CHOICES]],
        time=weights[CRITERIA[Criterion.TIME]],
        must_needs=must(Criterion.NEEDS),
        must_interests=must(Criterion.INTERESTS),
        must_specialty=must(Criterion.SPECIALTY),
        must_time=must(Criterion.TIME),
        must_choices=must(Criterion.CHOICES),
        must_experience=must(Criterion.EXPERIENCE),
    )


def base_weights(options: Options) -> Ints:
    return np.array([options.weights.get(one, 0) for one in Criterion], dtype=np.int32)


def tabulate(population: Population, categories: Ints) -> Table:
    """The table for these categories of mentees and all categories of mentors."""
    base = base_weights(population.options)
    mentees = MenteeCategories(*(column[categories] for column in population.mentee_categories))
    is_top = mentees.top[:, None] == np.arange(len(base))
    weights = base * np.where(is_top, 2, 1).astype(np.int32)
    couple = _Couple(population, mentees)
    theirs = np.broadcast_to(base, weights.shape)
    cells = np.empty((*couple.shape, 6), dtype=np.int32)
    cells[..., IS_OPEN] = couple.is_open()
    cells[..., IS_TIMED] = couple.both_said("hours")
    cells[..., HER_POINTS] = couple.points(weights)
    cells[..., HER_WEIGHT] = couple.weight(weights, couple.hers_judged())
    cells[..., THEIR_POINTS] = couple.points(theirs)
    cells[..., THEIR_WEIGHT] = couple.weight(theirs, couple.theirs_judged())
    return Table(cells, weights)


class _Couple:
    """Categories of mentees against all categories of mentors."""

    def __init__(self, population: Population, mentees: MenteeCategories) -> None:
        self.options = population.options
        self.mentees = mentees
        self.mentors = population.mentor_categories
        self.shape = (len(mentees.stage), len(self.mentors.stage))
        self.rungs = self.mentors.stage - mentees.stage[:, None]
        self.have_stages = (self.mentors.stage >= 0) & (mentees.stage >= 0)[:, None]
        self.languages = population.languages
        self.shared_languages = self.languages.shared[mentees.language][:, self.mentors.language]
        self.speak = (self.mentors.language > 0) & (mentees.language > 0)[:, None]

    def both_said(self, what: str) -> Flags:
        hers: Ints = getattr(self.mentees, f"has_{what}")
        theirs: Ints = getattr(self.mentors, f"has_{what}")
        return (hers[:, None] & theirs).astype(np.bool_)

    def hers_judged(self) -> dict[Criterion, Flags]:
        return self._common_judged() | {
            Criterion.NEEDS: self._of_mentee(self.mentees.has_needs),
            Criterion.INTERESTS: self._of_mentee(self.mentees.has_interests),
            Criterion.SPECIALTY: self.both_said("specialty"),
            Criterion.CHOICES: self._of_mentee(self.mentees.has_choices),
            Criterion.EXPERIENCE: self._of_mentee(self.mentees.has_shares),
        }

    def theirs_judged(self) -> dict[Criterion, Flags]:
        ranks = np.broadcast_to(self.mentors.has_choices.astype(np.bool_), self.shape)
        return self._common_judged() | {
            Criterion.INTERESTS: self._of_mentee(self.mentees.has_interests),
            Criterion.CHOICES: ranks,
        }

    def _common_judged(self) -> dict[Criterion, Flags]:
        weighed = self.languages.counts[self.mentees.language][:, None]
        return {
            Criterion.STAGE: self.have_stages,
            Criterion.TIME: self.both_said("hours"),
            Criterion.LANGUAGE: self.speak & weighed,
        }

    def weight(self, weights: Ints, judged: dict[Criterion, Flags]) -> Ints:
        total = np.zeros(self.shape, dtype=np.int32)
        for criterion, counts in judged.items():
            total += weights[:, CRITERIA[criterion], None] * counts
        return total

    def points(self, weights: Ints) -> Ints:
        stage = weights[:, CRITERIA[Criterion.STAGE], None] * self._stage_shares()
        language = weights[:, CRITERIA[Criterion.LANGUAGE], None] * self._language_shares()
        return (stage + language).astype(np.int32)

    def is_open(self) -> Flags:
        rules = self.options.rules
        is_open = (self.mentees.roles[:, None] & self.mentors.roles) > 0
        if rules.senior_mentor:
            is_open &= ~self.have_stages | (self.rungs > 0)
        if rules.shared_language:
            is_open &= ~self.speak | (self.shared_languages > 0)
        for criterion, met in self._musts().items():
            if self.options.weights.get(criterion, 0) >= MUST:
                is_open &= met
        return is_open

    def _musts(self) -> dict[Criterion, Flags]:
        """Met, or not asked; hours and specialty are looked at again for each pair."""
        return {
            Criterion.STAGE: (self.mentees.stage < 0)[:, None] | (self._stage_shares() > 0),
            Criterion.LANGUAGE: (self.mentees.language == 0)[:, None] | (self.shared_languages > 0),
            Criterion.TIME: (self.mentees.has_hours == 0)[:, None] | self.both_said("hours"),
            Criterion.SPECIALTY: (self.mentees.has_specialty == 0)[:, None]
            | self.both_said("specialty"),
        }

    def _stage_shares(self) -> Ints:
        highest = len(STAGE_SHARES)
        by_rungs = np.array([share_of_rungs(rungs) for rungs in range(-1, highest + 1)])
        shares = by_rungs[np.clip(self.rungs, -1, highest) + 1]
        return np.where(self.have_stages, shares, 0).astype(np.int32)

    def _language_shares(self) -> Ints:
        spoken = np.maximum(self.languages.spoken[self.mentees.language], 1)[:, None]
        weighed = self.languages.counts[self.mentees.language][:, None]
        return np.where(weighed, self.shared_languages * FULL_FIT // spoken, 0).astype(np.int32)

    def _of_mentee(self, said: Ints) -> Flags:
        return np.broadcast_to(said.astype(np.bool_)[:, None], self.shape)
