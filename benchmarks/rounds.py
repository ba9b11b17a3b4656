"""From stored applications to a stored, explained run, beside the engine alone on the same input.

    DATA_DIR=/tmp/rounds python benchmarks/rounds.py --mentees 1000 --mentors 400
    DATA_DIR=/tmp/rounds python benchmarks/rounds.py --mentees 10000 --mentors 4000

The database is a file of its own in DATA_DIR, which must not exist yet. Seconds of CPU and of the
clock, and the peak of memory of the whole process. The engine runs once before, so that
compiled code is warm for both.
"""

import argparse
import os
import random
import resource
import sys
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

sys.path[0] = str(Path(__file__).parents[1])
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.config.settings")

import django

django.setup()

from django.core.management import call_command
from django.utils import timezone

from benchmarks.people import crowd
from corridor.algorithms import matching
from corridor.people.models import Account, Profile
from corridor.programmes import actions, queries
from corridor.programmes.answers import Answers, FreeTime
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, MatchingJob, Programme, Round, TeamMember

BATCH = 1_000
DAYS = ("mon", "tue", "wed", "thu", "fri")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mentees", type=int, default=1_000)
    parser.add_argument("--mentors", type=int, default=400)
    chosen = parser.parse_args()
    call_command("migrate", verbosity=0)
    round = stored(chosen.mentees, chosen.mentors)
    alone = engine_alone(round)
    job = MatchingJob.objects.create(round=round, by=director(), made_at=timezone.now())
    whole = timed("stored run", lambda: actions.do_job(job.pk, now=timezone.now()))
    job.refresh_from_db()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{job.state} {job.error}; {job.run.proposals.count() if job.run else 0} proposals")
    print(f"ratio {whole / alone:.2f} of CPU time; peak {peak:.0f} MB")


def engine_alone(round: Round) -> float:
    given = queries.given(round)
    people = {"mentees": given.mentees, "mentors": given.mentors, "options": given.options}
    print(f"{len(given.mentees)} mentees, {len(given.mentors)} mentors, load {os.getloadavg()}")
    matching.match_people(**people)
    return timed("engine alone", lambda: matching.match_people(**people))


def timed(name: str, act: Any) -> float:
    began, clock = process_time(), perf_counter()
    act()
    seconds = process_time() - began
    print(f"{name}: {seconds:.1f} s of CPU, {perf_counter() - clock:.1f} s by the clock")
    return seconds


def director() -> Profile:
    return Profile.objects.get(handle="director")


def stored(mentees: int, mentors: int) -> Round:
    people = crowd(mentees, mentors)
    handles = ["director", *(one.id for one in (*people.mentees, *people.mentors))]
    Account.objects.bulk_create(
        [Account(email=f"{handle}@example.org", joined_at=timezone.now()) for handle in handles],
        batch_size=BATCH,
    )
    accounts = dict(Account.objects.values_list("email", "pk"))
    rng = random.Random(0)
    Profile.objects.bulk_create(
        [
            Profile(
                account_id=accounts[f"{handle}@example.org"],
                handle=handle,
                display_name=handle,
                time_zone=rng.choice(("Europe/London", "America/New_York", "Asia/Kolkata")),
            )
            for handle in handles
        ],
        batch_size=BATCH,
    )
    profiles = {one.handle: one for one in Profile.objects.all()}
    programme = Programme.objects.create(slug="large", name="Large", hashtag="Large")
    TeamMember.objects.create(programme=programme, profile=profiles["director"], role="owner")
    round = Round.objects.create(
        programme=programme,
        name="Large",
        state=Round.State.CLOSED,
        opens_on=date(2026, 1, 1),
        closes_on=date(2026, 2, 1),
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 9, 1),
    )
    rows = []
    for side, everybody in (("mentee", people.mentees), ("mentor", people.mentors)):
        for one in everybody:
            row = Application(
                round=round,
                profile=profiles[one.id],
                side=side,
                state="in",
                applied_at=timezone.now(),
            )
            row.answers = to_document(_answers(one, rng))
            rows.append(row)
    Application.objects.bulk_create(rows, batch_size=BATCH)
    return round


def _answers(one: Any, rng: random.Random) -> Answers:
    free = tuple(
        FreeTime(day=day, start=hour * 60, end=hour * 60 + 180)
        for day, hour in zip(rng.sample(DAYS, 2), (9, 17), strict=True)
    )
    names = (
        "languages",
        "interests",
        "experience",
        "choices",
        "avoid",
        "needs",
        "wishes",
        "shares",
        "top",
        "waited",
        "covers",
        "offers",
        "capacity",
        "carries",
    )
    said = {name: getattr(one, name) for name in names if hasattr(one, name)}
    return Answers(free=free, **said)


if __name__ == "__main__":
    main()
