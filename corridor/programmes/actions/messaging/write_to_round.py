"""A message to many is written now and goes out later; until then it can be taken back."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_active, hold_programme
from corridor.programmes.checking_answers import cleaned
from corridor.programmes.choices import Audience, TeamDeedKind
from corridor.programmes.models import Round, RoundMessage
from corridor.programmes.policies import Right
from corridor.programmes.queries import round_messages as queries
from corridor.programmes.texts import TO_A_ROUND, check_names

if TYPE_CHECKING:
    from corridor.people.models import Profile

HOLD = timedelta(minutes=10)
"""So long a mistake can be taken back before anybody reads it."""
LONGEST_WAIT = timedelta(days=90)


class NobodyReached(Exception):
    """Nobody is among those whom it would go to."""


class NoSuchAudience(Exception):
    """The matches of the round are not told yet."""


class TimeHasPassed(Exception):
    """It would have gone out already."""


class TimeTooFar(Exception):
    """More than 90 days ahead."""


class MessageNotWaiting(Exception):
    """It went out, or was taken back."""


@dataclass(frozen=True, kw_only=True)
class NewMessage:
    audience: Audience
    subject: str
    body: str
    once: UUID
    at: datetime | None = None


@transaction.atomic
def write_to_round(round: Round, new: NewMessage, *, by: "Profile", now: datetime) -> RoundMessage:
    """It goes out in ten minutes, or at a time. Of one form the same words go out once.

    Raises NotInTeam, ProgrammeArchived, UnknownPlaceholder, NoSuchAudience, NobodyReached,
    TimeHasPassed or TimeTooFar.
    """
    held = hold_active(round.programme, by=by, right=Right.MESSAGE)
    once, before = _pressed_before(round, new, by)
    if before is not None:
        return before
    subject, body = " ".join(cleaned(new.subject).split()), cleaned(new.body)
    check_names(TO_A_ROUND, subject=subject, body=body)
    if new.audience not in queries.audiences(round):
        raise NoSuchAudience
    if not queries.reached(round, new.audience, by=by, today=now.date()).ids:
        raise NobodyReached
    if new.at is not None and new.at < now:
        raise TimeHasPassed
    if new.at is not None and new.at > now + LONGEST_WAIT:
        raise TimeTooFar

    due_at = max(new.at or now, now + HOLD)
    written = RoundMessage(
        round=round, by=by, audience=new.audience, made_at=now, due_at=due_at, once=once
    )
    written.words = {"subject": subject, "body": body}
    written.save()
    record_deed(held, TeamDeedKind.MESSAGED, by=by, now=now, words=_named(written))
    return written


@transaction.atomic
def stop_message(message_id: int, *, round: Round, by: "Profile", now: datetime) -> None:
    """Anybody who may write to the round. Raises NotInTeam or MessageNotWaiting."""
    held = hold_programme(round.programme, by=by, right=Right.MESSAGE)
    found = RoundMessage.objects.select_for_update().filter(pk=message_id, round=round).first()
    if found is None or not found.waits:
        raise MessageNotWaiting
    found.stopped_at = now
    found.save(update_fields=["stopped_at"])
    record_deed(held, TeamDeedKind.MESSAGED, by=by, now=now, words=_("Taken back"))


def _pressed_before(
    round: Round, new: NewMessage, by: "Profile"
) -> tuple[UUID, RoundMessage | None]:
    """The message that this form made of these words, unless it was taken back; else a key for it.

    Somebody who goes back in her browser sends the old form with other words, or with the same
    ones after she took them back: both are new.
    """
    said = [round.pk, by.pk, new.audience.value, str(new.at), new.subject, new.body]
    keys = (uuid5(new.once, json.dumps([*said, time])) for time in count())
    found = ((key, RoundMessage.objects.filter(once=key).first()) for key in keys)
    return next((key, one) for key, one in found if one is None or one.stopped_at is None)


def _named(written: RoundMessage) -> str:
    return _("%(whom)s in %(round)s: %(subject)s") % {
        "whom": written.get_audience_display(),
        "round": written.round.name,
        "subject": written.words["subject"],
    }
