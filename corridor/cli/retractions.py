"""`corridor retractions import`: what was retracted, questioned or corrected since."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

if TYPE_CHECKING:
    from corridor.library.actions import Imported
    from corridor.library.retraction_file import ListedNotice

NAME = "retractions"
HELP = gettext_lazy("Take over a list of retractions, so that posts that name such works say so.")
EXAMPLES = """examples:
  corridor retractions import retraction_watch.csv --dry-run
  corridor retractions import retraction_watch.csv --whole
"""
MOST_SHOWN = 20
FAILED, WITH_PROBLEMS = 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="import")
    reading = steps.add_parser("import", help=_("Read a CSV file of Retraction Watch."))
    reading.add_argument("file", type=Path, help=_("as Crossref publishes it, in UTF-8"))
    reading.add_argument(
        "--whole",
        action="store_true",
        help=_("the file is the whole list: forget notices that are not in it any more"),
    )
    reading.add_argument(
        "--dry-run", action="store_true", help=_("say what would change, and change nothing")
    )


def run(args: argparse.Namespace) -> int:
    from django.db import transaction  # noqa: PLC0415 - the help needs no site

    from corridor.library import actions  # noqa: PLC0415 - as above
    from corridor.library.retraction_file import UnreadableList  # noqa: PLC0415 - as above

    reading = _Reading()
    try:
        with args.file.open(encoding="utf-8-sig", newline="") as lines:
            notices = list(reading.notices(lines))
        with transaction.atomic():
            done = actions.import_retractions(notices, is_whole=args.whole, now=timezone.now())
            transaction.set_rollback(args.dry_run)
    except (OSError, UnreadableList) as error:
        print(f"{args.file}: {error}", file=sys.stderr)
        return FAILED
    except actions.NothingInIt:
        print(_("The list has no notice in it; nothing was changed."), file=sys.stderr)
        return FAILED
    reading.say()
    _say(done)
    if args.dry_run:
        print(_("Nothing was written."))
    return WITH_PROBLEMS if reading.problems else 0


class _Reading:
    """Rows that are taken over go on; the first of those that are wrong are shown."""

    def __init__(self) -> None:
        self.problems = self.unnamed = 0

    def notices(self, lines: Iterator[str]) -> "Iterator[ListedNotice]":
        from corridor.library.retraction_file import (  # noqa: PLC0415 - as above
            Unnamed,
            WrongRow,
            read_notices,
        )

        for one in read_notices(lines):
            if isinstance(one, WrongRow):
                self.problems += 1
                if self.problems <= MOST_SHOWN:
                    said = {"row": one.row, "problem": one.problem}
                    print(_("Row %(row)d: %(problem)s") % said, file=sys.stderr)
            elif isinstance(one, Unnamed):
                self.unnamed += 1
            else:
                yield one

    def say(self) -> None:
        if self.problems > MOST_SHOWN:
            print(_("... and %d more.") % (self.problems - MOST_SHOWN), file=sys.stderr)
        if self.unnamed:
            words = ngettext(
                "%d row names a work by neither DOI nor PMID and is left out.",
                "%d rows name works by neither DOI nor PMID and are left out.",
                self.unnamed,
            )
            print(words % self.unnamed)


def _say(done: "Imported") -> None:
    print(ngettext("%d notice is new.", "%d notices are new.", done.added) % done.added)
    print(ngettext("%d changed.", "%d changed.", done.changed) % done.changed)
    print(ngettext("%d is known already.", "%d are known already.", done.known) % done.known)
    if done.forgotten:
        print(ngettext("%d is gone.", "%d are gone.", done.forgotten) % done.forgotten)
    words = ngettext("%d post here is concerned.", "%d posts here are concerned.", done.posts)
    print(words % done.posts)
