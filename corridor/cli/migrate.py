"""`corridor migrate`: bring the database to the shape that this version needs."""

import argparse

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
    from corridor.cli import tables  # noqa: PLC0415 - help needs no site

    tables.bring_up_to_date(verbosity=verbosity)
