"""From what the files say to results: the run in the middle."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from corridor.algorithms import matching
from corridor.algorithms.matching.conflicts import ImpossibleSettings
from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.progress import Progress
from corridor.programmes.files.results import Results
from corridor.programmes.intake.loads import without_counting_twice
from corridor.programmes.intake.people import Intake
from corridor.programmes.intake.problems import InputRejected, Problem
from corridor.programmes.wording import sentence


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What stands on the results beside the matches."""

    made_on: date
    folder: str
    """Where the files will be, as whoever ran it calls it."""
    title: str = ""


def match_intake(
    intake: Intake,
    options: Options,
    *,
    heading: Heading,
    explore: bool,
    progress: Progress | None = None,
) -> Results:
    """Raises InputRejected where no set of matches can satisfy the settings."""
    mentors, counted_once = without_counting_twice(intake, options.existing)
    try:
        result = matching.match_people(
            mentees=intake.mentees,
            mentors=mentors,
            options=options,
            audit=intake.audit,
            explore=explore,
            progress=progress,
        )
    except ImpossibleSettings as impossible:
        raise _rejected(impossible, intake.names) from impossible
    return Results(
        outcome=result.outcome,
        certificate=result.certificate,
        mentees=intake.mentees,
        mentors=mentors,
        options=options,
        title=heading.title or _("Matches"),
        made_on=heading.made_on,
        folder=heading.folder,
        counted_once=counted_once,
    )


def _rejected(impossible: ImpossibleSettings, names: Mapping[str, str]) -> InputRejected:
    return InputRejected(
        tuple(
            Problem(file=_("Settings"), text=sentence(problem, names))
            for problem in impossible.problems
        )
    )
