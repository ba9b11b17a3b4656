"""The search for mentees who gave the same answers: they share one row of scores.

No bound rules anybody out where everybody is alike, so each score is worked out once for all
mentees of a crowd, and only the lottery is drawn for each. The lists are those of ``best_rows``.
"""

import numpy as np

from corridor.algorithms.matching.candidates_bounds import (
    Scratch,
    count_common,
    exact_views,
    seeker_of,
)
from corridor.algorithms.matching.candidates_heap import Heap, offer
from corridor.algorithms.matching.candidates_search import KNOWN, Found
from corridor.algorithms.matching.jit import njit
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.population import Population
from corridor.algorithms.matching.scoring_pairs import (
    CLOSED,
    Case,
    Word,
    mixed,
    ticket_of,
    worth_of,
)

DRAWN = 256
"""Tickets drawn before any is looked at: a loop without branches does several at once."""


def crowds_of(population: Population) -> Longs:
    """(mentees,) a number for each, the same for all with the same answers and relations."""
    mentees = population.mentees
    numbers: dict[tuple[bytes, bytes, bytes], int] = {}
    first, end = mentees.start[:, 0].tolist(), mentees.start[:, -1].tolist()
    within = mentees.start - mentees.start[:, :1]
    return np.fromiter(
        (
            numbers.setdefault(
                (
                    mentees.said[row].tobytes(),
                    within[row].tobytes(),
                    mentees.item[first[row] : end[row]].tobytes(),
                ),
                len(numbers),
            )
            for row in range(len(first))
        ),
        dtype=np.int64,
        count=len(first),
    )


@njit
def best_alike(case: Case, rows: Longs, table_row: int, scratch: Scratch, found: Found) -> None:
    """Fills ``found`` for these rows, which are all alike, in no order."""
    mentors, places = len(case.mentors.key), found.position.shape[1]
    fit, worth, best = _score_all(case, rows[0], table_row, scratch)
    least, above = _worst_kept(worth, places)
    sure, tied = np.empty(above, np.int32), np.empty(mentors, np.int32)
    keys = np.empty(mentors, np.uint64)
    certain, ties = 0, 0
    for position in range(mentors):
        if worth[position] > least:
            sure[certain] = position
            certain += 1
        elif worth[position] == least:
            tied[ties] = position
            keys[ties] = case.mentors.key[position]
            ties += 1
    drawn = min(ties, places - certain)
    heap = Heap(
        np.zeros(drawn, np.int32),
        np.zeros(drawn, np.int64),
        np.zeros(drawn, np.int32),
        np.zeros(drawn, np.int32),
    )
    tickets = np.empty(DRAWN, np.int64)
    for row in rows:
        found.size[row] = certain + drawn
        found.best[row, 0], found.best[row, 1] = best
        _draw(case.mentees.key[row], keys[:ties], tied, heap, tickets)
        for place in range(certain + drawn):
            position = sure[place] if place < certain else heap.position[place - certain]
            found.position[row, place] = position
            found.fit[row, place] = fit[position]
            found.worth[row, place] = worth[position]


@njit
def _score_all(
    case: Case, row: int, table_row: int, scratch: Scratch
) -> tuple[Ints, Ints, tuple[int, int]]:
    """Fit and worth of every mentor, -1 where barred, and the highest views."""
    mentors = len(case.mentors.key)
    fit, worth = np.empty(mentors, np.int32), np.empty(mentors, np.int32)
    seeker = seeker_of(case, row, table_row)
    count_common(case, row, scratch)
    best_of_hers, best_of_theirs = 0, 0
    for position in range(len(fit)):
        hers, theirs = exact_views(case, seeker, position, scratch.common[position])
        fit[position], worth[position] = hers, theirs
        best_of_hers, best_of_theirs = max(best_of_hers, hers), max(best_of_theirs, theirs)
    best = (best_of_hers, best_of_theirs) if case.asked.own_best else KNOWN
    for position in range(len(fit)):
        hers, theirs = fit[position], worth[position]
        is_open = hers != CLOSED
        fit[position] = mixed(hers, theirs, case.asked.voice) if is_open else -1
        worth[position] = worth_of(case.asked, hers, theirs, best) if is_open else -1
    return fit, worth, best


@njit
def _worst_kept(worth: Ints, places: int) -> tuple[int, int]:
    """The least worth on a list of the best, and how many are worth more."""
    having = np.zeros(FULL_FIT + 1, np.int64)
    for each in worth:
        if each >= 0:
            having[each] += 1
    above, least = 0, FULL_FIT
    while least > 0 and above + having[least] < places:
        above += having[least]
        least -= 1
    return least, above


@njit
def _draw(mentee: Word, keys: Word, tied: Ints, heap: Heap, tickets: Longs) -> None:
    """Those of the tied whom the lottery prefers."""
    size, wanted = 0, len(heap.ticket)
    for begin in range(0, len(keys), len(tickets)):
        some = keys[begin : begin + len(tickets)]
        lowest = np.int64(2**63 - 1)
        for at in range(len(some)):
            ticket = np.int64(ticket_of(mentee, some[at]))
            tickets[at] = ticket
            lowest = min(lowest, ticket)
        if size == wanted and lowest > heap.ticket[0]:
            continue
        for at in range(len(some)):
            size = offer(heap, size, 0, tickets[at], tied[begin + at], 0)
