"""Runs the compiled search over a whole population, like mentees together."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from corridor.algorithms.matching.candidates_alike import best_alike, crowds_of
from corridor.algorithms.matching.candidates_bounds import bounds_for, scratch_for
from corridor.algorithms.matching.candidates_pricing import (
    Thresholds,
    by_price,
    mentees_naming,
    mentors_in,
    rows_above,
)
from corridor.algorithms.matching.candidates_search import (
    Found,
    best_rows,
    found_for,
    score_pairs,
)
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.population import CATEGORY, SPECIALTY, Population
from corridor.algorithms.matching.progress import Progress
from corridor.algorithms.matching.scoring_pairs import Case
from corridor.algorithms.matching.tables import asked, tabulate

CELLS = 300_000
"""Of a table held at once: a few megabytes."""
ALIKE = 16
"""So many mentees with the same answers share one row of scores."""
ROWS = 4_096
"""Mentees between two reports of progress."""


class Batch(NamedTuple):
    case: Case
    rows: Longs
    table_rows: Ints
    done: float
    """0 to 1, after this batch."""


def best_of_each(population: Population, places: int, progress: Progress | None) -> Found:
    found = found_for(len(population.mentees.key), places)
    scratch = scratch_for(len(population.mentors.key), len(population.mentors.block))
    crowd = crowds_of(population)
    for case, rows, table_rows, done in _batches(population, population.rows):
        apart = np.ones(len(rows), dtype=np.bool_)
        for members in _large_crowds(crowd[rows]):
            apart[members] = False
            best_alike(case, rows[members], table_rows[members[0]], scratch, found)
        # Neighbours look at the same mentors, who are then still near the processor.
        specialty = population.mentees.said[rows, SPECIALTY]
        near = np.flatnonzero(apart)
        near = near[np.argsort(specialty[near], kind="stable")]
        best_rows(case, rows[near], table_rows[near], bounds_for(case), scratch, found)
        if progress:
            progress("candidates", done)
    return found


def _large_crowds(crowd: Longs) -> Iterator[Longs]:
    """Where in a batch the mentees of each crowd are that is worth a search of its own."""
    _, at, size = np.unique(crowd, return_inverse=True, return_counts=True)
    for number in np.flatnonzero(size >= ALIKE).tolist():
        yield np.flatnonzero(at == number)


def scores_of(population: Population, rows: Longs, positions: Ints, best: Ints) -> Ints:
    """(pairs, 2) fit and worth of aligned pairs; -1 where a pair is barred."""
    category = population.mentees.said[rows, CATEGORY]
    order = np.argsort(category, kind="stable")
    scores = np.empty((len(rows), 2), np.int32)
    begin = 0
    for case, batch, table_rows, _ in _batches(population, rows[order]):
        here = order[begin : begin + len(batch)]
        of_batch = np.empty((len(batch), 2), np.int32)
        score_pairs(case, batch, table_rows, positions[here], best, of_batch)
        scores[here] = of_batch
        begin += len(batch)
    return scores


def pairs_above(population: Population, best: Ints, thresholds: Thresholds) -> Ints:
    """(pairs, 4) row, position, fit and worth wherever worth exceeds profit and price.

    Pairs worth more than ``thresholds.least`` may be left out: they are on the lists.
    """
    order = by_price(population.mentors, thresholds.price)
    thresholds = thresholds._replace(price=thresholds.price[order])
    moved = replace(
        population,
        order=population.order[order],
        mentees=mentees_naming(order, population.mentees),
        mentors=mentors_in(order, population.mentors),
    )
    scratch = scratch_for(len(population.mentors.key), len(population.mentors.block))
    found = [
        rows_above(case, rows, table_rows, best, thresholds, bounds_for(case), scratch)
        for case, rows, table_rows, _ in _batches(moved, moved.rows)
    ]
    pairs = np.concatenate(found) if found else np.zeros((0, 4), np.int32)
    pairs[:, 1] = order[pairs[:, 1]]
    return pairs


def _batches(population: Population, rows: Longs) -> Iterator[Batch]:
    """Cuts rows, which are sorted by category, where a table or a report is due."""
    category = population.mentees.said[rows, CATEGORY]
    most = max(1, CELLS // max(1, len(population.mentor_categories.stage)))
    starts = np.flatnonzero(np.diff(category, prepend=-1))
    cuts = [*starts[::most].tolist(), len(rows)]
    for first, last in pairwise(cuts):
        for begin in range(first, last, ROWS):
            batch = slice(begin, min(last, begin + ROWS))
            categories, table_rows = np.unique(category[batch], return_inverse=True)
            case = Case(
                population.mentees,
                population.mentors,
                population.weeks,
                tabulate(population, categories),
                asked(population.options),
                population.few_needs,
            )
            yield Batch(case, rows[batch], table_rows.astype(np.int32), batch.stop / len(rows))
