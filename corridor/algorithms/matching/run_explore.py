"""The whole run again with one setting changed, measured in the terms of the run itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from corridor.algorithms.matching.compatibility import compare
from corridor.algorithms.matching.figures import gini
from corridor.algorithms.matching.options import MUST, Options
from corridor.algorithms.matching.outcome import WhatIf
from corridor.algorithms.matching.people import Criterion, Role
from corridor.algorithms.matching.progress import Progress
from corridor.algorithms.matching.run_pricing import complete
from corridor.algorithms.matching.run_solve import Solved, prepare

LOAD = "load"
MAIN = (Criterion.NEEDS, Criterion.INTERESTS, Criterion.CHOICES)
"""Criteria explored in a large programme, where each run takes its time."""
LARGE = 3_000
"""People from which only the main settings are explored."""
LARGE_WITH_LIMITS = 2_000
"""Pairs from which they are where mentors have limits of their own."""

Given = Mapping[tuple[str, Role], frozenset[str]]
"""The mentors of each mentee in each role."""


@dataclass(frozen=True, kw_only=True)
class _Measured:
    matched: int
    mean_fit: int
    moved: int
    max_load: int
    gini: float


def what_ifs_of(solved: Solved, *, progress: Progress | None = None) -> tuple[WhatIf, ...]:
    """Each weight off and doubled, load off and doubled."""
    settings = list(_settings(solved))
    found = []
    for done, (setting, value, options) in enumerate(settings):
        if progress:
            progress("exploring", done / len(settings))
        measured = _measured(solved, _again(solved, options))
        found.append(
            WhatIf(
                setting=setting,
                value=value,
                matched=measured.matched,
                mean_fit=measured.mean_fit,
                moved=measured.moved,
                max_load=measured.max_load,
                gini=measured.gini,
            )
        )
    return tuple(found)


def without_experience(solved: Solved) -> Mapping[str, int]:
    """Matched, moved and mean fit, as changes, if nobody's wish for shared experience counted."""
    options = solved.people.options
    asked = any(mentee.shares for mentee in solved.people.mentees)
    if not asked or not options.weights.get(Criterion.EXPERIENCE, 0):
        return {"matched": 0, "moved": 0, "fit": 0}
    now = _measured(solved, solved)
    then = _measured(solved, _again(solved, _with_weight(options, Criterion.EXPERIENCE, weight=0)))
    return {
        "matched": then.matched - now.matched,
        "moved": then.moved,
        "fit": then.mean_fit - now.mean_fit,
    }


def _settings(solved: Solved) -> Iterator[tuple[str, int, Options]]:
    options = solved.people.options
    people = len(solved.people.mentees) + len(solved.people.mentors)
    is_slow = bool(solved.market.limits) and len(solved.market.mentor) > LARGE_WITH_LIMITS
    for criterion in MAIN if is_slow or people > LARGE else Criterion:
        weight = options.weights.get(criterion, 0)
        if 0 < weight < MUST:
            for value in sorted({0, min(MUST - 1, 2 * weight)} - {weight}):
                yield criterion, value, _with_weight(options, criterion, weight=value)
    if options.load_weight:
        for value in (0, 2 * options.load_weight):
            yield LOAD, value, replace(options, load_weight=value)


def _with_weight(options: Options, criterion: Criterion, *, weight: int) -> Options:
    return replace(options, weights={**options.weights, criterion: weight})


def _again(solved: Solved, options: Options) -> Solved:
    people = solved.people
    return complete(prepare(people.mentees, people.mentors, options)).solved


def _measured(base: Solved, other: Solved) -> _Measured:
    loads = other.load + np.array([mentor.carries for mentor in base.people.mentors])
    fits = _fits_in(base, other)
    capacity = np.array([mentor.capacity for mentor in base.people.mentors])
    used = (loads[capacity > 0] / capacity[capacity > 0]).tolist()
    return _Measured(
        matched=len(fits),
        mean_fit=sum(fits) // len(fits) if fits else 0,
        moved=_moved(base, other),
        max_load=int(loads.max(initial=0)),
        gini=gini(used),
    )


def _fits_in(base: Solved, other: Solved) -> list[int]:
    """Fits of the other run's matches, as the base run measures fit."""
    if other.people.options.weights == base.people.options.weights:
        return [int(fit) for fit in other.fits[other.pair >= 0]]
    fit_of = _known_fits(base)
    return [fit_of(row, int(other.given[row])) for row in np.flatnonzero(other.pair >= 0).tolist()]


def _known_fits(base: Solved) -> Callable[[int, int], int]:
    """Most pairs are in the lists of the base run; the others are compared."""
    market = base.market

    def fit_of(row: int, column: int) -> int:
        first, last = market.start[row : row + 2].tolist()
        at = first + int(np.searchsorted(market.mentor[first:last], column))
        if at < last and market.mentor[at] == column:
            return int(base.priced.fit[at])
        return compare(base.mentee(row), base.mentor(column), base.people.options).fit

    return fit_of


def _moved(base: Solved, other: Solved) -> int:
    """Requests given somebody else than in the run itself, or nobody, or somebody at last."""
    before, after = _given(base), _given(other)
    return sum(max(len(before[key] - after[key]), len(after[key] - before[key])) for key in before)


def _given(solved: Solved) -> Given:
    given: dict[tuple[str, Role], set[str]] = {}
    for row, column in enumerate(solved.given.tolist()):
        mentors = given.setdefault((solved.mentee(row).id, solved.role(row)), set())
        if column >= 0:
            mentors.add(solved.mentor(column).id)
    return {key: frozenset(mentors) for key, mentors in given.items()}
