"""`corridor calendar-reply`: read the answer of a calendar program from a mail."""

import argparse
import sys

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NAME = "calendar-reply"
HELP = gettext_lazy("Read a mail with the answer of a calendar program from standard input.")
MOST = 300 * 1024
"""Bytes that are read; a mail with more is refused."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # the mail says what it answers


def run(args: argparse.Namespace) -> int:
    """0 also where it is no answer: a mail server would send an error to whoever forged it."""
    from corridor.mentoring.actions import meetings  # noqa: PLC0415 - help needs no site

    del args
    try:
        meetings.record_calendar_mail(sys.stdin.buffer.read(MOST), now=timezone.now())
    except meetings.NotAnAnswer:
        print(_("This is no answer to an invitation."), file=sys.stderr)
    except meetings.UnknownUid:
        print(_("No meeting of this server is known by that name."), file=sys.stderr)
    except meetings.AnswersSomethingElse:
        print(_("It answers a meeting that was changed or settled since."), file=sys.stderr)
    else:
        print(_("Noted."))
    return 0
