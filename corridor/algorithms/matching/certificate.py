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

from corridor.algorithms.matching.market import Assignment, Market
from corridor.algorithms.matching.outcome import Proof

FORMAT = "corridor-matching-certificate/1"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the checker found; ``problems`` are English sentences for whoever reads the proof."""

    value: int
    bound: int
    matched: int
    problems: tuple[str, ...]

    @property
    def is_feasible(self) -> bool:
        return not self.problems

    @property
    def is_optimal(self) -> bool:
        return not self.problems and self.value == self.bound


def certify(market: Market, assignment: Assignment, *, over_all_pairs: bool = True) -> Proof:
    verdict = check(document(market, assignment))
    if verdict.problems:
        raise AssertionError(verdict.problems)
    return Proof(
        value=verdict.value,
        bound=verdict.bound,
        is_optimal=verdict.is_optimal,
        over_all_pairs=over_all_pairs and verdict.is_optimal,
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
        "twice_price": [[mentee, column, q] for (mentee, column), q in sorted(prices.twice.items())],
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
            for a, b in zip(
                certificate["slot_start"], certificate["slot_start"][1:], strict=False
            )
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

    bound = sum(
        limit["places"] * limit_price
        for limit, limit_price in zip(certificate["limits"], certificate["limit_price"], strict=True)
    ) + sum(twice.values())
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
