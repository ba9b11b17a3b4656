"""`corridor purge`: people whose two weeks to think are over go for good, and unfinished ones."""

import argparse

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

NAME = "purge"
HELP = _("Delete for good what people asked to be deleted and whose time to think is over.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # it always does all that is due


def run(args: argparse.Namespace) -> int:
    from corridor.people import actions  # noqa: PLC0415 - help needs no site

    del args
    now = timezone.now()
    count = actions.complete_departures(now=now)
    print(ngettext("%d person left.", "%d people left.", count) % count)
    count = actions.forget_unfinished(now=now)
    print(ngettext("%d never finished joining.", "%d never finished joining.", count) % count)
    return 0
