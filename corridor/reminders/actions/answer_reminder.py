"""Somebody answers a reminder by a link in its mail, without signing in."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from corridor.reminders import queries
from corridor.reminders.actions.choose_reminders import switch_off
from corridor.reminders.actions.send_due import hold_wishes
from corridor.reminders.choices import Answer
from corridor.reminders.models import ReminderAnswer

LONGEST_QUIET = timedelta(days=366)


class LinkUsed(Exception):
    """It works once; whoever wants something else signs in."""


class NotADayAhead(Exception):
    """A pause ends on a day to come, within a year."""


@transaction.atomic
def answer_reminder(
    token: str, *, until: date | None = None, whole_kind: bool = False, now: datetime
) -> None:
    """`until` for "not now"; `whole_kind` for "not this": all of the kind.

    Raises UnknownLink, LinkUsed or NotADayAhead.
    """
    standing = queries.link(token)
    profile = standing.sent.profile
    held = hold_wishes(profile.pk)
    _, is_new = ReminderAnswer.objects.get_or_create(
        sent=standing.sent, answer=standing.answer, defaults={"at": now}
    )
    if not is_new:
        raise LinkUsed
    if standing.answer == Answer.NOT_THIS:
        about = None if whole_kind else standing.sent.about
        switch_off(profile, standing.sent.kind, about=about, now=now)
    elif standing.answer == Answer.LATER:
        today = now.astimezone(ZoneInfo(profile.time_zone)).date()
        if until is None or not today < until <= today + LONGEST_QUIET:
            raise NotADayAhead
        held.quiet_until = until
        held.save(update_fields=["quiet_until"])
    else:
        held.wants_none = True
        held.save(update_fields=["wants_none"])
