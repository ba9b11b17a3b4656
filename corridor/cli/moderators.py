"""`corridor moderator`: who works at the desk of moderators, and on which queues."""

import argparse
import sys
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from corridor.people.models import Profile

NAME = "moderator"
HELP = gettext_lazy("Let a member moderate, all kinds of flags or some, or end it.")
QUEUES = ("privacy", "harassment", "impersonation", "health", "mentoring", "spam", "rules")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("handle", help=_("of the member, with or without the @"))
    parser.add_argument(
        "--queue",
        action="append",
        choices=QUEUES,
        help=_("a kind of flags; may be given several times, all where it is not"),
    )
    parser.add_argument("--lead", action="store_true", help=_("they appoint others for these, too"))
    parser.add_argument(
        "--second-reader",
        action="store_true",
        help=_("instead: they read what waits for a second reader, and no flags"),
    )
    parser.add_argument("--end", action="store_true", help=_("they moderate these no longer"))


def run(args: argparse.Namespace) -> int:
    from corridor.people import queries as people  # noqa: PLC0415 - the help needs no site
    from corridor.safety import actions  # noqa: PLC0415 - as above
    from corridor.safety.choices import Queue  # noqa: PLC0415 - as above

    handle = args.handle.removeprefix("@")
    profile = people.profile_by_handle(handle)
    if profile is None:
        print(_("There is no @%(handle)s here.") % {"handle": handle}, file=sys.stderr)
        return 1
    if args.second_reader:
        return _second_reader(profile, is_end=args.end)
    queues = [Queue(name) for name in dict.fromkeys(args.queue or QUEUES)]
    said = {"handle": handle, "queues": ", ".join(queues)}
    if not args.end:
        actions.appoint_moderator(profile, queues=queues, now=timezone.now(), is_lead=args.lead)
        print(_("@%(handle)s moderates now (%(queues)s): /queue/.") % said)
        return 0
    try:
        actions.dismiss_moderator(profile, queues=queues, now=timezone.now())
    except actions.NotAtTheDesk:
        print(_("@%(handle)s moderates none of these.") % said, file=sys.stderr)
        return 1
    print(_("@%(handle)s moderates these no longer (%(queues)s).") % said)
    return 0


def _second_reader(profile: "Profile", *, is_end: bool) -> int:
    from corridor.safety import actions  # noqa: PLC0415 - the help needs no site

    said = {"handle": profile.handle}
    if not is_end:
        actions.appoint_second_reader(profile, now=timezone.now())
        print(_("@%(handle)s is a second reader now: /second-readings/.") % said)
        return 0
    try:
        actions.dismiss_second_reader(profile, now=timezone.now())
    except actions.NoSecondReader:
        print(_("@%(handle)s is no second reader.") % said, file=sys.stderr)
        return 1
    print(_("@%(handle)s is no second reader any longer.") % said)
    return 0
