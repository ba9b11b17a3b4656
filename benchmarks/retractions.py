"""A list of retractions of the size that Crossref publishes: taking it over, again, and asking it.

    python benchmarks/retractions.py
    DATABASE_URL=postgres://... python benchmarks/retractions.py    an empty database of its own

Rows are made up, with the columns and the quirks of the real list, which is not bundled.
"""

import argparse
import csv
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="corridor-retractions-")
os.environ["DJANGO_SETTINGS_MODULE"] = "corridor.config.settings"
os.environ.setdefault("PUBLIC_URL", "http://localhost:8000")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from corridor.cli.main import main as corridor
from corridor.library import queries
from corridor.people.actions import NewPerson, register_person
from corridor.posts.actions import NewPost, publish_post

SEED = 24
TITLES = (
    "Record ID",
    "Title",
    "Journal",
    "RetractionDate",
    "OriginalPaperDOI",
    "OriginalPaperPubMedID",
    "RetractionNature",
    "Reason",
)
NATURES = ("Retraction",) * 8 + ("Expression of concern", "Correction", "Reinstatement")
REASONS = (
    "+Falsification/Fabrication of Data;",
    "+Concerns/Issues About Data;+Unreliable Results;",
)
TRIES = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=69_000)
    parser.add_argument("--posts", type=int, default=2_000, help="that name a work of the list")
    asked = parser.parse_args()
    call_command("migrate", interactive=False, verbosity=0)
    rows = [row(number) for number in range(asked.rows)]
    path = Path(os.environ["DATA_DIR"]) / "list.csv"
    write(path, rows)
    posts = say(rows, asked.posts)
    print(f"{connection.vendor}, {asked.rows:,} rows, {path.stat().st_size / 1e6:.1f} MB")
    print(f"{'':44}{'CPU s':>8}{'clock s':>9}")
    timed("taken over the first time", path)
    timed("the same list again, whole", path, "--whole")
    rows[100] = (*rows[100][:-1], "+Plagiarism;")
    write(path, rows[1:])
    timed("one row gone and one changed, whole", path, "--whole")
    text = f"A trial that settles it, {rows[7][4]}, as PMID {rows[9][5]} does. " + "Word " * 40
    asked_often("one text with two works", lambda: queries.questioned_in(text))
    asked_often("twenty posts, one each", lambda: queries.questioned_under(posts[:20]))


def asked_often(what: str, ask: Callable[[], object]) -> None:
    began = time.process_time()
    for _ in range(TRIES):
        ask()
    print(f"{what:44}{(time.process_time() - began) / TRIES * 1000:8.2f} ms of CPU")


def row(number: int) -> tuple[str, ...]:
    rng = random.Random(SEED + number)
    on = date(2000, 1, 1) + timedelta(days=rng.randrange(9000))
    has_doi, has_pmid = rng.random() < 0.93, rng.random() < 0.45
    return (
        str(number + 1),
        f"On the {rng.choice(('use', 'risk', 'cost'))} of number {number}, a study of some length",
        "Journal of Numbers",
        f"{on.month}/{on.day}/{on.year} 0:00",
        f"10.{rng.randrange(1000, 9999)}/J.{number}" if has_doi or number < 10 else "unavailable",
        str(1_000_000 + number) if has_pmid or number < 10 else "0",
        NATURES[0] if number < 10 else rng.choice(NATURES),
        rng.choice(REASONS),
    )


def write(path: Path, rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([TITLES, *rows])


def say(rows: list[tuple[str, ...]], count: int) -> list[int]:
    now = timezone.now()
    person = NewPerson(email="a@example.org", handle="amara", display_name="Amara")
    author = register_person(person, "correct horse battery", now=now)
    dois = [one[4] for one in rows if one[4] != "unavailable"][:count]
    new = (NewPost(text=f"As https://doi.org/{doi} says") for doi in dois)
    return [publish_post(one, by=author, now=now).pk for one in new]


def timed(what: str, path: Path, *more: str) -> None:
    cpu, clock = time.process_time(), time.perf_counter()
    assert corridor(["retractions", "import", str(path), *more]) == 0
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    print(f"{what:44}{cpu:8.1f}{clock:9.1f}")


if __name__ == "__main__":
    main()
