"""What a director says of a round beside the people: pins, forbids, last round's files."""

from collections import Counter
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.people import Role
from corridor.programmes.intake.people import Intake
from corridor.programmes.intake.relations import (
    read_existing,
    read_forbids,
    read_pins,
    read_waiting,
)
from corridor.programmes.intake.sources import Source
from corridor.programmes.intake.tables import Reading


@dataclass(frozen=True, kw_only=True)
class RoundFiles:
    pins: Source | None = None
    forbids: Source | None = None
    existing: Source | None = None
    waiting: Source | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.pins or self.forbids or self.existing or self.waiting)


def read_round(
    files: RoundFiles, intake: Intake, options: Options, reading: Reading
) -> tuple[Intake, Options]:
    """Both with what the files say of them. Raises InputRejected with every error of the files."""
    options = _with_pairs(files, intake, options, reading)
    intake = _with_waiting(files, intake, reading)
    reading.notes.refuse_problems()
    _warn(options, intake, reading)
    return intake, options


def _with_pairs(files: RoundFiles, intake: Intake, options: Options, reading: Reading) -> Options:
    sides = intake.sides
    forbids = read_forbids(files.forbids, sides, reading) if files.forbids else {}
    pins = read_pins(files.pins, sides, reading) if files.pins else frozenset()
    kept = read_existing(files.existing, sides, reading) if files.existing else frozenset()
    return replace(
        options,
        must_not={**forbids, **intake.must_not},
        pins=pins,
        existing=kept | intake.existing,
    )


def _with_waiting(files: RoundFiles, intake: Intake, reading: Reading) -> Intake:
    if not files.waiting:
        return intake
    waited = read_waiting(files.waiting, intake.sides, reading)
    mentees = [
        replace(mentee, waited=max(mentee.waited, waited.get(mentee.id, 0)))
        for mentee in intake.mentees
    ]
    return replace(intake, mentees=mentees)


def _warn(options: Options, intake: Intake, reading: Reading) -> None:
    roles = Counter(role for mentee in intake.mentees for role in mentee.wishes)
    others = sum(count for role, count in roles.items() if role is not Role.MENTOR)
    if options.circles and others:
        text = ngettext(
            "Circles have mentors only: %(n)d wish for a coach or a sponsor is not used.",
            "Circles have mentors only: %(n)d wishes for a coach or a sponsor are not used.",
            others,
        )
        reading.notes.warn(_("Settings"), text % {"n": others})
