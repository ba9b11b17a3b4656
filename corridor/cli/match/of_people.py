"""Matching people: files in, folder out, summary on the terminal."""

import argparse
import json
import sys
from datetime import date
from functools import partial

from django.utils.translation import gettext as _

from corridor.cli.match.progress_bar import ProgressBar
from corridor.cli.match.settings import options_of
from corridor.programmes.files.folder import refuse_folder_in_use, write_folder
from corridor.programmes.files.matching import Heading, match_intake
from corridor.programmes.files.results import Results
from corridor.programmes.files.summary import summary_figures, summary_lines
from corridor.programmes.files.writers import writers_of
from corridor.programmes.intake.mapping import NOTHING_MAPPED, read_map
from corridor.programmes.intake.people import (
    MENTEES,
    MENTORS,
    Asked,
    PeopleFile,
    a_year_from,
    read_people,
)
from corridor.programmes.intake.problems import Notes, rejected
from corridor.programmes.intake.rounds import RoundFiles, read_round
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import Reading
from corridor.programmes.intake.zones import NotAZone, find_zone


def match_files(args: argparse.Namespace) -> int:
    """Raises InputRejected or NotWritten; nothing is written then."""
    files = _files(args)
    refuse_folder_in_use(args.out, force=args.force)
    with ProgressBar() as progress:
        reading = Reading(notes=Notes(), limits=Limits(), progress=progress)
        intake = read_people(files, _asked(args), reading)
        intake, options = read_round(_round_files(args), intake, options_of(args), reading)
        results = match_intake(
            intake,
            options,
            heading=Heading(title=args.title, made_on=_today(), folder=str(args.out)),
            explore=not args.no_explore,
            progress=progress,
        )
        progress(_("Writing"), 0.0)
        write_folder(args.out, writers_of(results), force=args.force)
    _tell(results, reading.notes, args)
    return 0


def _files(args: argparse.Namespace) -> list[PeopleFile]:
    one = partial(rejected, "corridor match")
    if args.out is None:
        raise one(_("Say where the results go, with -o FOLDER."))
    if args.capacities:
        raise one(_("--capacities belongs to --pairs: give both, or neither."))
    if args.people and not (args.mentees or args.mentors):
        return [PeopleFile(source=Source.at(args.people))]
    if args.mentees and args.mentors and not args.people:
        return [
            PeopleFile(source=Source.at(args.mentees), side=MENTEES),
            PeopleFile(source=Source.at(args.mentors), side=MENTORS),
        ]
    raise one(_("Give one file with everybody, or --mentees and --mentors, or --pairs."))


def _asked(args: argparse.Namespace) -> Asked:
    start = args.start or _today()
    end = args.end or a_year_from(start)
    if end < start:
        raise rejected("corridor match", _("--end is before --start."))
    try:
        zone = find_zone(args.time_zone) if args.time_zone else ""
    except NotAZone as error:
        raise rejected("--time-zone", str(error)) from error
    return Asked(
        start_on=start,
        end_on=end,
        mapped=read_map(Source.at(args.map)) if args.map else NOTHING_MAPPED,
        groups=tuple(dict.fromkeys(args.group)),
        time_zone=zone,
    )


def _round_files(args: argparse.Namespace) -> RoundFiles:
    names = ("pins", "forbids", "existing", "waiting")
    given = {name: getattr(args, name) for name in names}
    return RoundFiles(**{name: Source.at(path) for name, path in given.items() if path})


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a director's day is that of her own clock


def _tell(results: Results, notes: Notes, args: argparse.Namespace) -> None:
    for warning in notes.warnings:
        print(warning, file=sys.stderr)
    if args.json:
        print(json.dumps({**summary_figures(results), "folder": str(args.out)}, ensure_ascii=False))
        return
    for line in summary_lines(results):
        print(line)
    print(_("Everything is in %(folder)s; begin with report.html.") % {"folder": args.out})
