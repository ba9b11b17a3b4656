"""Who comes first where rules cross, and one request can stand in the way of several.

Where rules nest it is enough that a reward is larger in a higher tier (see ``packing``). Where
they cross, a sponsor who takes one colleague at her limit for sponsoring and at her limit for
shared experience could have had two others instead, and two small rewards would outweigh a
larger one. So here a request of a firmer level is worth more than all requests below together.
"""

from collections.abc import Iterator

import numpy as np

from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.run_requests import LEVEL_BITS, PIN_BITS, PROTECTED_BITS

MOST = 2**60
"""Beyond it nothing can be packed."""


def firm_tiers(rank: Longs, *, most_matches: int) -> Iterator[Longs]:
    """Tiers for ``packing.pack``, the firmest first, as far as whole numbers of 64 bits go.

    At best each level of ``rank`` is firm, and as many of it as possible are served before those
    who waited longest are; at least pins are firm.
    """
    levels = rank >> LEVEL_BITS
    for level, is_counted_first in (
        (levels, True),
        (levels, False),
        (rank >> PROTECTED_BITS, False),
        (rank >> PIN_BITS, False),
    ):
        tier = _tiers(rank, level, most_matches, is_counted_first=is_counted_first)
        if tier is not None:
            yield tier


def _tiers(rank: Longs, level: Longs, most_matches: int, *, is_counted_first: bool) -> Longs | None:
    """None where numbers do not suffice."""
    tier = np.zeros(len(rank), dtype=np.int64)
    below = 0
    for one in np.unique(level).tolist():
        rows = np.flatnonzero(level == one)
        waits, wait = np.unique(rank[rows], return_inverse=True)
        matches = min(len(rows), most_matches)
        least = matches * (len(waits) - 1) + 1 if is_counted_first else 1
        most = least + len(waits) - 1
        above_all = below + 1
        below += matches * most * above_all
        if below > MOST:
            return None
        tier[rows] = (least + wait) * above_all - 1
    return tier
