"""`corridor remind`: send the mails that are due, once a day."""

import argparse

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

NAME = "remind"
HELP = _("Send the mails that are due: mentors who are back, what waits for somebody, replies.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # whatever is due goes out


def run(args: argparse.Namespace) -> int:
    from corridor.notifications.actions import mail_digests  # noqa: PLC0415 - help needs no site
    from corridor.people import actions  # noqa: PLC0415 - as above
    from corridor.reminders.actions import send_due  # noqa: PLC0415 - as above

    del args
    now = timezone.now()
    count = actions.tell_of_returns(now=now) + send_due(now=now)
    count += mail_digests(now=now)
    print(ngettext("%d mail was due.", "%d mails were due.", count) % count)
    return 0
