"""Whom each mentee could be matched with, and what each pair is worth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching import candidates_blocks, candidates_compiled
from corridor.algorithms.matching.candidates_pricing import Thresholds
from corridor.algorithms.matching.candidates_search import Found
from corridor.algorithms.matching.encoding import encode
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.lottery import tickets
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT, Options
from corridor.algorithms.matching.people import Mentee, Mentor
from corridor.algorithms.matching.population import CHOICE, Population
from corridor.algorithms.matching.progress import Progress

EVERY_PAIR = 2_250_000
"""Up to so many pairs (1,500 times 1,500), every feasible one is listed."""
QUIET_PLACES = 10
"""Of a mentee's list, kept for mentors whom few lists name; at most a fifth of it."""
QUIET_SHARE = 4
"""One mentor in so many counts as quiet."""
USUAL = 5
"""So many of her best say what is usual for a mentee."""
WINDOW = 4
"""Quiet mentors looked at for each of these places."""
TICKET_BITS = 63
ROWS = 8_192
"""Mentees whose quiet mentors are scored at once."""


@dataclass(frozen=True, kw_only=True)
class Candidates:
    start: Longs
    """(mentees + 1,) where each mentee's candidates begin."""
    mentor: Ints
    """(pairs,) the mentor, as given; ascending within a mentee."""
    fit: Ints
    """(pairs,) as shown, 0 to 10,000."""
    worth: Ints
    """(pairs,) as optimised, 0 to 10,000: measured against the mentee's own best if asked."""
    is_complete: bool
    """Every feasible pair is listed."""
    usual: Longs = field(repr=False)
    """(mentees,) the mean worth of the five best that are feasible; of fewer where there are."""
    least: Ints = field(repr=False)
    """(mentees,) no feasible pair outside her list is worth more; -1 where there is none."""
    population: Population = field(repr=False)
    best: Ints = field(repr=False)
    """(mentees, 2) the highest view of either side, against which worth is measured."""


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """Aligned, by mentee and then by mentor, both as given."""

    mentee: Ints
    mentor: Ints
    fit: Ints
    worth: Ints


def find_candidates(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    options: Options,
    *,
    progress: Progress | None = None,
) -> Candidates:
    """Every feasible pair of a small programme; of a large one, each mentee's best by worth.

    A list of ``options.candidates`` is the exact best of all feasible mentors, ties drawn by
    lot, but for a fifth of it (at most ten) that goes to mentors whom few lists name. Pins,
    existing matches and her own choices are listed besides, unless something bars them.
    """
    population = encode(mentees, mentors, options)
    if len(mentees) * len(mentors) <= EVERY_PAIR:
        return _every_feasible_pair(population, progress)

    places = min(QUIET_PLACES, options.candidates // 5)
    best = _search().best_of_each(population, options.candidates - places, progress)
    listed = [
        _pairs_of(best),
        _named_pairs(population, best, mentees, mentors),
        *_quiet_pairs(population, best, mentors, places),
    ]
    return _candidates(population, best, listed)


def pairs_not_listed(candidates: Candidates, *, profit: Longs, price: Longs) -> Pairs:
    """Feasible pairs outside the lists whose worth exceeds profit and price together.

    ``profit`` is by mentee and ``price`` by mentor, both in units of worth and as given. Where
    there are none, no pair outside the lists can improve an assignment with these prices.
    """
    population = candidates.population
    thresholds = Thresholds(profit, candidates.least, price[population.order])
    row, position, fit, worth = _search().pairs_above(population, candidates.best, thresholds).T
    mentor = population.order[position]
    pair = row.astype(np.int64) * len(population.order) + mentor
    order = np.argsort(pair)
    order = order[~is_among(listed_couples(candidates), pair[order])]
    return Pairs(mentee=row[order], mentor=mentor[order], fit=fit[order], worth=worth[order])


def usual_worth(start: Longs, worth: Longs | Ints) -> Longs:
    """(mentees,) what is usual for each: the mean of her five best pairs."""
    row = np.repeat(np.arange(len(start) - 1), np.diff(start))
    best_first = FULL_FIT - np.sort(row * (FULL_FIT + 1) + (FULL_FIT - worth)) % (FULL_FIT + 1)
    total = np.concatenate(([0], np.cumsum(best_first)))
    few = np.minimum(np.diff(start), USUAL)
    usual: Longs = (total[start[:-1] + few] - total[start[:-1]]) // np.maximum(few, 1)
    return usual


def listed_couples(candidates: Candidates) -> Longs:
    """One number for each pair on the lists, ascending: mentee times mentors, and mentor."""
    mentees = np.arange(len(candidates.start) - 1)
    row = np.repeat(mentees, np.diff(candidates.start))
    return row * len(candidates.population.order) + candidates.mentor


def is_among(ascending: Longs, wanted: Longs) -> NDArray[np.bool_]:
    """Which of the wanted are there; ``np.isin`` would sort both again."""
    if not len(ascending):
        return np.zeros(len(wanted), dtype=np.bool_)
    place = np.minimum(np.searchsorted(ascending, wanted), len(ascending) - 1)
    found: NDArray[np.bool_] = ascending[place] == wanted
    return found


def _search() -> ModuleType:
    return candidates_compiled if HAS_NUMBA else candidates_blocks


def _every_feasible_pair(population: Population, progress: Progress | None) -> Candidates:
    mentees = len(population.mentees.key)
    place = np.argsort(population.order)
    sizes, parts, best = [np.zeros(1, np.int64)], [np.zeros((0, 3), np.int32)], []
    for _, scores, done in candidates_blocks.blocks(population, np.arange(mentees)):
        row, mentor = np.nonzero(scores.is_open[:, place])
        position = place[mentor]
        sizes.append(np.bincount(row, minlength=len(scores.fit)))
        parts.append(
            np.column_stack((mentor, scores.fit[row, position], scores.worth[row, position]))
        )
        best.append(scores.best)
        if progress:
            progress("candidates", done)
    mentor, fit, worth = np.concatenate(parts).astype(np.int32).T
    start = np.cumsum(np.concatenate(sizes))
    return Candidates(
        start=start,
        mentor=np.ascontiguousarray(mentor),
        fit=np.ascontiguousarray(fit),
        worth=np.ascontiguousarray(worth),
        is_complete=True,
        usual=usual_worth(start, worth),
        least=np.full(mentees, -1, np.int32),
        population=population,
        best=np.concatenate(best) if best else np.zeros((0, 2), np.int32),
    )


def _least_of(best: Found) -> Ints:
    places = best.worth.shape[1]
    if not places:
        return np.full(len(best.size), FULL_FIT, np.int32)
    return np.where(best.size == places, best.worth.min(axis=1), -1).astype(np.int32)


class _Scored(NamedTuple):
    """Aligned; rows of mentees and positions of mentors."""

    row: Longs
    position: Ints
    fit: Ints
    worth: Ints


def _pairs_of(best: Found) -> _Scored:
    filled = np.arange(best.position.shape[1]) < best.size[:, None]
    row = np.repeat(np.arange(len(best.size)), best.size)
    return _Scored(row, best.position[filled], best.fit[filled], best.worth[filled])


def _scored(population: Population, best: Found, row: Longs, position: Ints) -> _Scored:
    """The feasible ones of these pairs."""
    fit, worth = _search().scores_of(population, row, position, best.best).T
    return _taken(_Scored(row, position, fit, worth), np.flatnonzero(fit >= 0))


def _taken(scored: _Scored, at: Longs) -> _Scored:
    return _Scored(scored.row[at], scored.position[at], scored.fit[at], scored.worth[at])


def _named_pairs(
    population: Population, best: Found, mentees: Sequence[Mentee], mentors: Sequence[Mentor]
) -> _Scored:
    """Pins, existing matches and her own choices."""
    row_of = {mentee.id: row for row, mentee in enumerate(mentees)}
    position_of = {mentors[at].id: position for position, at in enumerate(population.order)}
    options = population.options
    named = {
        (row_of[pair.mentee], position_of[pair.mentor])
        for pair in options.pins | options.existing
        if pair.mentee in row_of and pair.mentor in position_of
    }
    for row in range(len(mentees)):
        named.update((row, at) for at in population.mentees.listed(row, CHOICE).tolist())
    pairs = np.array(sorted(named), dtype=np.int64).reshape(-1, 2)
    return _scored(population, best, pairs[:, 0], pairs[:, 1].astype(np.int32))


def _quiet_pairs(
    population: Population, best: Found, mentors: Sequence[Mentor], places: int
) -> Iterator[_Scored]:
    """For each mentee the best of a stretch of the mentors whom fewest lists name.

    Each mentee looks at another stretch, by lot, so that quiet mentors share the attention.
    """
    quiet = _quiet_mentors(population, best, mentors)
    width = min(len(quiet), WINDOW * places)
    if not width:
        return
    first = (population.mentees.key % np.uint64(len(quiet))).astype(np.int64)
    for begin in range(0, len(best.size), ROWS):
        rows = population.rows[begin : begin + ROWS]
        stretch = quiet[(first[rows][:, None] + np.arange(width)) % len(quiet)]
        scored = _scored(population, best, np.repeat(rows, width), stretch.ravel())
        yield _best_of_each_row(population, scored, places)


def _quiet_mentors(population: Population, best: Found, mentors: Sequence[Mentor]) -> Ints:
    """Positions of the quarter with a free place that is listed least, in the order of the lot."""
    keys = population.mentors.key
    listed = np.bincount(_pairs_of(best).position, minlength=len(mentors))
    has_room = [mentors[at].capacity > mentors[at].carries for at in population.order.tolist()]
    free = np.flatnonzero(np.array(has_room, dtype=np.bool_))
    quiet = free[np.lexsort((keys[free], listed[free]))][: -(-len(free) // QUIET_SHARE)]
    return quiet[np.argsort(keys[quiet])].astype(np.int32)


def _best_of_each_row(population: Population, scored: _Scored, places: int) -> _Scored:
    drawn = tickets(
        population.mentees.key[scored.row],
        population.mentors.key[scored.position],
        bits=TICKET_BITS,
    )
    order = np.lexsort((drawn, -scored.worth, scored.row))
    row = scored.row[order]
    place = np.arange(len(row)) - np.searchsorted(row, row)
    kept = order[place < places]
    return _taken(scored, kept)


def _candidates(population: Population, best: Found, listed: Sequence[_Scored]) -> Candidates:
    mentees, mentors = len(best.size), len(population.order)
    everything = _Scored(*(np.concatenate(columns) for columns in zip(*listed, strict=True)))
    pair = everything.row * mentors + population.order[everything.position]
    pair, kept = np.unique(pair, return_index=True)
    start, worth = np.searchsorted(pair, np.arange(mentees + 1) * mentors), everything.worth[kept]
    return Candidates(
        start=start,
        mentor=(pair % mentors).astype(np.int32),
        fit=everything.fit[kept],
        worth=worth,
        is_complete=False,
        usual=usual_worth(start, worth),
        least=_least_of(best),
        population=population,
        best=best.best,
    )
