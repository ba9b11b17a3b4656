"""One trial run, small enough for a request, its files made in memory."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Options
from corridor.programmes.files.folder import CERTIFICATE, MATCHES, MATCHES_JSON, REPORT, UNMATCHED
from corridor.programmes.files.matching import Heading, match_intake
from corridor.programmes.files.results import Results
from corridor.programmes.files.writers import writers_of
from corridor.programmes.intake.mapping import NOTHING_MAPPED, read_map
from corridor.programmes.intake.people import Asked, Intake, PeopleFile, a_year_from, read_people
from corridor.programmes.intake.problems import Notes, Problem, rejected
from corridor.programmes.intake.rounds import RoundFiles, read_round
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import Reading

MOST_PEOPLE = 400
MOST_EXPLORED = 120
"""People up to which the what-ifs, some twenty further runs, are worked out."""
LIMITS = Limits(size=1 << 20, unpacked=20 << 20, rows=2_000, columns=200, cell=5_000)
FILES = (REPORT, MATCHES, UNMATCHED, MATCHES_JSON, CERTIFICATE)
FOLDER = "matches"
"""The one in the archive."""
SAMPLE = Path(__file__).with_name("sample.csv")
SAMPLE_MAP = Path(__file__).with_name("map.toml")

_one_at_a_time = BoundedSemaphore(1)


class Busy(Exception):
    """Somebody else's trial is still running in this process."""


@dataclass(frozen=True, kw_only=True)
class Given:
    people: Sequence[PeopleFile]
    options: Options
    groups: tuple[str, ...]
    map: Source | None
    round: RoundFiles
    time_zone: str


@dataclass(frozen=True, kw_only=True)
class Trial:
    results: Results
    warnings: tuple[Problem, ...]
    archive: bytes
    """All files of the folder that the command writes, as a zip."""


def sample() -> Source:
    return Source(name="people.csv", content=SAMPLE)


def try_matching(given: Given, *, today: date) -> Trial:
    """Raises InputRejected with everything that is wrong, or Busy."""
    if not _one_at_a_time.acquire(blocking=False):  # to wait would hold a thread of the server
        raise Busy
    try:
        return _try(given, today=today)
    finally:
        _one_at_a_time.release()


def _try(given: Given, *, today: date) -> Trial:
    reading = Reading(notes=Notes(), limits=LIMITS)
    asked = Asked(
        start_on=today,
        end_on=a_year_from(today),
        mapped=read_map(given.map) if given.map else NOTHING_MAPPED,
        groups=given.groups,
        time_zone=given.time_zone,
    )
    intake = read_people(given.people, asked, reading)
    _refuse_too_many(intake)
    intake, options = read_round(given.round, intake, given.options, reading)
    people = len(intake.mentees) + len(intake.mentors)
    results = match_intake(
        intake,
        options,
        heading=Heading(made_on=today, folder=FOLDER),
        explore=people <= MOST_EXPLORED,
    )
    return Trial(results=results, warnings=tuple(reading.notes.warnings), archive=_archive(results))


def _refuse_too_many(intake: Intake) -> None:
    people = len(intake.mentees) + len(intake.mentors)
    requests = sum(sum(mentee.wishes.values()) for mentee in intake.mentees)
    if max(people, requests) > MOST_PEOPLE:
        text = _(
            "Here at most %(most)d people can be tried, and there are %(people)d."
            " The command `corridor match` takes a million."
        )
        raise rejected(_("Your files"), text % {"most": MOST_PEOPLE, "people": people})


def _archive(results: Results) -> bytes:
    writers = writers_of(results)
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in (name for name in FILES if name in writers):
            content = BytesIO()
            writers[name](content)
            packed.writestr(f"{FOLDER}/{name}", content.getvalue())
    return archive.getvalue()
