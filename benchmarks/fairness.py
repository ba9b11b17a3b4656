"""What scores biased against a group do to its match rate, and what remedies cost.

    python benchmarks/fairness.py                 1,000 x 400 and 10,000 x 4,000: a minute
    python benchmarks/fairness.py --reference     the same on the market of reference_instance.py

A seeded crowd (`people.py`) is scored by the engine; 22 in 100 mentees are called the group,
by lot, so that without bias the two fare alike. On the reference market the group are those it
audits, who have thinner profiles also before any bias. Six forms of bias then lower the group's
scores or hide mentors from it. There are 0.9 places a mentee. For each form: the match rate
of the group over that of the others (ratio) and the share of total fit that a remedy loses
against the plain best, counted in the biased scores.

- plain: the best matches by the biased scores.
- own best: each mentee's scores against her own highest and, where not all can be served,
  against the mean of her five highest; reads no group (`Options.own_best`).
- parity: points for the group until the ratio is 1; no setting of the product, only its price.
  *At least* is what any choice loses that serves as many and brings the ratio to 1, proven.

The second table has 1.2 places a mentee and no bias: what the weight of load does. On the
reference market lived experience counts twice as much in it, and *full* of the group's mentors
stands beside *full* of all.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

# Run as a script, this folder would stand in front with its own ``matching``.
sys.path[0] = str(Path(__file__).parents[1])

import numpy as np

from benchmarks.people import crowd
from benchmarks.reference_instance import LIVED_RAISED, WEIGHTS, listed
from benchmarks.sizes import PLACES, SIZES
from corridor.algorithms.matching import lottery, packing
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.candidates import find_candidates, usual_worth
from corridor.algorithms.matching.certificate import certify
from corridor.algorithms.matching.figures import gini
from corridor.algorithms.matching.options import FULL_FIT, Options

GROUP = 0.22
LOAD_WEIGHTS = (0, 200, 500, 1_000, 1_250, 2_000, 20_000)
MOST_POINTS = 2 * FULL_FIT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=("1k", "10k"), action="append")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reference", action="store_true", help="see reference_instance.py")
    chosen = parser.parse_args()
    for size in chosen.size or ("1k", "10k"):
        if chosen.reference:
            print_bias(of_reference(size, chosen.seed))
            print_load(of_reference(size, chosen.seed, LIVED_RAISED))
        else:
            scored = scores_of(size, chosen.seed)
            print_bias(scored)
            print_load(scored)


@dataclass(frozen=True)
class Scored:
    start: np.ndarray
    mentor: np.ndarray
    fit: np.ndarray
    mentors: int
    group: np.ndarray
    """(mentees,) whether she is of the group."""
    mentor_group: np.ndarray | None = None

    @property
    def mentees(self) -> int:
        return len(self.group)

    @property
    def row(self) -> np.ndarray:
        return np.repeat(np.arange(self.mentees), np.diff(self.start))


def of_reference(size: str, seed: int, weights: tuple[int, ...] = WEIGHTS) -> Scored:
    found = listed(size, seed, weights)
    return Scored(
        start=found.start,
        mentor=found.mentor,
        fit=found.utility.astype(np.int64),
        mentors=SIZES[size][1],
        group=found.group,
        mentor_group=found.mentor_group,
    )


def scores_of(size: str, seed: int) -> Scored:
    mentees, mentors = SIZES[size]
    people = crowd(mentees, mentors, seed=seed)
    options = Options(own_best=False)
    found = find_candidates(tuple(people.mentees), tuple(people.mentors), options)
    rng = np.random.default_rng(mentees + seed)
    return Scored(
        start=found.start,
        mentor=found.mentor,
        fit=found.fit.astype(np.int64),
        mentors=mentors,
        group=rng.random(mentees) < GROUP,
    )


def print_bias(scored: Scored) -> None:
    print(f"\n{scored.mentees:,} mentees, {scored.mentors:,} mentors, 0.9 places a mentee")
    print(f"{'bias against the group':36}{'plain':>7}{'own best':>10}{'loss':>8}", end="")
    print(f"{'parity':>9}{'loss':>8}{'at least':>10}")
    for name, bias in (("none", lambda scored, _: scored), *BIASES):
        biased = bias(scored, np.random.default_rng(0))
        best = solved(biased, biased.fit)
        own = solved(biased, own_best(biased))
        even, least = at_parity(biased, best)
        print(f"{name:36}{ratio(biased, best):7.3f}", end="")
        for given in (own, even):
            lost = 1 - fit_of(biased, given) / fit_of(biased, best)
            print(f"{ratio(biased, given):{10 if given is own else 9}.3f}{lost:8.2%}", end="")
        print(f"{least:10.2%}", flush=True)


def print_load(scored: Scored) -> None:
    print(f"\n{scored.mentees:,} mentees, {scored.mentors:,} mentors, 1.2 places a mentee")
    print(f"{'weight of load':>16}{'fit lost':>10}{'Gini':>8}{'full':>8}{'idle':>7}")
    places = places_of(scored, "ample")
    best = 0
    for weight in LOAD_WEIGHTS:
        given = solved(scored, scored.fit, supply="ample", load_weight=weight)
        load = np.bincount(given[given >= 0], minlength=scored.mentors)
        best = best or fit_of(scored, given)
        lost = 1 - fit_of(scored, given) / best
        spread = gini((load / places).tolist())
        print(f"{weight:16,}{lost:10.2%}{spread:8.3f}", end="")
        print(f"{(load == places).mean():8.1%}{(load == 0).sum():7}", end="")
        group = scored.mentor_group
        print("" if group is None else f"{(load == places)[group].mean():8.1%}", flush=True)


def solved(
    scored: Scored, worth: np.ndarray, *, supply: str = "scarce", load_weight: int = 0
) -> np.ndarray:
    places = places_of(scored, supply)
    market, _ = packing.pack(
        packing.Candidates(start=scored.start, mentor=scored.mentor, points=worth),
        packing.Room(places=places, carries=np.zeros_like(places), load_points=load_weight),
        tier=np.zeros(scored.mentees, dtype=np.int64),
        row_keys=lottery.keys("bench", [f"e{row}" for row in range(scored.mentees)]),
        column_keys=lottery.keys("bench", [f"m{column}" for column in range(scored.mentors)]),
    )
    assignment = assign(market)
    assert certify(market, assignment).is_optimal
    return assignment.mentor


def places_of(scored: Scored, supply: str) -> np.ndarray:
    return np.random.default_rng(1).choice(np.arange(1, 6), scored.mentors, p=PLACES[supply])


def own_best(scored: Scored) -> np.ndarray:
    best = np.zeros(scored.mentees, dtype=np.int64)
    np.maximum.at(best, scored.row, scored.fit)
    worth = scored.fit * FULL_FIT // np.maximum(best, 1)[scored.row]
    return worth + (FULL_FIT - usual_worth(scored.start, worth))[scored.row]


def at_parity(scored: Scored, plain: np.ndarray) -> tuple[np.ndarray, float]:
    """The fewest points for every member of the group that bring the ratio to 1.

    And the share of fit below which no choice that serves as many can reach it: points for the
    group are what one more of its members is worth, so each optimum bounds all others
    (Everett 1963, doi 10.1287/opre.11.3.399).
    """
    given, low, high, least = plain, -1, MOST_POINTS, 0.0
    if ratio(scored, plain) >= 1:
        return plain, 0.0
    best, served = fit_of(scored, plain), (plain >= 0).sum()
    wanted = -(-served * scored.group.sum() // scored.mentees)
    while high - low > 1:
        points = (low + high) // 2
        tried = solved(scored, scored.fit + points * scored.group[scored.row])
        assert (tried >= 0).sum() == served
        hers = (tried >= 0)[scored.group].sum()
        most = fit_of(scored, tried) + points * (hers - wanted)
        least = max(least, 1 - most / best)
        if ratio(scored, tried) >= 1:
            given, high = tried, points
        else:
            low = points
    return given, least


def ratio(scored: Scored, given: np.ndarray) -> float:
    served = given >= 0
    return float(served[scored.group].mean() / served[~scored.group].mean())


def fit_of(scored: Scored, given: np.ndarray) -> int:
    return int(scored.fit[scored.mentor == given[scored.row]].sum())


def lowered(factor: float, points: int) -> Callable[[Scored, np.random.Generator], Scored]:
    def bias(scored: Scored, _: np.random.Generator) -> Scored:
        lower = (scored.fit * factor).astype(np.int64) - points
        hers = scored.group[scored.row]
        return replace(scored, fit=np.where(hers, np.maximum(lower, 0), scored.fit))

    return bias


def cut(scored: Scored, rng: np.random.Generator) -> Scored:
    return kept(scored, ~scored.group[scored.row] | (rng.random(len(scored.fit)) >= 0.45))


def hidden(scored: Scored, _: np.random.Generator) -> Scored:
    """The fifteen best mentors of each member of the group never come up."""
    order = np.lexsort((-scored.fit, scored.row))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order)) - scored.start[scored.row]
    return kept(scored, ~scored.group[scored.row] | (place >= 15))


def flattened(scored: Scored, rng: np.random.Generator) -> Scored:
    """Half as far from her own mean, and 400 points lower."""
    count = np.maximum(np.diff(scored.start), 1)
    mean = np.bincount(scored.row, scored.fit, minlength=scored.mentees) / count
    half = (scored.fit + mean[scored.row]).astype(np.int64) // 2
    nearer = replace(scored, fit=np.where(scored.group[scored.row], half, scored.fit))
    return lowered(1, 400)(nearer, rng)


def both(scored: Scored, rng: np.random.Generator) -> Scored:
    return lowered(0.85, 0)(cut(scored, rng), rng)


def kept(scored: Scored, stays: np.ndarray) -> Scored:
    return replace(
        scored,
        start=np.concatenate(([0], np.cumsum(stays)))[scored.start].astype(np.int64),
        mentor=scored.mentor[stays],
        fit=scored.fit[stays],
    )


BIASES: tuple[tuple[str, Callable[[Scored, np.random.Generator], Scored]], ...] = (
    ("x 0.85, and 45 % of mentors hidden", both),
    ("x 0.85", lowered(0.85, 0)),
    ("45 % of mentors hidden", cut),
    ("700 points less", lowered(1, 700)),
    ("the best 15 mentors hidden", hidden),
    ("flattened, and 400 points less", flattened),
)


if __name__ == "__main__":
    main()
