"""`corridor domains import`: more institutions whose mailboxes count."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.domain_file import ListedDomain

NAME = "domains"
HELP = gettext_lazy("Take over a list of mail domains that belong to institutions.")
EXAMPLES = """examples:
  corridor domains import universities.json --source "Hipo list, 2026-10, MIT" --dry-run
  corridor domains import hospitals.csv --source "written up by the desk"
"""
MOST_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="import")
    reading = steps.add_parser("import", help=_("Read a JSON or CSV file."))
    reading.add_argument(
        "file", type=Path, help=_("the list of universities of Hipo, or a CSV: domain, institution")
    )
    reading.add_argument("--source", required=True, help=_("where the list is from; kept with it"))
    reading.add_argument(
        "--dry-run", action="store_true", help=_("say what would be added, and add nothing")
    )


def run(args: argparse.Namespace) -> int:
    from corridor.people.domain_file import (  # noqa: PLC0415 - the help needs no site
        UnreadableList,
        read_list,
    )

    try:
        listed = read_list(args.file.read_bytes(), is_json=args.file.suffix.lower() == ".json")
    except (OSError, UnreadableList) as error:
        print(f"{args.file}: {error}", file=sys.stderr)
        return 1
    for problem in listed.problems[:MOST_SHOWN]:
        print(
            _("Row %(row)d: %(problem)s") % {"row": problem.row, "problem": problem.problem},
            file=sys.stderr,
        )
    if len(listed.problems) > MOST_SHOWN:
        print(_("... and %d more.") % (len(listed.problems) - MOST_SHOWN), file=sys.stderr)
    return _import(args, listed.domains, has_problems=bool(listed.problems))


def _import(
    args: argparse.Namespace, listed: "Sequence[ListedDomain]", *, has_problems: bool
) -> int:
    from django.db import transaction  # noqa: PLC0415 - as above

    from corridor.people.actions import verifying  # noqa: PLC0415 - as above

    rows = [
        verifying.NewDomain(
            domain=one.domain,
            institution=one.institution,
            country=one.country,
            source=args.source.strip()[:200],
        )
        for one in listed
    ]
    with transaction.atomic():
        done = verifying.import_email_domains(rows, now=timezone.now())
        transaction.set_rollback(args.dry_run)
    print(ngettext("%d domain is new.", "%d domains are new.", done.added) % done.added)
    print(
        ngettext("%d is known and stays as it is.", "%d are known and stay.", done.known)
        % done.known
    )
    if args.dry_run:
        print(_("Nothing was written."))
    return 2 if has_problems else 0
