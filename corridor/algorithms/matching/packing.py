"""From points and tiers to a market of plain integers.

Four things are wanted, each before the next: serve the requests of a higher tier and as many
as possible, raise fit less load, change little, obey the lottery. Each is multiplied by more
than everything below it could add up to, so that one sum compares them in that order. For the
first this needs only distinct multiples: which requests can be served together is a matroid,
and its best basis depends on the order of the weights alone (Edmonds 1971,
doi 10.1007/BF01584082).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching import lottery
from corridor.algorithms.matching.market import Ints, Limit, Longs, Market

MOST = 2**61
"""No packed value passes this, so that sums of two stay within 64 bits."""
TICKET_BITS = 20


class TooLarge(Exception):
    """The points of this market cannot be packed into 64 bits; give fit with fewer decimals."""


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """Requests (rows), the mentors each could have (CSR), and the points of each pair."""

    start: Longs
    mentor: Ints
    points: Longs | Ints
    """(pairs,) 0 or more."""
    existing: NDArray[np.bool_] | None = None
    """(pairs,) matches that hold now."""


@dataclass(frozen=True, kw_only=True)
class Room:
    """What each mentor (column) can still take, and what she carries."""

    places: Longs
    carries: Longs
    load_points: int = 0
    """What the load counts, as `place_cost` has it; ``places + carries`` is the capacity."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How packed values read: ``reward = tier_unit * (tier + 1)``, ``worth = unit * points``."""

    unit: int
    tier_unit: int
    has_lottery: bool = True
    """False where 64 bits have no room for it."""


def pack(
    candidates: Candidates,
    room: Room,
    *,
    tier: Longs,
    row_keys: lottery.Keys,
    column_keys: lottery.Keys,
) -> tuple[Market, Scale]:
    """``tier`` is 0 or more for each row; a higher one is served first. Raises TooLarge."""
    most_matches = max(1, min(len(tier), int(room.places.sum())))
    top_points = int(candidates.points.max(initial=0))
    costs = _costs(room)
    top_cost = int(costs.max(initial=0))
    tiers = int(tier.max(initial=0)) + 2
    most_kept = 0
    if candidates.existing is not None:
        most_kept = min(most_matches, int(candidates.existing.sum()))

    for bits in (TICKET_BITS, 16, 12, 8, 4, 0):
        kept = most_matches << bits if bits else 1
        unit = kept * (most_kept + 1)
        lowest = (1 << bits) + (kept if most_kept else 0)
        tier_unit = most_matches * (unit * (top_points + top_cost) + lowest) + 1
        if tier_unit * tiers < MOST:
            break
    else:
        raise TooLarge

    worth = candidates.points if unit == 1 else candidates.points.astype(np.int64) * unit
    if bits:
        rows = np.repeat(row_keys, np.diff(candidates.start))
        worth += lottery.tickets(rows, column_keys[candidates.mentor], bits=bits)
    if candidates.existing is not None:
        worth = worth + candidates.existing.astype(np.int64) * kept

    slot_start = np.concatenate(([0], np.cumsum(room.places))).astype(np.int64)
    market = Market(
        start=candidates.start,
        mentor=candidates.mentor,
        worth=worth,
        reward=tier_unit * (tier.astype(np.int64) + 1),
        slot_start=slot_start,
        slot_cost=costs * unit,
    )
    return market, Scale(unit=unit, tier_unit=tier_unit, has_lottery=bits > 0)


def with_requests(market: Market, *, mentee: Ints, limits: Sequence[Limit] = ()) -> Market:
    """The same market where rows may belong to one mentee, or mentors have further limits."""
    alone = len(np.unique(mentee)) == len(mentee)
    return Market(
        start=market.start,
        mentor=market.mentor,
        worth=market.worth,
        reward=market.reward,
        slot_start=market.slot_start,
        slot_cost=market.slot_cost,
        mentee=None if alone else mentee,
        limits=tuple(limits),
    )


def place_cost(load_points: int, carried: int, capacity: int) -> int:
    """Points that a mentor's next place costs: ``load_points * carried / sqrt(capacity)``, whole.

    Nothing while she carries nobody, so that the idle come first; more with each one she carries;
    less for whoever offers much, though not as much less as she offers more. `docs/algorithms`
    has what other forms give.
    """
    return math.isqrt(load_points**2 * carried**2 // max(capacity, 1))


def _costs(room: Room) -> Longs:
    """(places,) of each place of each mentor, in points."""
    most = int((room.places + room.carries).max(initial=0))
    if room.load_points * most >= MOST:
        raise TooLarge
    column = np.repeat(np.arange(len(room.places)), room.places)
    first = np.cumsum(room.places) - room.places
    carried = (room.carries - first)[column] + np.arange(len(column))
    capacity = (room.places + room.carries)[column]
    kinds, place = np.unique(carried * (most + 1) + capacity, return_inverse=True)
    points = [place_cost(room.load_points, *divmod(int(kind), most + 1)) for kind in kinds]
    return np.array(points, dtype=np.int64)[place]
