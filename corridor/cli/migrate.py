"""`corridor migrate`: bring the database to the shape that this version needs."""

import argparse

from django.core.management import call_command
from django.utils.translation import gettext_lazy as _

NAME = "migrate"
HELP = _("Create or update the database.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # the database is a setting, so there is nothing to choose here


def run(args: argparse.Namespace) -> int:
    del args
    bring_up_to_date(verbosity=1)
    return 0


def bring_up_to_date(*, verbosity: int) -> None:
    from corridor.cli import new_database  # noqa: PLC0415 - help needs no site
    from corridor.people.actions import refresh_missing  # noqa: PLC0415 - nor does it need this

    if new_database.is_new():
        new_database.make_tables()
    call_command("migrate", interactive=False, verbosity=verbosity)
    refresh_missing()
