"""`corridor bare-pdfs`: what was kept as it came loses who made it, and with what."""

import argparse

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

NAME = "bare-pdfs"
HELP = _("Write PDFs anew that were kept before Corridor did so by itself.")
SAID_EVERY = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--after",
        type=int,
        default=0,
        metavar="NUMBER",
        help=str(
            _("go on after the file with this number, as a run that was broken off said last")
        ),
    )


def run(args: argparse.Namespace) -> int:
    from corridor.conversations.actions import write_files_anew  # noqa: PLC0415 - help needs no site
    from corridor.people.actions.verifying import write_documents_anew  # noqa: PLC0415 - the same

    written = list(write_documents_anew())
    for count, (number, is_written) in enumerate(write_files_anew(after=args.after), start=1):
        written.append(is_written)
        if count % SAID_EVERY == 0:
            print(_("Up to file %d.") % number, flush=True)
    done, left = written.count(True), written.count(False)
    print(ngettext("%d PDF is written anew.", "%d PDFs are written anew.", done) % done)
    if left:
        words = ngettext(
            "%d is locked or broken, and stays as it is.",
            "%d are locked or broken, and stay as they are.",
            left,
        )
        print(words % left)
    return 0
