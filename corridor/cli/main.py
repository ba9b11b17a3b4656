"""Entry point of the `corridor` command.

Each subcommand is a module with NAME, HELP, add_arguments(parser) and run(args) -> int; USAGE and
EXAMPLES where the help needs them.
Only the module that was asked for is imported: `corridor match` never waits for the server.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import django
from django.conf import settings
from django.utils.translation import gettext as _

COMMANDS = {
    "match": "corridor.cli.match",
    "verify-match": "corridor.cli.verify_match",
    "verify-incident": "corridor.cli.verify_incident",
    "check": "corridor.cli.check",
    "serve": "corridor.cli.serve",
    "prepare": "corridor.config.preparing",
    "migrate": "corridor.cli.migrate",
    "reindex": "corridor.cli.reindex",
    "bare-pdfs": "corridor.cli.bare_pdfs",
    "remind": "corridor.cli.remind",
    "calendar-reply": "corridor.cli.calendar_reply",
    "purge": "corridor.cli.purge",
    "demo": "corridor.demo.command",
    "operator": "corridor.cli.operators",
    "moderator": "corridor.cli.moderators",
    "reviewer": "corridor.cli.reviewers",
    "domains": "corridor.cli.domains",
    "servers": "corridor.cli.servers",
    "retractions": "corridor.cli.retractions",
    "notes": "corridor.cli.notes",
    "doctor": "corridor.cli.doctor",
}
"""Name of the subcommand -> the module that has it."""

READER_GONE = 1
STOPPED = 130
"""As shells have it: 128 and the number of the signal."""

SITE = "DJANGO_SETTINGS_MODULE"
WITHOUT_SITE = frozenset({"match", "verify-match", "verify-incident", "check", None})
"""Commands, and the help, that need translations and no installation: no database, no secrets."""


def main(argv: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except KeyboardInterrupt:
        # Whoever pressed Ctrl-C knows why, and needs no lines of code.
        if settings.configured:
            print(_("Stopped."), file=sys.stderr)
        return STOPPED


def _run(words: Sequence[str]) -> int:
    named = next((word for word in words[:1] if word in COMMANDS), None)
    _settle(named, words)
    parser = _parser([import_module(COMMANDS[name]) for name in ([named] if named else COMMANDS)])
    if not words:
        parser.print_help()
        return 0
    args = parser.parse_args(words)
    try:
        status = int(import_module(COMMANDS[args.command]).run(args))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has had enough, as in `corridor match ... | head -1`. What Python
        # still holds for it goes nowhere: https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    return status


def _settle(command: str | None, words: Sequence[str]) -> None:
    """Settings come from the installation, unless the command has no use for one."""
    # `corridor serve` begins anew with the ports that it was given.
    begun = any(word.startswith(("--o", "--f")) for word in words)
    starts = command == "serve" and not begun
    if (command in WITHOUT_SITE or starts) and not settings.configured and SITE not in os.environ:
        locale = Path(__file__).resolve().parent.parent / "locale"
        settings.configure(LANGUAGE_CODE="en-gb", LOCALE_PATHS=[locale])
    else:
        os.environ.setdefault(SITE, "corridor.config.settings")
    django.setup()  # texts are translated as soon as they are printed


def _parser(modules: Sequence[ModuleType]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="corridor", description="A mentoring network for medicine on the open social web."
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    for module in modules:
        subparser = subparsers.add_parser(
            module.NAME,
            help=str(module.HELP),
            usage=getattr(module, "USAGE", None),
            description=str(module.HELP),
            epilog=str(getattr(module, "EXAMPLES", "")),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(subparser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
