"""Compile the solvers once, so that the first large programme does not wait for it."""

import numpy as np

from corridor.algorithms.matching import packing
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.large import assign_large
from corridor.algorithms.matching.lottery import keys
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.state import Solved


def main() -> None:
    for kind in (np.int32, np.int64):
        market, _ = packing.pack(
            packing.Candidates(
                start=np.array([0, 2, 4], dtype=np.int64),
                mentor=np.array([0, 1, 0, 1], dtype=np.int32),
                points=_points(kind),
            ),
            packing.Room(places=np.array([1, 0]), carries=np.array([0, 0])),
            tier=np.array([0, 1]),
            row_keys=keys("", ["a", "b"]),
            column_keys=keys("", ["c", "d"]),
        )
        Solved(market, assign_large(market)).force(0, 0)


def _points(kind: type) -> Ints | Longs:
    return np.array([3, 2, 2, 1], dtype=kind)


if __name__ == "__main__" and HAS_NUMBA:
    main()
