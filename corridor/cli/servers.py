"""`corridor servers`: what this server does with others, from the shell."""

import argparse
import sys
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

NAME = "servers"
HELP = gettext_lazy("Limit, keep out or allow other servers; read and write lists of them.")
EXAMPLES = """examples:
  corridor servers import list.csv --source "Tier 0, 2026-11" --dry-run
  corridor servers import list.csv --source "Tier 0, 2026-11"
  corridor servers set spam.example suspend --comment "Spam"
  corridor servers export > servers.csv
"""
SEVERITIES = ("allow", "noop", "silence", "suspend")
MOST_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(
        dest="step", required=True, metavar="set | lift | list | import | export"
    )
    kept = steps.add_parser("set", help=_("Make a rule, or change one."))
    kept.add_argument("domain")
    kept.add_argument("severity", choices=SEVERITIES)
    kept.add_argument("--reject-media", action="store_true", help=_("take no media from there"))
    kept.add_argument("--reject-flags", action="store_true", help=_("take no flags from there"))
    kept.add_argument("--comment", default="", help=_("why, for anybody"))
    kept.add_argument("--note", default="", help=_("for operators"))
    kept.add_argument(
        "--obfuscate", action="store_true", help=_("tell it with its middle left out")
    )
    lifted = steps.add_parser("lift", help=_("End a rule."))
    lifted.add_argument("domain")
    steps.add_parser("list", help=_("Say which rules there are."))
    steps.add_parser("export", help=_("Write them as CSV, as Mastodon reads it."))
    reading = steps.add_parser("import", help=_("Take over a list."))
    reading.add_argument(
        "file", type=Path, help=_("CSV as Mastodon exports it, or one domain a line")
    )
    reading.add_argument("--source", required=True, help=_("where the list is from; kept with it"))
    reading.add_argument(
        "--dry-run", action="store_true", help=_("say what would be done, and do nothing")
    )
    reading.add_argument(
        "--also-changes",
        action="store_true",
        help=_("also rows that change a rule, or a server to which members link"),
    )


def run(args: argparse.Namespace) -> int:
    steps = {"set": _set, "lift": _lift, "list": _list, "export": _export, "import": _import}
    return steps[args.step](args)


def _set(args: argparse.Namespace) -> int:
    from corridor.safety import actions  # noqa: PLC0415 - the help needs no site
    from corridor.safety.choices import Severity  # noqa: PLC0415 - as above
    from corridor.safety.server_file import NotToBeTaken  # noqa: PLC0415 - as above

    new = actions.NewServerRule(
        domain=args.domain,
        severity=Severity(args.severity),
        rejects_media=args.reject_media,
        rejects_flags=args.reject_flags,
        public_comment=args.comment,
        private_comment=args.note,
        is_obfuscated=args.obfuscate,
    )
    try:
        made = actions.keep_server_rule(new, by=None, now=timezone.now())
    except NotToBeTaken as wrong:
        print(wrong, file=sys.stderr)
        return 1
    print(f"{made.domain}: {made.get_severity_display()}")
    return 0


def _lift(args: argparse.Namespace) -> int:
    from corridor.safety import actions  # noqa: PLC0415 - the help needs no site

    try:
        actions.lift_server_rule(args.domain.lower(), by=None, now=timezone.now())
    except actions.NoRule:
        print(_("There is no rule for %(domain)s.") % {"domain": args.domain}, file=sys.stderr)
        return 1
    print(_("Lifted: %(domain)s.") % {"domain": args.domain})
    return 0


def _list(args: argparse.Namespace) -> int:
    from corridor.safety import queries  # noqa: PLC0415 - the help needs no site

    del args
    for one in queries.server_rules():
        print(f"{one.domain}\t{one.severity}\t{one.public_comment}")
    return 0


def _export(args: argparse.Namespace) -> int:
    from corridor.safety import queries  # noqa: PLC0415 - the help needs no site
    from corridor.safety.server_file import write_list  # noqa: PLC0415 - as above

    del args
    sys.stdout.write(write_list(queries.server_rules()))
    return 0


def _import(args: argparse.Namespace) -> int:
    from corridor.safety import actions, queries  # noqa: PLC0415 - the help needs no site
    from corridor.safety.server_file import (  # noqa: PLC0415 - as above
        UnreadableList,
        read_list,
    )

    try:
        read = read_list(args.file.read_bytes())
    except (OSError, UnreadableList) as error:
        print(f"{args.file}: {error}", file=sys.stderr)
        return 1
    for wrong in read.problems[:MOST_SHOWN]:
        said = {"row": wrong.row, "problem": wrong.problem}
        print(_("Row %(row)d: %(problem)s") % said, file=sys.stderr)
    if len(read.problems) > MOST_SHOWN:
        print(_("... and %d more.") % (len(read.problems) - MOST_SHOWN), file=sys.stderr)
    rows = [one for one in queries.compared(read.servers) if not one.is_same]
    taken = [one.listed for one in rows if args.also_changes or not one.is_tied]
    for one in taken if args.dry_run else []:
        print(f"{one.domain}\t{one.severity}")
    if not args.dry_run:
        actions.import_server_rules(taken, source=args.source, by=None, now=timezone.now())
    print(ngettext("%d rule to take over.", "%d rules to take over.", len(taken)) % len(taken))
    left = len(rows) - len(taken)
    if left:
        told = ngettext(
            "%d is left out, since it changes a rule or members link there (--also-changes).",
            "%d are left out, since they change rules or members link there (--also-changes).",
            left,
        )
        print(told % left)
    if args.dry_run:
        print(_("Nothing was written."))
    return 2 if read.problems else 0
