"""Exact matching beside other libraries: CPU time, added memory, and the same result.

    python benchmarks/matching.py                 sizes up to 10,000 mentees, some minutes
    python benchmarks/matching.py --size 100k     one size; 100, 1k, 10k, 100k or 1m
    python benchmarks/matching.py --reference     the market of reference_instance.py, up to 100k

Every solver runs in a fresh process on one thread. Time is CPU time, best of several runs;
memory is the peak above what the process held with the instance loaded.
"""

import argparse
import importlib
import json
import sys
from dataclasses import asdict
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import linear_regression
from typing import Any

# Run as a script, this file would stand in for the package ``matching`` among the peers.
sys.path[0] = str(Path(__file__).parents[1])


from benchmarks.children import NoAnswer, answer_of_child
from benchmarks.instances import Instance, market_of
from benchmarks.matching_extras import CERTIFIED, EXTRAS, Memory, warm
from benchmarks.matching_peers import PEERS
from benchmarks.reference_instance import LARGEST
from benchmarks.sizes import SIZES
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.certificate import certify

DEFAULT = ("100", "1k", "10k")
ENOUGH_SECONDS = 1.0
MOST_RUNS = 5
LONGEST = 3_600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--only", action="append", help="name of a solver, or of an extra row")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reference", action="store_true", help="see reference_instance.py")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.reference and "1m" in (chosen.size or ()):
        parser.error(f"The reference market is drawn up to {LARGEST} mentees.")
    if chosen.child:
        row, size, supply = chosen.child
        print(json.dumps(measure(row, Instance(size, supply, chosen.seed, chosen.reference))))
        return

    growth: list[tuple[Instance, dict[str, Any]]] = []
    for size in chosen.size or DEFAULT:
        for supply in ("ample", "scarce"):
            instance = Instance(size, supply, chosen.seed, chosen.reference)
            ours = compare(instance, chosen.only)
            if "solve" in ours:
                growth.append((instance, ours))
    print()
    for supply in ("ample", "scarce"):
        print_growth([each for each in growth if each[0].supply == supply])


def compare(instance: Instance, only: list[str] | None) -> dict[str, Any]:
    """Print a table; returns what our own solver took."""
    mentees, mentors = SIZES[instance.size]
    print(f"\n{mentees:,} mentees, {mentors:,} mentors, {instance.supply} places")
    print(f"{'':24}{'build s':>10}{'solve s':>10}{'ratio':>8}{'MB':>8}  result")
    ours: dict[str, Any] = {}
    for peer in PEERS:
        if (only and peer.name not in only) or not _fits(instance.size, peer.largest):
            continue
        found = run_child(peer.name, instance)
        if peer.name == "corridor":
            ours = found
        print(line(peer.name, found, ours, is_exact=peer.is_exact), flush=True)
    for name, (_, sizes) in EXTRAS.items():
        if instance.size in sizes and (not only or name in only):
            print(line(name, run_child(name, instance), {}, is_exact=False), flush=True)
    return ours


def run_child(row: str, instance: Instance) -> dict[str, Any]:
    words = ["--seed", str(instance.seed), *["--reference"] * instance.is_reference]
    words += ["--child", row, instance.size, instance.supply]
    try:
        found: dict[str, Any] = answer_of_child(__file__, *words, longest=LONGEST)
    except NoAnswer as failed:
        return {"note": str(failed)}
    return found


def line(name: str, found: dict[str, Any], ours: dict[str, Any], *, is_exact: bool) -> str:
    if "solve" not in found:
        return f"{name:24}{'':36}  {found['note']}"
    total = found["build"] + found["solve"]
    ratio = f"{total / (ours['build'] + ours['solve']):.2f}" if ours else ""
    result = f"{found['value']:,} ({found['matched']:,} matched) {found.get('note', '')}"
    if ours and is_exact and found["value"] != ours["value"]:
        result += " DIFFERS"
    if ours and not is_exact:
        result += " stable, not best"
    numbers = f"{found['build']:10.4f}{found['solve']:10.4f}{ratio:>8}{found['memory']:8.0f}"
    return f"{name:24}{numbers}  {result}"


def print_growth(rows: list[tuple[Instance, dict[str, Any]]]) -> None:
    """Over all sizes, and from each to the next: the larger do not hide behind the smaller."""
    rows = [row for row in rows if SIZES[row[0].size][0] >= SIZES["1k"][0]]
    spans = list(pairwise(rows))
    for span in [rows, *spans] if len(rows) > 2 else spans:
        edges, seconds = ([log(ours[what]) for _, ours in span] for what in ("pairs", "solve"))
        slope = linear_regression(edges, seconds).slope
        (first, _), (last, _) = span[0], span[-1]
        bar = 1.2 if first.size == "100k" else 1.35
        print(f"solve time grows with edges to the power {slope:.2f}", end=" ")
        print(f"({first.size} to {last.size}, {first.supply}; bar {bar})", flush=True)


def measure(row: str, instance: Instance) -> dict[str, Any]:
    """Runs in a process of its own."""
    peer = next((peer for peer in PEERS if peer.name == row), None)
    if peer is None:
        return EXTRAS[row][0](instance)
    importlib.import_module(peer.module)
    market = market_of(instance)
    if peer.is_exact and peer.name == "corridor":
        warm()
    answers = []
    memory = Memory()
    while len(answers) < MOST_RUNS and sum(answer.solve for answer in answers) < ENOUGH_SECONDS:
        answers.append(peer.solve(market))
        if len(answers) == 1:
            added = memory.added()
    found = asdict(min(answers, key=lambda answer: answer.build + answer.solve))
    if peer.name == "corridor" and _fits(instance.size, CERTIFIED):
        proof = certify(market, assign(market))
        found["note"] = "certificate: gap 0" if proof.is_optimal else "NO CERTIFICATE"
    return {**found, "memory": added, "pairs": len(market.mentor)}


def _fits(size: str, largest: str) -> bool:
    return SIZES[size][0] <= SIZES[largest][0]


if __name__ == "__main__":
    main()
