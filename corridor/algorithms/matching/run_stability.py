"""How far a run is from stable, and what the stable alternative would give."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from corridor.algorithms.matching import lottery
from corridor.algorithms.matching.market import Ints
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.outcome import Stability
from corridor.algorithms.matching.people import Role
from corridor.algorithms.matching.run_solve import Solved, pairs_of
from corridor.algorithms.matching.run_views import preferences_of
from corridor.algorithms.matching.stability import (
    EXAMPLES,
    Preferences,
    blocking_pairs,
    stable_assignment,
)


def stability_of(solved: Solved) -> Stability:
    preferences = preferences_of(solved)
    found = blocking_pairs(preferences, solved.given, is_full=solved.is_programme_full)
    seed = solved.people.options.seed
    keys = lottery.keys(seed, [mentee.id for mentee in solved.people.mentees])
    stable = _within_programme(
        solved,
        stable_assignment(
            _with_pins_first(solved, preferences),
            row_keys=keys[solved.people.requests.mentee],
            column_keys=lottery.keys(seed, [mentor.id for mentor in solved.people.mentors]),
        ),
    )
    pairs = pairs_of(solved.market, stable)
    fits = solved.priced.fit[pairs[pairs >= 0]]
    return Stability(
        blocking_pairs=len(found),
        noticeable_pairs=found.noticeable,
        examples=tuple(
            (
                solved.mentee(int(row)).id,
                solved.mentor(int(solved.market.mentor[pair])).id,
                int(hers),
                int(theirs),
            )
            for pair, row, hers, theirs in zip(
                found.pair[:EXAMPLES],
                found.row[:EXAMPLES],
                found.mentee_gain[:EXAMPLES],
                found.mentor_gain[:EXAMPLES],
                strict=True,
            )
        ),
        stable_matched=len(fits),
        stable_mean_fit=int(fits.mean()) if len(fits) else 0,
        stable_mentor_of=_mentor_of(solved, stable),
    )


def _with_pins_first(solved: Solved, preferences: Preferences) -> Preferences:
    """A pin stands in the stable alternative too; the figures know what people think of it."""
    is_pin = solved.people.requests.pinned[solved.row_of_pair] >= 0
    return replace(preferences, mentor_score=preferences.mentor_score + (FULL_FIT + 1) * is_pin)


def _within_programme(solved: Solved, stable: Ints) -> Ints:
    """Pins and the best fits, where the programme has fewer places than its mentors."""
    places = solved.people.options.places
    served = np.flatnonzero(stable >= 0)
    if places is None or len(served) <= places:
        return stable
    fits = solved.priced.fit[pairs_of(solved.market, stable)[served]]
    is_free = solved.people.requests.pinned[served] < 0
    left = served[np.lexsort((served, -fits, is_free))][places:]
    within = stable.copy()
    within[left] = -1
    return within


def _mentor_of(solved: Solved, stable: Ints) -> Mapping[tuple[str, Role], str]:
    """Her first mentor in each role."""
    found: dict[tuple[str, Role], str] = {}
    for row in np.flatnonzero(stable >= 0).tolist():
        key = (solved.mentee(row).id, solved.role(row))
        found.setdefault(key, solved.mentor(int(stable[row])).id)
    return found
