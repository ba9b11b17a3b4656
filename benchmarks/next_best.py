"""Whom one mentee's next best mentor would be, beside the engine's candidates for her alone.

    python benchmarks/next_best.py --mentees 10000 --mentors 4000

The database is that of `rounds.py`, a file that is removed at the end. Seconds of CPU: the query
reads applications from the database and opens them; the engine has everybody as objects and looks
for candidates for one mentee. Once while every mentor is free, and once while four of five mentors
are being asked for all the places that they gave.
"""

import argparse
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

if __name__ == "__main__":
    import sys

    sys.path[0] = str(Path(__file__).parents[1])

from django.core.management import call_command
from django.utils import timezone

from benchmarks.rounds import BATCH, store, the_round, timed
from corridor.algorithms.matching import candidates
from corridor.programmes import queries
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Match, Round
from corridor.programmes.talk import Talk

TIMES = 3
FREE = 5
"""One mentor in so many has places left while the others are being asked."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mentees", type=int, default=1_000)
    parser.add_argument("--mentors", type=int, default=400)
    chosen = parser.parse_args()
    call_command("migrate", verbosity=0)
    store(chosen.mentees, chosen.mentors)
    round = the_round()
    Round.objects.update(state=Round.State.PUBLISHED)
    mentee = round.applications.filter(side=Application.Side.MENTEE).order_by("pk")[0]
    alone = engine_alone(mentee)
    compared(mentee, "all mentors free", alone)
    ask_most_mentors(round)
    compared(mentee, "one in five free", alone)


def compared(mentee: Application, name: str, alone: float) -> None:
    whole = least(name, lambda: _next_best(mentee))
    print(f"{name}: ratio {whole / alone:.1f} of CPU time")


def engine_alone(mentee: Application) -> float:
    everybody = queries.given(mentee.round)
    hers = [one for one in everybody.mentees if one.id == mentee.profile.handle]

    def find() -> None:
        candidates.find_candidates(hers, everybody.mentors, everybody.options)

    find()
    return least("engine alone", find)


def least(name: str, act: Callable[[], None]) -> float:
    seconds = min(timed(name, act)[1]["seconds"] for _ in range(TIMES))
    print(f"{name:18}{seconds:9.2f} s of CPU", flush=True)
    return float(seconds)


def _next_best(mentee: Application) -> None:
    found = queries.next_best(mentee, "mentor", today=timezone.now().date())
    if found is None:
        raise SystemExit("nobody was found")


def ask_most_mentors(round: Round) -> None:
    """About others: each place that they gave is being asked for."""
    mentors = round.applications.filter(side=Application.Side.MENTOR).order_by("pk")
    mentees = round.applications.filter(side=Application.Side.MENTEE).order_by("pk")
    others, rows = list(mentees[1:]), []
    for number, mentor in enumerate(mentors):
        places = queries.places_given(mentor) if number % FREE else 0
        for place in range(min(places, len(others))):
            match = Match(
                round=round,
                mentee=others[(number + place) % len(others)],
                mentor=mentor,
                role="mentor",
                proposed_at=timezone.now(),
                answer_by=timezone.now() + timedelta(days=7),
            )
            match.why = {"fit": 0, "parts": [], "reasons": []}
            match.talk = to_document(Talk())
            rows.append(match)
    Match.objects.bulk_create(rows, batch_size=BATCH)


if __name__ == "__main__":
    main()
