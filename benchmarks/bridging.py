"""Which notes are shown where a community has two camps, and a brigade comes.

    python benchmarks/bridging.py

Planted, so that it is known which notes help everybody: see `community`.
"""

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

# Run as a script, this folder would stand in front with its own names.
sys.path[0] = str(Path(__file__).parents[1])

from corridor.algorithms.bridging import Answer, Rating, Status, rank_notes

SEED = 5
SOMEWHAT = 0.05
THEIRS = "theirs"
KINDS = ("good", "poor", "first camp", "second camp")


@dataclass(frozen=True, kw_only=True)
class Community:
    """Half of the raters in each camp; of the notes 40 in 100 are good, 20 poor, 20 of each camp.

    Good notes are helpful to everybody and poor ones to nobody, a camp's notes to that camp. Of
    answers `astray` in 100 are the opposite, and one in twenty is "somewhat". Each note has as
    many ratings as another. Of a brigade each rates 20 notes: those of the first camp as helpful,
    or, where it `attacks`, half as many of them, and as many others as not helpful. Those who are
    `erratic` answer ten notes by lot and then find one helpful that nobody else rates: "theirs".
    """

    raters: int
    notes: int
    ratings: int
    brigade: int = 0
    attacks: bool = False
    erratic: int = 0
    astray: int = 8


@dataclass(frozen=True, kw_only=True)
class Planted:
    ratings: list[Rating]
    kind: dict[str, str]


def planted(community: Community, rng: random.Random) -> Planted:
    kind = {f"note {n}": rng.choices(KINDS, (40, 20, 20, 20))[0] for n in range(community.notes)}
    camp = {f"rater {n}": KINDS[2 + n % 2] for n in range(community.raters)}
    given = [
        Rating(rater=rater, note=note, answer=answer(camp[rater], of, community=community, rng=rng))
        for note, of in kind.items()
        for rater in rng.sample(list(camp), community.ratings // community.notes)
    ]
    own = [note for note, of in kind.items() if of == "first camp"]
    others = [note for note, of in kind.items() if of != "first camp"]
    helpful, attacked = (10, 10) if community.attacks else (20, 0)
    for n in range(community.brigade):
        for chosen, most, said in (
            (own, helpful, Answer.HELPFUL),
            (others, attacked, Answer.NOT_HELPFUL),
        ):
            given += [
                Rating(rater=f"brigade {n}", note=note, answer=said)
                for note in rng.sample(chosen, min(len(chosen), most))
            ]
    for n in range(community.erratic):
        name = f"erratic {n}"
        given += [
            Rating(rater=name, note=note, answer=rng.choice((Answer.HELPFUL, Answer.NOT_HELPFUL)))
            for note in rng.sample(list(kind), 10)
        ]
        given.append(Rating(rater=name, note=THEIRS, answer=Answer.HELPFUL))
    return Planted(ratings=given, kind=kind | {THEIRS: THEIRS})


def answer(camp: str, of: str, *, community: Community, rng: random.Random) -> Answer:
    if rng.random() < SOMEWHAT:
        return Answer.SOMEWHAT
    is_astray = rng.random() < community.astray / 100
    is_helpful = of in {"good", camp}
    return Answer.HELPFUL if is_helpful != is_astray else Answer.NOT_HELPFUL


COMMUNITIES = (
    Community(raters=45, notes=60, ratings=540),
    Community(raters=45, notes=60, ratings=540, brigade=4),
    Community(raters=100, notes=120, ratings=1_200),
    Community(raters=100, notes=120, ratings=1_200, brigade=10),
    Community(raters=100, notes=120, ratings=1_200, brigade=10, attacks=True),
    Community(raters=100, notes=120, ratings=1_200, brigade=10, astray=15),
    Community(raters=100, notes=120, ratings=1_200, brigade=10, astray=4),
    Community(raters=100, notes=120, ratings=1_200, brigade=10, attacks=True, astray=4),
    Community(raters=100, notes=120, ratings=1_200, brigade=10, astray=0),
    Community(raters=100, notes=120, ratings=1_200, brigade=10, attacks=True, astray=0),
    Community(raters=100, notes=120, ratings=1_200, erratic=10),
    Community(raters=300, notes=300, ratings=4_800, brigade=30),
    Community(raters=300, notes=300, ratings=4_800, brigade=30, astray=15),
    Community(raters=1_000, notes=2_000, ratings=50_000),
    Community(raters=1_000, notes=2_000, ratings=50_000, brigade=100),
    Community(raters=1_000, notes=2_000, ratings=50_000, brigade=100, attacks=True),
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    recall: float
    """Of good notes."""
    partisan: int
    poor: int
    of_partisan: int
    theirs: int
    seconds: float
    by_majority: int
    """Partisan notes that most of at least five raters find helpful."""


def outcome(community: Community, rng: random.Random) -> Outcome:
    known = planted(community, rng)
    began = time.process_time()
    standings = rank_notes(known.ratings)
    seconds = time.process_time() - began
    shown = Counter(known.kind[one.note] for one in standings if one.status is Status.SHOWN)
    kinds = Counter(known.kind.values())
    camps = KINDS[2:]
    return Outcome(
        recall=shown["good"] / kinds["good"],
        partisan=sum(shown[camp] for camp in camps),
        poor=shown["poor"],
        theirs=shown[THEIRS],
        of_partisan=sum(kinds[camp] for camp in camps),
        seconds=seconds,
        by_majority=sum(known.kind[note] in camps for note in _liked(known.ratings)),
    )


def _liked(ratings: list[Rating]) -> list[str]:
    by_note: dict[str, list[float]] = {}
    for rating in ratings:
        by_note.setdefault(rating.note, []).append(rating.answer.value)
    return [
        note
        for note, values in by_note.items()
        if len(values) >= 5 and sum(values) >= 0.6 * len(values)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--runs", type=int, default=1)
    asked = parser.parse_args()
    print(
        f"{'raters + brigade':<22}{'ratings':>9}{'astray':>8}{'recall':>8}{'partisan':>14}"
        f"{'majority':>10}{'poor':>6}{'theirs':>8}{'CPU s':>8}"
    )
    for community in COMMUNITIES:
        runs = [
            outcome(community, random.Random(f"{asked.seed} {run}")) for run in range(asked.runs)
        ]
        who = f"{community.raters:,} + {community.brigade or community.erratic}"
        who += " attacks" * community.attacks + " erratic" * bool(community.erratic)
        partisan = f"{sum(run.partisan for run in runs)} of {sum(run.of_partisan for run in runs)}"
        print(
            f"{who:<22}{community.ratings:9,}{community.astray:6} %"
            f"{sum(run.recall for run in runs) / len(runs):8.2f}{partisan:>14}"
            f"{sum(run.by_majority for run in runs):10}{sum(run.poor for run in runs):6}"
            f"{sum(run.theirs for run in runs):8}{max(run.seconds for run in runs):8.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
