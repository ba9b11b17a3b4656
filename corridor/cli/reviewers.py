"""`corridor reviewer`: who works at the verification desk."""

import argparse
import sys

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NAME = "reviewer"
HELP = gettext_lazy("Let a member work at the verification desk, or end it.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("handle", help=_("of the member, with or without the @"))
    parser.add_argument("--end", action="store_true", help=_("they review no longer"))


def run(args: argparse.Namespace) -> int:
    from corridor.people import queries  # noqa: PLC0415 - the help needs no site
    from corridor.people.actions import verifying  # noqa: PLC0415 - the help needs no site

    handle = args.handle.removeprefix("@")
    profile = queries.profile_by_handle(handle)
    if profile is None:
        print(_("There is no @%(handle)s here.") % {"handle": handle}, file=sys.stderr)
        return 1
    if not args.end:
        verifying.appoint_reviewer(profile, now=timezone.now())
        print(_("@%(handle)s reviews now: /desk/verification/.") % {"handle": handle})
        return 0
    try:
        verifying.dismiss_reviewer(profile)
    except verifying.NotAtTheDesk:
        print(_("@%(handle)s is no reviewer.") % {"handle": handle}, file=sys.stderr)
        return 1
    print(_("@%(handle)s reviews no longer.") % {"handle": handle})
    return 0
