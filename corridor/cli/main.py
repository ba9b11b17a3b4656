"""Entry point of the `corridor` command.

Each subcommand is a module with NAME, HELP, add_arguments(parser) and run(args) -> int.
Only the module that was asked for is imported: `corridor match` never waits for the server.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

import django

COMMANDS = {
    "migrate": "corridor.cli.migrate",
    "serve": "corridor.cli.serve",
}
"""Name of the subcommand -> the module that has it."""


def main(argv: Sequence[str] | None = None) -> int:
    # Texts are translated as soon as they are printed, which asks the settings.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.config.settings")
    django.setup()
    words = list(sys.argv[1:] if argv is None else argv)
    args = _parser(_asked_for(words)).parse_args(words)
    run = import_module(COMMANDS[args.command]).run
    return int(run(args))


def _asked_for(words: Sequence[str]) -> list[ModuleType]:
    named = [word for word in words[:1] if word in COMMANDS]
    return [import_module(COMMANDS[name]) for name in named or COMMANDS]


def _parser(modules: Sequence[ModuleType]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="corridor")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    for module in modules:
        module.add_arguments(
            subparsers.add_parser(module.NAME, help=module.HELP, description=module.HELP)
        )
    return parser


if __name__ == "__main__":
    sys.exit(main())
