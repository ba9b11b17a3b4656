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
    del args
    left, unfinished = purge()
    print(words_for(left))
    words = ngettext(
        "%(count)d never finished joining.", "%(count)d never finished joining.", unfinished
    )
    print(words % {"count": unfinished})
    return 0


def purge() -> tuple[int, int]:
    """How many people left, and how many never finished joining."""
    from corridor.people import actions  # noqa: PLC0415 - help needs no site

    now = timezone.now()
    return actions.complete_departures(now=now), actions.forget_unfinished(now=now)


def words_for(left: int) -> str:
    return ngettext("%(count)d person left.", "%(count)d people left.", left) % {"count": left}
