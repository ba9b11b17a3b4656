"""Matching pairs that somebody else has scored."""

import argparse
import json
import sys
from datetime import date

import numpy as np
from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.packing import TooLarge
from corridor.algorithms.matching.prescored import match_scored_pairs
from corridor.cli.match.progress_bar import ProgressBar
from corridor.programmes.files.folder import refuse_folder_in_use, write_folder
from corridor.programmes.files.scored_results import ScoredResults, summary, writers_of_scored
from corridor.programmes.intake.problems import Notes, rejected
from corridor.programmes.intake.scored_pairs import ScoredPairs, read_scored_pairs
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import Reading


def match_pairs(args: argparse.Namespace) -> int:
    """Raises InputRejected or NotWritten; nothing is written then."""
    if args.out is None:
        raise rejected("corridor match", _("Say where the results go, with -o FOLDER."))
    if args.capacities is None:
        raise rejected("corridor match", _("--pairs needs --capacities as well."))
    refuse_folder_in_use(args.out, force=args.force)
    with ProgressBar() as progress:
        reading = Reading(notes=Notes(), limits=Limits(), progress=progress)
        pairs = read_scored_pairs(Source.at(args.pairs), Source.at(args.capacities), reading)
        progress("solving", 0.0)
        results = _match(pairs, args)
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


def _match(pairs: ScoredPairs, args: argparse.Namespace) -> ScoredResults:
    """Raises InputRejected where the numbers are too large for exact arithmetic."""
    order = np.lexsort((pairs.mentor_of, pairs.mentee_of))
    counts = np.bincount(pairs.mentee_of, minlength=len(pairs.mentees))
    start = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    mentor = np.ascontiguousarray(pairs.mentor_of[order])
    load_weight = Options().load_weight if args.load_weight is None else args.load_weight
    try:
        assignment, certificate = match_scored_pairs(
            start=start,
            mentor=mentor,
            fit=pairs.fit[order],
            fit_scale=pairs.scale,
            capacity=pairs.capacity,
            load_weight=load_weight,
            seed=args.seed,
            mentee_ids=pairs.mentees,
            mentor_ids=pairs.mentors,
        )
    except TooLarge as error:
        text = _("There are too many pairs, or too many decimals, for exact arithmetic.")
        raise rejected(args.pairs.name, text) from error
    return ScoredResults(
        pairs=pairs,
        order=order,
        start=start,
        mentor=mentor,
        given=assignment.mentor,
        certificate=certificate,
        title=args.title or _("Matches"),
        folder=str(args.out),
        made_on=date.today(),  # noqa: DTZ011 - a director's day is that of her own clock
    )
