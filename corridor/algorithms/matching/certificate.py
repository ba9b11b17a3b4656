"""Proof that an assignment is best, and a checker that shares no code with the solvers.

Weak duality: whatever the prices, no assignment can be worth more than the bound

    sum over requests  of max(0, best of reward + worth - prices on that pair)
  + sum over places    of max(0, price of the mentor - cost of the place)
  + sum over limits    of price x places
  + sum of the prices against serving a mentee twice.

If an assignment is worth exactly this much, it is best. Integers throughout: a bound that
differs by one is no proof.

Where rules cross, no prices may reach that. Then the certificate has branches: all that could be
done is cut in two by a pair, which one half takes and the other does not, and so on. Each half
that is not cut again has prices of its own, perhaps in parts of one, and the greatest of their
bounds is the bound. What a half rules out is left out of its sum, and what it takes stands in it
at its gain, whether or not that is above nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
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
    if assignment.branches and value != bound:
        bound = check(document(market, assignment)).bound
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
    certificate = {
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
        "twice_price": _listed(prices.twice),
    }
    if assignment.branches:
        certificate["branches"] = [
            {
                "parent": branch.parent,
                "pair": branch.pair,
                "is_taken": branch.is_taken,
                "parts": branch.parts,
                "price": list(branch.price),
                "limit_price": list(branch.limit_price),
                "twice_price": _listed(branch.twice),
            }
            for branch in assignment.branches
        ]
    return certificate


def _listed(twice: Mapping[tuple[int, int], int]) -> list[list[int]]:
    return [[*pair, price] for pair, price in sorted(twice.items())]


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
    bound = _bound(certificate, certificate)
    if branches := certificate.get("branches"):
        problems += (wrong := _wrong_branches(certificate, branches))
        bound = bound if wrong else min(bound, _bound_of_branches(certificate, branches))
    return Verdict(value=value, bound=bound, matched=len(chosen), problems=tuple(problems))


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


def _wrong_branches(
    certificate: Mapping[str, Any], branches: Sequence[Mapping[str, Any]]
) -> list[str]:
    """Whether the halves together are all that could be done, and their prices are prices."""
    halves: dict[int, list[tuple[int, bool]]] = {}
    for number, branch in enumerate(branches):
        if not -1 <= branch["parent"] < max(number, 0) or (branch["parent"] < 0) != (number == 0):
            return [f"Branch {number} does not follow the one that it is half of."]
        if number:
            halves.setdefault(branch["parent"], []).append((branch["pair"], branch["is_taken"]))
    problems = []
    pairs = range(len(certificate["mentor"]))
    for number, branch in enumerate(branches):
        if number in halves:
            cut = halves[number]
            pair = cut[0][0]
            if pair not in pairs or sorted(cut) != [(pair, False), (pair, True)]:
                problems.append(f"The halves of branch {number} are not all of it.")
            continue
        prices = [
            *branch["price"],
            *branch["limit_price"],
            *(row[2] for row in branch["twice_price"]),
        ]
        if branch["parts"] < 1 or any(price < 0 for price in prices):
            problems.append(f"A price of branch {number} is below nothing.")
    return problems


def _bound_of_branches(
    certificate: Mapping[str, Any], branches: Sequence[Mapping[str, Any]]
) -> int:
    start = certificate["start"]
    row_of = [row for row in range(len(start) - 1) for _ in range(start[row], start[row + 1])]
    cut = {branch["parent"] for branch in branches}
    bounds: list[int] = []
    for number, branch in enumerate(branches):
        if number in cut:
            continue
        banned, taken = set[int](), dict[int, int]()
        above = branch
        while above["parent"] >= 0:
            if above["is_taken"]:
                taken[row_of[above["pair"]]] = above["pair"]
            else:
                banned.add(above["pair"])
            above = branches[above["parent"]]
        bound = _bound(certificate, branch, banned=banned, taken=taken, parts=branch["parts"])
        bounds.append(bound // branch["parts"])
    return max(bounds)


def _bound(
    certificate: Mapping[str, Any],
    prices: Mapping[str, Any],
    *,
    banned: AbstractSet[int] = frozenset(),
    taken: Mapping[int, int] = MappingProxyType({}),
    parts: int = 1,
) -> int:
    """In ``parts`` of one; ``taken``: row -> the pair that serves it."""
    gains = _gains(certificate, prices, parts)
    twice = [price for _, _, price in prices["twice_price"]]
    limits = zip(certificate["limits"], prices["limit_price"], strict=True)
    bound: int = sum(limit["places"] * price for limit, price in limits) + sum(twice)
    for row, (first, end) in enumerate(pairwise(certificate["start"])):
        if row in taken:
            bound += gains[taken[row]]
        else:
            open_to_it = (gains[at] for at in range(first, end) if at not in banned)
            bound += max(0, max(open_to_it, default=0))
    slots = pairwise(certificate["slot_start"])
    for price, (first, end) in zip(prices["price"], slots, strict=True):
        for cost in certificate["slot_cost"][first:end]:
            bound += max(0, price - cost * parts)
    return bound


def _gains(certificate: Mapping[str, Any], prices: Mapping[str, Any], parts: int) -> list[int]:
    """What each pair leaves its request after all prices."""
    mentor, worth, mentee = certificate["mentor"], certificate["worth"], certificate["mentee"]
    extra = Counter[int]()
    for limit, price in zip(certificate["limits"], prices["limit_price"], strict=True):
        if price:
            extra.update(dict.fromkeys(limit["pairs"], price))
    twice = {(one, column): price for one, column, price in prices["twice_price"]}
    gains = []
    for row, (first, end) in enumerate(pairwise(certificate["start"])):
        for at in range(first, end):
            gain = (certificate["reward"][row] + worth[at]) * parts
            gain -= prices["price"][mentor[at]] + extra.get(at, 0)
            if twice:
                gain -= twice.get((mentee[row], mentor[at]), 0)
            gains.append(gain)
    return gains


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
    extra = prices_beside_the_mentor(market, assignment)
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


def prices_beside_the_mentor(market: Market, assignment: Assignment) -> Longs | None:
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
