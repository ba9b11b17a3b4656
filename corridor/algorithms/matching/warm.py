"""Compile the solvers once, so that the first programme that needs them does not wait for it."""

from dataclasses import replace

import numpy as np

from corridor.algorithms.matching import candidates_compiled, packing
from corridor.algorithms.matching.candidates_pricing import Thresholds
from corridor.algorithms.matching.encoding import encode
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.kept import KeptMarket
from corridor.algorithms.matching.large import assign_large
from corridor.algorithms.matching.lottery import keys
from corridor.algorithms.matching.market import Limit, Market
from corridor.algorithms.matching.network import assign_network
from corridor.algorithms.matching.network_relaxed import HEAD_START
from corridor.algorithms.matching.options import FULL_FIT, Options
from corridor.algorithms.matching.people import Mentee, Mentor
from corridor.algorithms.matching.scoring_parts import contributions_of
from corridor.algorithms.matching.standings import standings_of
from corridor.algorithms.matching.state import Solved


def main() -> None:
    _compile_search()
    _compile_plain_markets()
    _compile_networks()


def _compile_search() -> None:
    """Among the mentees is a crowd that is all alike, and one who stands apart."""
    mentees = [Mentee(id=f"{number}") for number in range(candidates_compiled.ALIKE)]
    apart = Mentee(id="apart", interests=frozenset({"teaching"}), choices=("mentor",))
    population = encode([*mentees, apart], [Mentor(id="mentor")], Options())
    best = candidates_compiled.best_of_each(population, 1, None).best
    candidates_compiled.scores_of(population, np.array([0]), np.array([0], np.int32), best)
    thresholds = Thresholds(
        profit=np.zeros(len(best), np.int64),
        least=np.full(len(best), FULL_FIT, np.int32),
        price=np.zeros(1, np.int64),
    )
    candidates_compiled.pairs_above(population, best, thresholds)
    contributions_of(population, np.array([0]), np.array([0], np.int32))


def _compile_plain_markets() -> None:
    for is_large in (False, True):
        packed, _ = packing.pack(
            packing.Candidates(
                start=np.array([0, 2, 4], dtype=np.int64),
                mentor=np.array([0, 1, 0, 1], dtype=np.int32),
                points=np.array([3, 2, 2, 1], dtype=np.int32),
            ),
            packing.Room(places=np.array([1, 0]), carries=np.array([0, 0])),
            tier=np.array([0, 1]),
            row_keys=keys("", ["a", "b"]),
            column_keys=keys("", ["c", "d"]),
        )
        # Packed worth has 32 bits only where a programme is too large for a lottery.
        worth = packed.worth.astype(np.int64) if is_large else packed.worth.astype(np.int32)
        market = replace(packed, worth=worth)
        assignment = assign_large(market)
        if is_large:
            KeptMarket(market, assignment).welcome(market)
        Solved(market, assignment).force(0, 0)
        standings_of(market, assignment, market.worth.astype(np.int64))


def _compile_networks() -> None:
    """Without a head start and with one, and with limits that send somebody away."""
    for mentees, mentors in ((2, 2), (HEAD_START // 200 + 1, 100)):
        market = _everybody_asks_twice(mentees, mentors)
        assign_network(market)
        for held in (np.flatnonzero(market.mentor % 2), np.arange(len(market.mentor))):
            limit = Limit(mentor=-1, pairs=held, places=1)
            assign_network(replace(market, limits=(limit,)))


def _everybody_asks_twice(mentees: int, mentors: int) -> Market:
    rows = 2 * mentees
    pairs = np.arange(rows * mentors, dtype=np.int64)
    return Market(
        start=np.arange(rows + 1, dtype=np.int64) * mentors,
        mentor=(pairs % mentors).astype(np.int32),
        worth=pairs % 97,
        reward=np.full(rows, 1_000, dtype=np.int64),
        slot_start=np.arange(mentors + 1, dtype=np.int64) * 4,
        slot_cost=np.tile(np.arange(4, dtype=np.int64), mentors),
        mentee=np.tile(np.arange(mentees, dtype=np.int32), 2),
    )


if __name__ == "__main__" and HAS_NUMBA:
    main()
