"""Seeded markets for the benchmarks, as plain integers that every solver is given alike.

A mentee knows mentors of her own specialty; some mentors are wished for by many (popularity
falls with the square root of the rank) and some are better for everybody, so that places are
contested. Worth is the mentor's renown, the product of two vectors of tastes, and noise, as
an integer from 0 to 10,000. Coverage counts first through
a reward of 10,000 for each request served; mentors have 1 to 5 places, 1.2 (ample) or 0.9
(scarce) for each mentee.
"""

from dataclasses import dataclass

import numpy as np

from benchmarks.reference_instance import reference_market
from benchmarks.sizes import CANDIDATES, PLACES, REWARD, SIZES
from corridor.algorithms.matching.market import Market

TASTES = 8
AT_ONCE = 20_000
SPECIALTY_SIZE = 800
"""Mentors of one specialty in the larger instances."""


@dataclass(frozen=True)
class Instance:
    size: str
    supply: str
    seed: int = 0
    is_reference: bool = False
    """The market of ``reference_instance`` in place of the one drawn here."""


def market_of(instance: Instance) -> Market:
    if instance.is_reference:
        return reference_market(instance.size, instance.supply, instance.seed)
    mentees, mentors = SIZES[instance.size]
    rng = np.random.default_rng((instance.seed, mentees))
    first = _specialties(mentors)
    renown = rng.integers(0, 5_001, mentors, dtype=np.int32)
    known = np.minimum(CANDIDATES, np.diff(first) // 2)
    specialty = np.sort(rng.integers(0, len(first) - 1, mentees))
    mentee_tastes = rng.integers(-50, 51, (mentees, TASTES), dtype=np.int32)
    mentor_tastes = rng.integers(-50, 51, (mentors, TASTES), dtype=np.int32)
    mentor = np.empty(int(known[specialty].sum()), dtype=np.int32)
    worth = np.empty(len(mentor), dtype=np.int32)
    start = np.concatenate(([0], np.cumsum(known[specialty]))).astype(np.int64)
    for begin in range(0, mentees, AT_ONCE):
        rows = np.arange(begin, min(begin + AT_ONCE, mentees))
        here = slice(start[rows[0]], start[rows[-1] + 1])
        mentor[here] = _acquaintances(rng, first, specialty[rows], known)
        row = np.repeat(rows, known[specialty[rows]])
        product = (mentee_tastes[row] * mentor_tastes[mentor[here]]).sum(axis=1)
        noise = rng.integers(0, 1_001, len(row))
        worth[here] = np.clip(2_000 + product // 3 + renown[mentor[here]] + noise, 0, 10_000)
    places = rng.choice(np.arange(1, 6), size=mentors, p=PLACES[instance.supply])
    slot_start = np.concatenate(([0], np.cumsum(places))).astype(np.int64)
    return Market(
        start=start,
        mentor=mentor,
        worth=worth,
        reward=np.full(mentees, REWARD, dtype=np.int64),
        slot_start=slot_start,
        slot_cost=np.zeros(slot_start[-1], dtype=np.int64),
    )


def with_two_requests(market: Market, *, seed: int = 0) -> Market:
    """The same mentees, each asking for two mentors; the second only after everybody's first."""
    rng = np.random.default_rng(seed)
    again = np.clip(market.worth + rng.integers(-500, 501, len(market.worth)), 0, 10_000)
    ahead = np.int64(REWARD) * market.rows * 4
    return Market(
        start=np.concatenate((market.start, market.start[1:] + market.start[-1])),
        mentor=np.concatenate((market.mentor, market.mentor)),
        worth=np.concatenate((market.worth, again.astype(np.int32))),
        reward=np.concatenate((market.reward + ahead, market.reward)),
        slot_start=market.slot_start,
        slot_cost=market.slot_cost,
        mentee=np.tile(np.arange(market.rows, dtype=np.int32), 2),
    )


def _specialties(mentors: int) -> np.ndarray:
    """Where each specialty begins among the mentors; the last entry is their number."""
    count = max(1, mentors // SPECIALTY_SIZE)
    return np.arange(count + 1, dtype=np.int64) * mentors // count


def _acquaintances(rng, first, specialty, known) -> np.ndarray:
    """Distinct mentors of each mentee's specialty, ascending, popular ones more often."""
    size = np.diff(first)[specialty]
    # The smallest of such keys are a sample without return, weighted by 1 / sqrt(rank)
    # (Efraimidis & Spirakis 2006, doi 10.1016/j.ipl.2005.11.003).
    keys = rng.exponential(size=(len(specialty), size.max()))
    keys *= np.sqrt(np.arange(1, size.max() + 1))
    keys[np.arange(size.max()) >= size[:, None]] = np.inf
    most = known.max()
    nearest = np.sort(np.argpartition(keys, most - 1, axis=1)[:, :most], axis=1)
    return (nearest + first[specialty][:, None]).ravel().astype(np.int32)
