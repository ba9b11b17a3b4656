"""`corridor migrate`: bring the database to the shape that this version needs."""

import argparse

from django.utils.translation import gettext_lazy as _

NAME = "migrate"
HELP = _("Create or update the database.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # the database is a setting, so there is nothing to choose here


def run(args: argparse.Namespace) -> int:
    from corridor.cli.tables import bring_up_to_date  # noqa: PLC0415 - help needs no site

    del args
    bring_up_to_date(verbosity=1)
    return 0
