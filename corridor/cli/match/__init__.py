"""`corridor match`: from a director's files to matches, reasons, a report and a proof."""

import argparse
import sys

from django.utils.translation import gettext_lazy

from corridor.cli.match.arguments import add_arguments
from corridor.cli.match.headers import show_headers
from corridor.cli.match.of_pairs import match_pairs
from corridor.cli.match.of_people import match_files
from corridor.programmes.files.folder import NotWritten
from corridor.programmes.intake.problems import InputRejected

__all__ = ["EXAMPLES", "HELP", "NAME", "USAGE", "add_arguments", "run"]

NAME = "match"
HELP = gettext_lazy("Match mentees with mentors from spreadsheets and form exports.")
USAGE = """corridor match FILE -o FOLDER [options]
       corridor match --mentees FILE --mentors FILE -o FOLDER [options]
       corridor match --pairs FILE --capacities FILE -o FOLDER [options]
       corridor match --headers FILE"""
"""Stands above every refusal of an option: all forty of them would bury it."""
EXAMPLES = """examples:
  corridor match people.csv -o out/
  corridor match --mentees mentees.csv --mentors mentors.xlsx -o out/
  corridor match --headers people.csv
  corridor match people.csv -o out/ --weight needs=8 --weight language=10 --group "First generation"
  corridor match people.csv -o spring/ --existing autumn/matches.csv --waiting autumn/unmatched.csv
  corridor match people.csv -o out/ --circles 3-6
  corridor match --pairs pairs.csv --capacities capacities.csv --load-weight 0 -o out/

The columns that are understood are listed in docs/directing/columns.md.
Exits with 2, and writes nothing, if anything in the files or settings is wrong."""

REJECTED = 2


def run(args: argparse.Namespace) -> int:
    try:
        if args.headers:
            return show_headers(args)
        return match_pairs(args) if args.pairs else match_files(args)
    except InputRejected as rejected:
        for line in rejected.lines():
            print(line, file=sys.stderr)
    except NotWritten as refused:
        print(refused, file=sys.stderr)
    return REJECTED
