"""From stored applications to a stored, explained run, beside the engine alone on the same input.

    python benchmarks/rounds.py                                      1,000 mentees, 400 mentors
    python benchmarks/rounds.py --mentees 10000 --mentors 4000       some minutes
    DATABASE_URL=postgres://... python benchmarks/rounds.py --given-database

The database is a file of its own, removed at the end, or an empty one that is given. The engine,
the stored run and the review board are measured in a process each, one thread, after the engine
matched another small crowd there: CPU seconds of that process and seconds by the clock. The
peak of memory is of the whole process, what it needs to begin with included.
"""

import argparse
import atexit
import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

sys.path[0] = str(Path(__file__).parents[1])
IS_PARENT = "--child" not in sys.argv
if IS_PARENT:
    FOLDER = tempfile.mkdtemp(prefix="corridor-rounds-")
    atexit.register(shutil.rmtree, FOLDER)
    os.environ["DATA_DIR"] = FOLDER
    os.environ["DJANGO_SETTINGS_MODULE"] = "corridor.config.settings"
    os.environ.setdefault("PUBLIC_URL", "http://localhost:8000")
    if "--given-database" not in sys.argv:
        os.environ.pop("DATABASE_URL", None)

import django

django.setup()

from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.children import answer_of_child
from benchmarks.people import SPECIALTIES, crowd
from corridor.algorithms import matching, specialties
from corridor.algorithms.careers import CAREERS
from corridor.people.models import Account, Profile
from corridor.programmes import actions, queries
from corridor.programmes.answers import Answers, FreeTime
from corridor.programmes.documents import to_document
from corridor.programmes.models import (
    Application,
    MatchingJob,
    Programme,
    Proposal,
    Round,
    TeamMember,
)

BATCH = 1_000
DAYS = ("mon", "tue", "wed", "thu", "fri")
ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata")
SAID = tuple(name for name in Answers.__dataclass_fields__ if name not in {"free", "grade"})
REVIEW = "/p/large/review/"
SCREENS = {
    "first screen": REVIEW,
    "a word sought": f"{REVIEW}?q=m17",
    "all to approve": f"{REVIEW}?show=waiting",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mentees", type=int, default=1_000)
    parser.add_argument("--mentors", type=int, default=400)
    parser.add_argument("--given-database", action="store_true", help="the one of DATABASE_URL")
    parser.add_argument("--child", choices=PARTS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        print(json.dumps(PARTS[chosen.child]()))
        return
    call_command("migrate", verbosity=0)
    call_command("build_assets", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    store(chosen.mentees, chosen.mentors)
    print(f"{connection.vendor}: {chosen.mentees:,} mentees, {chosen.mentors:,} mentors")
    connections.close_all()
    seconds = [row["seconds"] for part in PARTS for row in in_a_process(part)]
    print(f"the stored run took {seconds[1] / seconds[0]:.2f} times as long as the engine alone")


def in_a_process(part: str) -> list[dict[str, Any]]:
    """Printed as it is measured."""
    rows: list[dict[str, Any]] = answer_of_child(__file__, "--child", part)
    for row in rows:
        print(line(**row), flush=True)
    return rows


def line(*, name: str, seconds: float, clock: float, peak: float, note: str) -> str:
    return f"{name:18}{seconds:9.2f} s of CPU{clock:9.2f} s by the clock{peak:7.0f} MB  {note}"


def engine() -> list[dict[str, Any]]:
    given = queries.given(the_round())
    people = {"mentees": given.mentees, "mentors": given.mentors, "options": given.options}
    warm()
    result, row = timed("engine alone", lambda: matching.match_people(**people))
    return [row | {"note": f"{len(result.outcome.matches)} matches"}]


def run() -> list[dict[str, Any]]:
    job = MatchingJob.objects.create(round=the_round(), by=director(), made_at=timezone.now())
    warm()
    _, row = timed("stored run", lambda: actions.do_job(job.pk, now=timezone.now()))
    job.refresh_from_db()
    stored = job.run.proposals.count() if job.run else 0
    return [row | {"note": f"{job.state} {job.error}, {stored} proposals, load {os.getloadavg()}"}]


def board() -> list[dict[str, Any]]:
    """Each screen twice: what a process reads once is not the screen's."""
    client = Client(headers={"host": "localhost"})
    client.force_login(director().account)
    return [screen(client, name, path) for name, path in SCREENS.items()]


def screen(client: Client, name: str, path: str) -> dict[str, Any]:
    client.get(path)
    return answered(name, lambda: client.get(path))


def answered(name: str, ask: Callable[[], Any]) -> dict[str, Any]:
    with CaptureQueriesContext(connection) as asked:
        answer, row = timed(name, ask)
    size = len(answer.content) / 1_000
    return row | {"note": f"{answer.status_code}, {len(asked)} queries, {size:.0f} kB"}


def decisions() -> list[dict[str, Any]]:
    """Of a director, until she reads the board again; and the run that a worker makes around them.

    One is swapped, another given a mentor by hand, and the swap is taken back.
    """
    client = Client(headers={"host": "localhost"})
    client.force_login(director().account)
    client.get(REVIEW)
    current = queries.current_run(the_round())
    one, other = queries.proposals(current)[:2] if current else ()
    by_hand = f"/p/large/by-hand/{other.mentee_id}/"
    client.get(by_hand)
    rows = [
        decision(client, "swap", f"/proposals/{one.pk}/swap/", next_to(one)),
        decision(client, "assign", by_hand, next_to(other)),
    ]
    swap = one.run.overrides.earliest("pk")
    rows.append(decision(client, "release", f"/choices/{swap.pk}/end/", {}))
    warm()
    job = MatchingJob.objects.latest("pk")
    if job.state == MatchingJob.State.WAITING:
        _, row = timed("matched around", lambda: actions.do_job(job.pk, now=timezone.now()))
        job.refresh_from_db()
        rows.append(row | {"note": f"{job.state} {job.error}"})
    return rows


def decision(client: Client, name: str, path: str, said: dict[str, str]) -> dict[str, Any]:
    return answered(name, lambda: client.post(path, said, follow=True))


def next_to(proposal: Proposal) -> dict[str, str]:
    return {"mentor": queries.alternatives(proposal)[0].mentor}


PARTS = {"engine": engine, "run": run, "board": board, "decisions": decisions}


def warm() -> None:
    """Load or compile what is compiled."""
    people = crowd(1_000, 400, seed=1)
    matching.match_people(mentees=people.mentees, mentors=people.mentors, options=people.options)


def timed(name: str, act: Callable[[], Any]) -> tuple[Any, dict[str, Any]]:
    began, clock = process_time(), perf_counter()
    result = act()
    seconds, by_clock = process_time() - began, perf_counter() - clock
    return result, {"name": name, "seconds": seconds, "clock": by_clock, "peak": peak()}


def peak() -> float:
    """Megabytes (Linux)."""
    status = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024


def director() -> Profile:
    return Profile.objects.get(handle="director")


def the_round() -> Round:
    return Round.objects.get(programme__slug="large")


def store(mentees: int, mentors: int) -> None:
    people = crowd(mentees, mentors)
    rng = random.Random(0)
    profiles = store_profiles([*people.mentees, *people.mentors], rng)
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
    applications = [
        application(round, profiles[one.id], side=side, said=answers(one, rng))
        for side, everybody in (("mentee", people.mentees), ("mentor", people.mentors))
        for one in everybody
    ]
    Application.objects.bulk_create(applications, batch_size=BATCH)


def store_profiles(people: Iterable[Any], rng: random.Random) -> dict[str, Profile]:
    handles = ["director", *(one.id for one in people)]
    new = [Account(email=f"{handle}@example.org", joined_at=timezone.now()) for handle in handles]
    Account.objects.bulk_create(new, batch_size=BATCH)
    accounts = dict(Account.objects.values_list("email", "pk"))
    known = {one.id: about(one) for one in people}
    rows = [
        Profile(
            account_id=accounts[f"{handle}@example.org"],
            handle=handle,
            display_name=handle,
            time_zone=rng.choice(ZONES),
            **known.get(handle, {}),
        )
        for handle in handles
    ]
    Profile.objects.bulk_create(rows, batch_size=BATCH)
    return {profile.handle: profile for profile in Profile.objects.all()}


def about(one: Any) -> dict[str, str]:
    """Stage, specialty and institution as a profile has them."""
    stage = next(career.code for career in CAREERS if career.rung == one.stage)
    number = int(one.specialty.removeprefix("specialty-")) * len(specialties.SPECIALTIES)
    return {
        "stage": stage,
        "specialty": specialties.SPECIALTIES[number // SPECIALTIES].slug,
        "institution": next(iter(one.institutions)),
    }


def application(round: Round, profile: Profile, *, side: str, said: Answers) -> Application:
    row = Application(
        round=round, profile=profile, side=side, state="in", applied_at=timezone.now()
    )
    row.answers = to_document(said)
    return row


def answers(one: Any, rng: random.Random) -> Answers:
    free = tuple(
        FreeTime(day=day, start=hour * 60, end=hour * 60 + 180)
        for day, hour in zip(rng.sample(DAYS, 2), (9, 17), strict=True)
    )
    said = {name: getattr(one, name) for name in SAID if hasattr(one, name)}
    return Answers(free=free, **said)


if __name__ == "__main__":
    main()
