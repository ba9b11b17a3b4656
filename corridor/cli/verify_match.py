"""`corridor verify-match`: check the proof of a folder that `corridor match` wrote."""

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corridor.programmes.files.verification import verify_folder

NAME = "verify-match"
HELP = gettext_lazy("Check the proof of a folder that `corridor match` wrote.")
EXAMPLES = """example:
  corridor verify-match out/

Exits with 0 if everything holds, with 1 if not, or where there is no proof: circles have none,
and no certificate.json. The checker shares no code with the solver."""

MOST_FAULTS = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help=_("the folder given to `corridor match -o`"))


def run(args: argparse.Namespace) -> int:
    verification = verify_folder(args.folder)
    for line in verification.proven:
        print(line)
    for fault in verification.faults[:MOST_FAULTS]:
        print(fault, file=sys.stderr)
    more = len(verification.faults) - MOST_FAULTS
    if more > 0:
        text = ngettext("… and %(n)d more.", "… and %(n)d more.", more)
        print(text % {"n": more}, file=sys.stderr)
    print(_("Proven.") if verification.is_proven else _("Not proven."))
    return 0 if verification.is_proven else 1
