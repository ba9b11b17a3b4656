"""The same search with numpy alone: every pair of a block of mentees at once."""

from collections.abc import Iterator

import numpy as np

from corridor.algorithms.matching.candidates_pricing import Thresholds
from corridor.algorithms.matching.candidates_search import Found, found_for
from corridor.algorithms.matching.lottery import tickets
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.population import Population
from corridor.algorithms.matching.progress import Progress
from corridor.algorithms.matching.scoring import Scores, score

PAIRS = 500_000
"""Scored at once: some tens of megabytes."""
TICKET_BITS = 63


def blocks(population: Population, rows: Longs) -> Iterator[tuple[Longs, Scores, float]]:
    """Rows, their scores against all mentors, and how far this is, 0 to 1."""
    height = max(1, PAIRS // max(1, len(population.mentors.key)))
    for begin in range(0, len(rows), height):
        block = rows[begin : begin + height]
        yield block, score(population, block), (begin + len(block)) / len(rows)


def best_of_each(population: Population, places: int, progress: Progress | None) -> Found:
    mentees = len(population.mentees.key)
    found = found_for(mentees, places)
    for block, scores, done in blocks(population, np.arange(mentees)):
        found.best[block] = scores.best
        for at, row in enumerate(block):
            kept = _best_positions(population, row, scores, at, places)
            found.size[row] = len(kept)
            found.position[row, : len(kept)] = kept
            found.fit[row, : len(kept)] = scores.fit[at, kept]
            found.worth[row, : len(kept)] = scores.worth[at, kept]
        if progress:
            progress("candidates", done)
    return found


def _best_positions(
    population: Population, row: int, scores: Scores, at: int, places: int
) -> Longs:
    positions = np.flatnonzero(scores.is_open[at])
    worth = scores.worth[at, positions]
    if len(positions) > places:
        least = np.partition(worth, len(worth) - places)[len(worth) - places]
        positions, worth = positions[worth >= least], worth[worth >= least]
    keys = population.mentors.key[positions]
    drawn = tickets(
        np.broadcast_to(population.mentees.key[row], keys.shape), keys, bits=TICKET_BITS
    )
    return positions[np.lexsort((drawn, -worth))][:places]


def scores_of(population: Population, rows: Longs, positions: Ints, _best: Ints) -> Ints:
    """(pairs, 2) fit and worth of aligned pairs; -1 where a pair is barred."""
    order = np.argsort(rows, kind="stable")
    result = np.full((len(rows), 2), -1, np.int32)
    for block, scores, _ in blocks(population, np.unique(rows)):
        first, last = np.searchsorted(rows[order], [block[0], block[-1] + 1])
        pairs = order[first:last]
        at = np.searchsorted(block, rows[pairs])
        is_open = scores.is_open[at, positions[pairs]]
        result[pairs, 0] = np.where(is_open, scores.fit[at, positions[pairs]], -1)
        result[pairs, 1] = np.where(is_open, scores.worth[at, positions[pairs]], -1)
    return result


def pairs_above(population: Population, _best: Ints, thresholds: Thresholds) -> Ints:
    """(pairs, 4) row, position, fit and worth wherever worth exceeds profit and price."""
    profit, _, price = thresholds
    found = [np.zeros((0, 4), np.int32)]
    for block, scores, _ in blocks(population, np.arange(len(population.mentees.key))):
        above = scores.is_open & (scores.worth > profit[block][:, None] + price)
        at, position = np.nonzero(above)
        found.append(
            np.column_stack((block[at], position, scores.fit[above], scores.worth[above])).astype(
                np.int32
            )
        )
    return np.concatenate(found)
