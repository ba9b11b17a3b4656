"""`corridor operator`: who runs this server, and may enter its administration."""

import argparse
import sys

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NAME = "operator"
HELP = gettext_lazy("Let somebody run this server, or end it.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", help=_("what they sign in with"))
    parser.add_argument("--end", action="store_true", help=_("they run it no longer"))


def run(args: argparse.Namespace) -> int:
    from corridor.people import actions  # noqa: PLC0415 - the help is printed without a database

    try:
        if args.end:
            actions.end_operator(email=args.email)
            print(_("%(email)s runs this server no longer.") % {"email": args.email})
        else:
            actions.make_operator(email=args.email)
            print(_("%(email)s runs this server now: /operate/.") % {"email": args.email})
    except actions.NoSuchAccount:
        print(_("Nobody signs in with %(email)s.") % {"email": args.email}, file=sys.stderr)
        return 1
    except actions.LastOperator:
        print(_("Somebody else has to run it first."), file=sys.stderr)
        return 1
    return 0
