"""`corridor notes rank`: where context notes stand, computed now and not only at night."""

import argparse

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NAME = "notes"
HELP = gettext_lazy("Rank the context notes now.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="rank")
    steps.add_parser("rank", help=_("Open what is due, and compute where each note stands."))


def run(args: argparse.Namespace) -> int:
    from corridor.context_notes import actions  # noqa: PLC0415 - the help needs no site

    del args
    actions.open_due_notes(now=timezone.now())
    ranking = actions.rank_notes(now=timezone.now())
    said = {
        "notes": ranking.notes,
        "ratings": ranking.ratings,
        "raters": ranking.raters,
        "version": ranking.version,
    }
    print(
        _("%(notes)d notes, %(ratings)d ratings; %(raters)d people rate often enough to count.")
        % said
    )
    if ranking.has_scores:
        print(_("Notes have scores, by version %(version)d of the rules.") % said)
    else:
        print(_("Too few for scores: signed notes are shown."))
    return 0
