"""`corridor reindex`: make anew what people are found by."""

import argparse

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

NAME = "reindex"
HELP = _("Make the directory anew from what people say of themselves.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # it is everybody or nobody


def run(args: argparse.Namespace) -> int:
    from corridor.people.actions import refresh_all  # noqa: PLC0415 - help needs no site

    del args
    count = refresh_all()
    print(ngettext("%d person is found again.", "%d people are found again.", count) % count)
    return 0
