"""What each side alone thinks of the pairs of a market."""

from dataclasses import replace

import numpy as np

from corridor.algorithms.matching import candidates_blocks, candidates_compiled
from corridor.algorithms.matching.candidates import EVERY_PAIR
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.run_solve import Solved
from corridor.algorithms.matching.stability import Preferences

MENTEE_ALONE = 100
MENTOR_ALONE = 0
"""Per cent of the mentee's voice."""


def preferences_of(solved: Solved) -> Preferences:
    """A side that can judge nothing takes the view of the other."""
    return Preferences(
        start=solved.market.start,
        mentor=solved.market.mentor,
        mentee_score=_view(solved, voice=MENTEE_ALONE),
        mentor_score=_view(solved, voice=MENTOR_ALONE),
        capacity=solved.people.places,
        mentee=solved.market.mentee,
        limits=solved.market.limits,
    )


def _view(solved: Solved, *, voice: int) -> Longs:
    population = solved.candidates.population
    options = replace(population.options, mentee_voice=voice, own_best=False)
    is_small = len(solved.people.mentees) * len(solved.people.mentors) <= EVERY_PAIR
    search = candidates_blocks if is_small or not HAS_NUMBA else candidates_compiled
    views = search.scores_of(
        replace(population, options=options),
        solved.people.requests.mentee[solved.row_of_pair].astype(np.int64),
        np.argsort(population.order)[solved.market.mentor].astype(np.int32),
        solved.candidates.best,
    )[:, 0]
    # A pin stands for a pair that something bars: then both sides go by the fit.
    return np.where(views < 0, solved.priced.fit, views).astype(np.int64)
