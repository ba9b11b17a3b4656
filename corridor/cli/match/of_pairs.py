"""Matching pairs that somebody else has scored."""

import argparse
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Options
from corridor.cli.match.progress_bar import ProgressBar
from corridor.cli.match.settings import GIVEN_POINTS
from corridor.programmes.files.folder import refuse_folder_in_use, write_folder
from corridor.programmes.files.matching import Heading
from corridor.programmes.files.scored_matching import match_scored
from corridor.programmes.files.scored_results import summary, writers_of_scored
from corridor.programmes.intake.problems import InputRejected, Notes, Problem, rejected
from corridor.programmes.intake.scored_pairs import read_scored_pairs
from corridor.programmes.intake.scored_rules import RuleFiles, read_scored_rules
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import Reading

ONLY_FOR_PEOPLE = {
    "people": "FILE",
    "mentees": "--mentees",
    "mentors": "--mentors",
    "map": "--map",
    "weight": "--weight",
    "weights": "--weights",
    "no_own_best": "--no-own-best",
    "mentee_voice": "--mentee-voice",
    "same_institution": "--same-institution",
    "language": "--language",
    "min_overlap": "--min-overlap",
    "allow_peer": "--allow-peer",
    "circles": "--circles",
    "circle_mentors": "--circle-mentors",
    "start": "--start",
    "end": "--end",
    "time_zone": "--time-zone",
    "group": "--group",
}
"""Where argparse keeps an option that scored pairs have no use for -> as it is typed."""


def match_pairs(args: argparse.Namespace) -> int:
    """Raises InputRejected or NotWritten; nothing is written then."""
    _refuse_options_for_people(args)
    if args.out is None:
        raise rejected("corridor match", _("Say where the results go, with -o FOLDER."))
    if args.capacities is None:
        raise rejected("corridor match", _("--pairs needs --capacities as well."))
    refuse_folder_in_use(args.out, force=args.force)
    with ProgressBar() as progress:
        reading = Reading(notes=Notes(), limits=Limits(), progress=progress)
        pairs = read_scored_pairs(Source.at(args.pairs), Source.at(args.capacities), reading)
        rules = read_scored_rules(_files(args), pairs, reading)
        progress("solving", 0.0)
        results = match_scored(
            pairs,
            rules,
            _options(args),
            heading=Heading(title=args.title, made_on=_today(), folder=str(args.out)),
            notes=reading.notes,
        )
        progress(_("Writing"), 0.0)
        write_folder(args.out, writers_of_scored(results), force=args.force)
    for warning in reading.notes.warnings:
        print(warning, file=sys.stderr)
    figures = summary(results)
    if args.json:
        print(json.dumps({**figures.values, "folder": str(args.out)}, ensure_ascii=False))
        return 0
    for line in figures.lines:
        print(line)
    print(_("Everything is in %(folder)s.") % {"folder": args.out})
    return 0


def _refuse_options_for_people(args: argparse.Namespace) -> None:
    """What would be passed over in silence is refused, each option by its name."""
    given = [flag for name, flag in ONLY_FOR_PEOPLE.items() if _is_given(getattr(args, name))]
    text = _("%(option)s is of no use with --pairs: the pairs are scored already. Leave it out.")
    if given:
        raise InputRejected(
            tuple(
                Problem(
                    file="corridor match",
                    text=text % {"option": str(args.people) if flag == "FILE" else flag},
                )
                for flag in given
            )
        )


def _is_given(value: object) -> bool:
    return not (value is None or value is False or value == [])


def _files(args: argparse.Namespace) -> RuleFiles:
    return RuleFiles(
        pins=_source(args.pins),
        forbids=_source(args.forbids),
        existing=_source(args.existing),
        waiting=_source(args.waiting),
        places_per_mentor=args.places_per_mentor,
        places=args.places,
    )


def _source(path: Path | None) -> Source | None:
    return Source.at(path) if path else None


def _options(args: argparse.Namespace) -> Options:
    options = Options(places_per_mentor=args.places_per_mentor, places=args.places, seed=args.seed)
    given = {name: getattr(args, name) for name in GIVEN_POINTS}
    return replace(options, **{name: value for name, value in given.items() if value is not None})


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a director's day is that of her own clock
