"""Each mentee's exact best fifty mentors, beside other libraries: CPU time, memory, recall.

    python benchmarks/candidates.py                 10,000 mentees and 4,000 mentors
    python benchmarks/candidates.py --size 100k     100,000 and 40,000: about ten minutes
    python benchmarks/candidates.py --people plain  without needs, rankings and weekly hours

Every way runs in a fresh process on one thread, from the same arrays. We do all mentees, the
others the first five hundred, and their time is scaled. Recall counts the mentors found whose
worth is at least that of the true fiftieth.
"""

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from time import process_time
from typing import Any

# Run as a script, this file would stand in for our own module of that name.
sys.path[0] = str(Path(__file__).parents[1])

import numpy as np

from benchmarks.candidates_peers import PEERS, PLACES, WHOLE, Peer
from benchmarks.children import answer_of_child
from benchmarks.matching_extras import Memory
from benchmarks.people import crowd, plain_crowd
from corridor.algorithms.matching.encoding import encode
from corridor.algorithms.matching.population import Population
from corridor.algorithms.matching.scoring import score

SIZES = {"1k": (1_000, 400), "10k": (10_000, 4_000), "100k": (100_000, 40_000)}
CROWDS = {"full": crowd, "plain": plain_crowd}
SAMPLE = 500
JUDGED = 100
"""Mentees whose lists are held against the whole table of their scores."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--only", action="append", help="name of a way")
    parser.add_argument("--people", choices=CROWDS, default="full")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        name, size, people = chosen.child
        print(json.dumps(measure(next(peer for peer in PEERS if peer.name == name), size, people)))
        return
    for size in chosen.size or ("10k",):
        compare(size, chosen.people, chosen.only)


def compare(size: str, people: str, only: list[str] | None) -> None:
    mentees, mentors = SIZES[size]
    print(f"\n{mentees:,} mentees, {mentors:,} mentors, {people}, best {PLACES}")
    print(f"{'':20}{'CPU s':>9}{'ratio':>8}{'MB':>7}{'recall':>8}  what it does")
    ours = None
    for peer in PEERS:
        if only and peer.name not in only:
            continue
        if importlib.util.find_spec(peer.module) is None:
            print(f"{peer.name:20}{'not installed':>16}")
            continue
        found = run_child(peer, size, people)
        ours = ours or found["seconds"]
        scaled = "" if found["mentees"] == mentees else f", first {found['mentees']} scaled"
        print(
            f"{peer.name:20}{found['seconds']:9.2f}{found['seconds'] / ours:8.1f}"
            f"{found['memory']:7.0f}{found['recall']:8.3f}  {peer.does}{scaled}",
            flush=True,
        )


def run_child(peer: Peer, size: str, people: str) -> dict[str, Any]:
    answer: dict[str, Any] = answer_of_child(__file__, "--child", peer.name, size, people)
    return answer


def measure(peer: Peer, size: str, people: str) -> dict[str, Any]:
    """Runs in a process of its own."""
    mentees, mentors = SIZES[size]
    looked_at = mentees if peer.name == "corridor" else min(SAMPLE, mentees)
    peer.best(population_of(people, 60, 200))  # compiled and imported
    population = population_of(people, looked_at, mentors)
    memory = Memory()
    began = process_time()
    best = peer.best(population)
    seconds = process_time() - began
    added = memory.added()
    return {
        "mentees": looked_at,
        "seconds": seconds * mentees / looked_at,
        "memory": added,
        "recall": recall(population, best, must_be_exact=peer.does == WHOLE),
    }


def population_of(people: str, mentees: int, mentors: int) -> Population:
    drawn = CROWDS[people](mentees, mentors)
    return encode(drawn.mentees, drawn.mentors, drawn.options)


def recall(population: Population, best: np.ndarray, *, must_be_exact: bool) -> float:
    found = wanted = 0
    for row in range(min(JUDGED, len(best))):
        scores = score(population, np.array([row]))
        worth = np.where(scores.is_open[0], scores.worth[0], -1)
        places = min(PLACES, int(scores.is_open.sum()))
        least = np.sort(worth)[-max(places, 1)]
        named = np.unique(best[row][best[row] >= 0])
        found += int((worth[named] >= max(least, 0)).sum())
        wanted += places
    assert found == wanted or not must_be_exact
    return found / wanted


if __name__ == "__main__":
    main()
