"""What `matching.py` measures of our own solver alone, a row each, and with what it measures."""

import ctypes
import gc
import importlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import numpy as np

from benchmarks.instances import Instance, market_of, with_two_requests
from benchmarks.matching_peers import value_of
from benchmarks.sizes import SIZES
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.certificate import certify
from corridor.algorithms.matching.market import Assignment, Market

CERTIFIED = "100k"
"""The checker is plain Python: beyond this size it takes long and much memory."""


def warm() -> None:
    """Load or compile what is compiled."""
    for size in ("100", "1k"):
        assign(market_of(Instance(size, "ample", 1)))
        assign(with_two_requests(market_of(Instance(size, "scarce", 1))))


class Memory:
    """Peak of this process from now on, above what it holds now (Linux)."""

    def __init__(self) -> None:
        # What building the instance left behind would hide what the solver adds.
        gc.collect()
        ctypes.CDLL(None).malloc_trim(0)
        Path("/proc/self/clear_refs").write_text("5")
        self.before = self._read("VmRSS")

    def added(self) -> float:
        return max(0, self._read("VmHWM") - self.before) / 1024

    def _read(self, name: str) -> int:
        status = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in status if line.startswith(name))


def timed(work: Callable[[], Any]) -> tuple[Any, dict[str, Any]]:
    memory = Memory()
    began = process_time()
    result = work()
    return result, {"build": 0.0, "solve": process_time() - began, "memory": memory.added()}


def pure_python(instance: Instance) -> dict[str, Any]:
    sys.modules["numba"] = None  # type: ignore[assignment]
    for name in [name for name in sys.modules if name.startswith("corridor.")]:
        del sys.modules[name]
    solver = importlib.import_module("corridor.algorithms.matching.assignment")
    market = market_of(instance)
    assignment, numbers = timed(lambda: solver.assign(market))
    return {**numbers, **_result(market, assignment)}


def newcomers(instance: Instance) -> dict[str, Any]:
    """One mentee in a hundred is new; the others keep their mentors as far as is best."""
    known, everybody, new = _before_newcomers(market_of(instance))
    return _welcome(known, assign(known), everybody=everybody, new=new)


def loyal(instance: Instance) -> dict[str, Any]:
    """The same, where a change costs 1,000 points and whoever has a mentor keeps having one."""
    known, everybody, new = _before_newcomers(market_of(instance))
    before = assign(known)
    ahead = int(known.reward.max() + known.worth.max()) * everybody.rows

    def attached(market: Market) -> Market:
        given = np.full(market.rows, -1, np.int32)
        given[: known.rows] = before.mentor
        holds = market.mentor == np.repeat(given, np.diff(market.start))
        return replace(
            market,
            worth=market.worth + np.int64(1_000) * holds,
            reward=market.reward + ahead * (given >= 0),
        )

    after = attached(everybody)
    found = _welcome(attached(known), before, everybody=after, new=new)
    return {**found, "note": f"{found['note']}; {_fewest_moves(after, before.mentor)}"}


def _fewest_moves(after: Market, before: np.ndarray) -> str:
    """Of all optima the one that moves fewest: a match kept counts less than a point."""
    given = np.full(after.rows, -1, np.int32)
    given[: len(before)] = before
    holds = after.mentor == np.repeat(given, np.diff(after.start))
    point = after.rows + 1
    refined = replace(
        after,
        worth=after.worth * np.int64(point) + holds,
        reward=after.reward * point,
        slot_cost=after.slot_cost * point,
    )
    found = assign(refined)
    proof = "gap 0" if certify(refined, found).is_optimal else "NO CERTIFICATE"
    return f"the optimum that moves fewest ({proof}): {_moved(given, found.mentor)}"


def _before_newcomers(market: Market) -> tuple[Market, Market, Market]:
    """Those known, everybody with the newcomers last, and the newcomers."""
    warm()
    is_new = np.zeros(market.rows, dtype=np.bool_)
    is_new[::100] = True
    known, new = np.flatnonzero(~is_new), np.flatnonzero(is_new)
    return (
        _rows(market, known),
        _rows(market, np.concatenate((known, new))),
        _rows(market, new),
    )


def _welcome(
    known: Market, before: Assignment, *, everybody: Market, new: Market
) -> dict[str, Any]:
    """The best of several goes for either way; what keeping the market costs is told apart."""
    from corridor.algorithms.matching.kept import KeptMarket  # noqa: PLC0415 - loads numba
    from corridor.algorithms.matching.state import welcome  # noqa: PLC0415 - loads numba

    tried = _rows(known, np.arange(10))
    KeptMarket(tried, assign(tried)).welcome(_rows(new, np.arange(1)))
    given = np.full(everybody.rows, -1, np.int32)
    given[: known.rows] = before.mentor
    runs = []
    # What takes a millisecond wants more goes than what takes a second.
    for _ in range(12 if everybody.rows <= SIZES["10k"][0] else 3):
        kept, keeping = timed(lambda: KeptMarket(known, before))
        welcomed, coming = timed(lambda kept=kept: kept.welcome(new))
        anew, whole = timed(lambda: assign(everybody))
        runs.append((coming, whole, keeping))
    numbers, whole, keeping = (
        min((run[part] for run in runs), key=lambda each: each["solve"]) for part in range(3)
    )
    alone = [
        timed(lambda: welcome(everybody, given=given, price=before.prices.mentor))[1]["solve"]
        for _ in range(3)
    ]
    is_same = value_of(everybody, welcomed.mentor) == value_of(everybody, anew.mentor)
    proof = "not checked"
    if everybody.rows <= SIZES[CERTIFIED][0]:
        is_proven = certify(everybody, welcomed).is_optimal
        proof = "gap 0" if is_proven else "NO CERTIFICATE"
    note = (
        f"{whole['solve'] / numbers['solve']:.0f} times faster than {whole['solve']:.3f} s, "
        f"{'same optimum' if is_same else 'DIFFERS'}, {proof}, {_moved(given, welcomed.mentor)}; "
        f"keeping {keeping['solve']:.3f} s, from prices alone {min(alone):.3f} s"
    )
    return {**numbers, **_result(everybody, welcomed), "note": note}


def _moved(before: np.ndarray, after: np.ndarray) -> str:
    had = before >= 0
    moved = (before[had] != after[had]).mean()
    return f"{moved:.2%} of those matched moved, {(after[had] < 0).sum()} dropped"


def one_pass(instance: Instance) -> dict[str, Any]:
    """The floor: every pair read once, the best of each request taken at the prices."""
    from corridor.algorithms.matching.jit import njit  # noqa: PLC0415 - loads numba

    @njit
    def read(start: Any, mentor: Any, worth: Any, price: Any) -> int:
        total = 0
        for row in range(len(start) - 1):
            hers = mentor[start[row] : start[row + 1]]
            values = worth[start[row] : start[row + 1]]
            best = np.int64(0)
            for k in range(len(hers)):
                # Unsigned, so that no code is made for a position counted from the end.
                best = max(best, values[k] - price[np.uint32(hers[k])])
            total += best
        return total

    warm()
    market = market_of(instance)
    assignment, whole = timed(lambda: assign(market))
    pairs = (market.start, market.mentor, market.worth, assignment.prices.mentor)
    passes = [timed(lambda: read(*pairs))[1] for _ in range(6)]
    numbers = min(passes[1:], key=lambda each: each["solve"])
    note = f"solving takes {whole['solve'] / numbers['solve']:.0f} times as long"
    return {**numbers, **_result(market, assignment), "note": note}


def pin(instance: Instance) -> dict[str, Any]:
    """What it would cost to give a mentee a certain mentor: exact, everything else moved."""
    from corridor.algorithms.matching.state import Solved  # noqa: PLC0415 - loads numba

    warm()
    market = market_of(instance)
    assignment = assign(market)
    solved = Solved(market, assignment)
    rng = np.random.default_rng(0)
    seconds = []
    for row in rng.integers(0, market.rows, 60).tolist():
        column = int(rng.choice(market.mentor[market.start[row] : market.start[row + 1]]))
        _, numbers = timed(lambda row=row, column=column: solved.force(row, column))
        seconds.append(numbers["solve"])
    numbers = {"build": 0.0, "solve": median(seconds[10:]), "memory": 0}
    return {**numbers, **_result(market, assignment), "note": "median of 50 pins"}


def stable(instance: Instance) -> dict[str, Any]:
    from corridor.algorithms.matching.lottery import keys  # noqa: PLC0415
    from corridor.algorithms.matching.stability import (  # noqa: PLC0415 - loads numba
        Preferences,
        stable_assignment,
    )

    def solve(market: Market) -> Any:
        preferences = Preferences(
            start=market.start,
            mentor=market.mentor,
            mentee_score=market.worth,
            mentor_score=market.worth,
            capacity=np.diff(market.slot_start),
        )
        return lambda: stable_assignment(
            preferences,
            row_keys=keys("bench", [f"e{row}" for row in range(market.rows)]),
            column_keys=keys("bench", [f"m{column}" for column in range(market.columns)]),
        )

    solve(market_of(Instance("1k", "ample", 1)))()
    market = market_of(instance)
    given, numbers = timed(solve(market))
    value, matched = value_of(market, given)
    return {**numbers, "value": value, "matched": matched}


def two_requests(instance: Instance) -> dict[str, Any]:
    """Every mentee asks for two mentors; nobody is hers twice."""
    warm()
    market = with_two_requests(market_of(instance))
    assignment, numbers = timed(lambda: assign(market))
    proof = certify(market, assignment)
    note = "certificate: gap 0" if proof.is_optimal else "NO CERTIFICATE"
    return {**numbers, **_result(market, assignment), "note": note}


def explanations(instance: Instance) -> dict[str, Any]:
    """Numbers behind everybody's reasons: own rank, best, regret, next mentor and her loss."""
    from corridor.algorithms.matching.standings import standings_of  # noqa: PLC0415 - loads numba

    warm()
    market = market_of(instance)
    assignment = assign(market)
    runs = [timed(lambda: standings_of(market, assignment, market.worth)) for _ in range(6)]
    found, numbers = min(runs[1:], key=lambda run: run[1]["solve"])
    served = assignment.mentor >= 0
    first = (found.rank[served] == 1).mean()
    note = f"{numbers['solve'] / market.rows * 1e6:.2f} us a person; {first:.0%} have their best"
    return {**numbers, **_result(market, assignment), "note": note}


def contributions(instance: Instance) -> dict[str, Any]:
    """What each criterion adds to the fit of one pair a person, of the people of ``people.py``."""
    from benchmarks.people import crowd  # noqa: PLC0415 - not for the other rows
    from corridor.algorithms.matching.encoding import encode  # noqa: PLC0415 - loads numba
    from corridor.algorithms.matching.scoring_parts import (  # noqa: PLC0415 - loads numba
        contributions_of,
    )

    people = crowd(*SIZES[instance.size])
    population = encode(people.mentees, people.mentors, people.options)
    rows = np.arange(len(people.mentees))
    mentors = np.random.default_rng(0).integers(0, len(people.mentors), len(rows), dtype=np.int32)
    runs = [timed(lambda: contributions_of(population, rows, mentors)) for _ in range(6)]
    parts, numbers = min(runs[1:], key=lambda run: run[1]["solve"])
    note = f"{numbers['solve'] / len(rows) * 1e6:.2f} us a person"
    return {**numbers, "value": int(parts.sum()), "matched": 0, "note": note}


EXTRAS: dict[str, tuple[Callable[[Instance], dict[str, Any]], tuple[str, ...]]] = {
    "without numba": (pure_python, ("100", "1k")),
    "one pass over pairs": (one_pass, ("1k", "10k", "100k", "1m")),
    "1 % newcomers": (newcomers, ("1k", "10k", "100k", "1m")),
    "newcomers, loyal": (loyal, ("1k", "10k", "100k")),
    "what-if of a pin": (pin, ("1k", "10k", "100k")),
    "explanations": (explanations, ("1k", "10k", "100k", "1m")),
    "contributions": (contributions, ("1k", "10k", "100k")),
    "stable alternative": (stable, ("1k", "10k", "100k", "1m")),
    "two requests": (two_requests, ("100", "1k")),
}


def _result(market: Market, assignment: Assignment) -> dict[str, int]:
    value, matched = value_of(market, assignment.mentor)
    return {"value": value, "matched": matched}


def _rows(market: Market, chosen: np.ndarray) -> Market:
    count = np.diff(market.start)[chosen]
    start = np.concatenate(([0], np.cumsum(count))).astype(np.int64)
    at = np.arange(start[-1]) + np.repeat(market.start[chosen] - start[:-1], count)
    return replace(
        market,
        start=start,
        mentor=market.mentor[at],
        worth=market.worth[at],
        reward=market.reward[chosen],
    )
