"""Proof that an assignment is best, and a checker that shares no code with the solvers.

Weak duality: whatever the prices, no assignment can be worth more than the bound

    sum over requests  of max(0, best of reward + worth - prices on that pair)
  + sum over places    of max(0, price of the mentor - cost of the place)
  + sum over limits    of price x places
  + sum of the prices against serving a mentee twice.

If an assignment is worth exactly this much, it is best. Integers throughout: a bound that
differs by one is no proof.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from corridor.algorithms.matching.market import Assignment, Ints, Longs, Market
from corridor.algorithms.matching.outcome import Proof

FORMAT = "corridor-matching-certificate/1"
ROWS_AT_ONCE = 50_000


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the checker found; ``problems`` are English sentences for whoever reads the proof."""

    value: int
    bound: int
    matched: int
    problems: tuple[str, ...]

    @property
    def is_optimal(self) -> bool:
        return not self.problems and self.value == self.bound


def certify(market: Market, assignment: Assignment, *, over_all_pairs: bool = True) -> Proof:
    """Compare value and bound of a feasible assignment; fast enough for any size.

    Done with whole arrays; ``check`` does the same from a document, one number at a time.
    """
    value = _value_of(market, assignment)
    bound = _bound_of(market, assignment)
    return Proof(
        value=value,
        bound=bound,
        is_optimal=value == bound,
        over_all_pairs=over_all_pairs and value == bound,
    )


def document(
    market: Market,
    assignment: Assignment,
    *,
    requests: Sequence[Mapping[str, str]] | None = None,
    mentors: Sequence[str] | None = None,
    scale: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """Everything the checker needs, as plain JSON values; names make it readable."""
    prices = assignment.prices
    return {
        "format": FORMAT,
        "scale": dict(scale or {}),
        "requests": [dict(request) for request in requests or ()],
        "mentors": list(mentors or ()),
        "mentee": None if market.mentee is None else market.mentee.tolist(),
        "start": market.start.tolist(),
        "mentor": market.mentor.tolist(),
        "worth": market.worth.tolist(),
        "reward": market.reward.tolist(),
        "slot_start": market.slot_start.tolist(),
        "slot_cost": market.slot_cost.tolist(),
        "limits": [
            {"mentor": limit.mentor, "pairs": limit.pairs.tolist(), "places": limit.places}
            for limit in market.limits
        ],
        "given": assignment.mentor.tolist(),
        "price": prices.mentor.tolist(),
        "limit_price": prices.limit.tolist(),
        "twice_price": [[*pair, price] for pair, price in sorted(prices.twice.items())],
    }


def check(certificate: Mapping[str, Any]) -> Verdict:
    """Recompute value and bound of a certificate, and list every rule its assignment breaks."""
    if certificate.get("format") != FORMAT:
        return Verdict(value=0, bound=0, matched=0, problems=("This is not a certificate.",))
    given, start, mentor = certificate["given"], certificate["start"], certificate["mentor"]
    problems: list[str] = []
    chosen: list[int] = []
    value = 0
    for row, column in enumerate(given):
        if column < 0:
            continue
        at = next((k for k in range(start[row], start[row + 1]) if mentor[k] == column), None)
        if at is None:
            problems.append(f"Request {row} is given mentor {column}, who is no candidate for it.")
            continue
        chosen.append(at)
        value += certificate["reward"][row] + certificate["worth"][at]

    value -= _cost_of_places(certificate, problems)
    problems += _broken_limits(certificate, set(chosen))
    problems += _served_twice(certificate)
    problems += _wrong_prices(certificate)
    return Verdict(
        value=value, bound=_bound(certificate), matched=len(chosen), problems=tuple(problems)
    )


def _cost_of_places(certificate: Mapping[str, Any], problems: list[str]) -> int:
    slot_start, slot_cost = certificate["slot_start"], certificate["slot_cost"]
    cost = 0
    for column, load in Counter(c for c in certificate["given"] if c >= 0).items():
        places = slot_cost[slot_start[column] : slot_start[column + 1]]
        if load > len(places):
            problems.append(f"Mentor {column} has {len(places)} places and is given {load}.")
        cost += sum(places[:load])
    return cost


def _broken_limits(certificate: Mapping[str, Any], chosen: set[int]) -> list[str]:
    return [
        f"Limit {number} allows {limit['places']} and {used} are used."
        for number, limit in enumerate(certificate["limits"])
        if (used := sum(pair in chosen for pair in limit["pairs"])) > limit["places"]
    ]


def _served_twice(certificate: Mapping[str, Any]) -> list[str]:
    if certificate["mentee"] is None:
        return []
    pairs = Counter(
        (mentee, column)
        for mentee, column in zip(certificate["mentee"], certificate["given"], strict=True)
        if column >= 0
    )
    return [
        f"Mentor {column} is given to mentee {mentee} {times} times."
        for (mentee, column), times in pairs.items()
        if times > 1
    ]


def _wrong_prices(certificate: Mapping[str, Any]) -> list[str]:
    prices = [*certificate["price"], *certificate["limit_price"]]
    prices += [price for _, _, price in certificate["twice_price"]]
    falling = any(
        costs[k] > costs[k + 1]
        for costs in (
            certificate["slot_cost"][a:b]
            for a, b in zip(certificate["slot_start"], certificate["slot_start"][1:], strict=False)
        )
        for k in range(len(costs) - 1)
    )
    return [
        *(["A price is below nothing."] if any(price < 0 for price in prices) else []),
        *(["The cost of a mentor's places falls."] if falling else []),
    ]


def _bound(certificate: Mapping[str, Any]) -> int:
    start, mentor, worth = certificate["start"], certificate["mentor"], certificate["worth"]
    price, slot_start = certificate["price"], certificate["slot_start"]
    extra = Counter[int]()
    for limit, limit_price in zip(certificate["limits"], certificate["limit_price"], strict=True):
        if limit_price:
            extra.update(dict.fromkeys(limit["pairs"], limit_price))
    twice = {(mentee, column): price for mentee, column, price in certificate["twice_price"]}

    limits = zip(certificate["limits"], certificate["limit_price"], strict=True)
    bound: int = sum(limit["places"] * limit_price for limit, limit_price in limits)
    bound += sum(twice.values())
    for row, reward in enumerate(certificate["reward"]):
        best = 0
        for at in range(start[row], start[row + 1]):
            gain = reward + worth[at] - price[mentor[at]] - extra.get(at, 0)
            if twice:
                gain -= twice.get((certificate["mentee"][row], mentor[at]), 0)
            best = max(best, gain)
        bound += best
    for column, column_price in enumerate(price):
        for cost in certificate["slot_cost"][slot_start[column] : slot_start[column + 1]]:
            bound += max(0, column_price - cost)
    return bound


def _value_of(market: Market, assignment: Assignment) -> int:
    given = assignment.mentor
    rows = np.repeat(np.arange(market.rows, dtype=np.int32), np.diff(market.start))
    chosen = market.mentor == given[rows]
    value = _sum(market.reward[given >= 0]) + _sum(market.worth[chosen])
    load = np.bincount(given[given >= 0], minlength=market.columns)
    nth = np.arange(len(market.slot_cost)) - np.repeat(
        market.slot_start[:-1], np.diff(market.slot_start)
    )
    used = nth < np.repeat(load, np.diff(market.slot_start))
    return value - _sum(market.slot_cost[used])


def _bound_of(market: Market, assignment: Assignment) -> int:
    prices = assignment.prices
    bound: int = sum(prices.twice.values())
    for limit, price in zip(market.limits, prices.limit.tolist(), strict=True):
        bound += limit.places * price
    extra = _prices_beside_the_mentor(market, assignment)
    for first in range(0, market.rows, ROWS_AT_ONCE):
        end = min(first + ROWS_AT_ONCE, market.rows)
        pairs = slice(market.start[first], market.start[end])
        gain = market.worth[pairs] - prices.mentor[market.mentor[pairs]]
        if extra is not None:
            gain -= extra[pairs]
        count = np.diff(market.start[first : end + 1])
        gain += np.repeat(market.reward[first:end], count)
        starts = (market.start[first:end] - market.start[first])[count > 0]
        if len(starts):
            bound += _sum(np.maximum(np.maximum.reduceat(gain, starts), 0))
    above = np.repeat(prices.mentor, np.diff(market.slot_start)) - market.slot_cost
    return bound + _sum(np.maximum(above, 0))


def _prices_beside_the_mentor(market: Market, assignment: Assignment) -> Longs | None:
    """(pairs,) limit prices and prices against serving twice; None where there are none."""
    prices = assignment.prices
    if market.is_plain:
        return None
    extra = np.zeros(len(market.mentor), dtype=np.int64)
    for limit, price in zip(market.limits, prices.limit.tolist(), strict=True):
        extra[limit.pairs] += price
    if market.mentee is not None and prices.twice:
        mentee = np.repeat(market.mentee, np.diff(market.start)).tolist()
        for at, pair in enumerate(zip(mentee, market.mentor.tolist(), strict=True)):
            extra[at] += prices.twice.get(pair, 0)
    return extra


def _sum(values: Longs | Ints) -> int:
    """An exact sum, also where it passes 64 bits."""
    high, low = values >> 31, values & 0x7FFFFFFF
    return (int(high.sum(dtype=np.int64)) << 31) + int(low.sum(dtype=np.int64))
