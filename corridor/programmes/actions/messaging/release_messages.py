"""Messages to many whose time has come go out: each in one transaction, so once or not at all."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.people import letters
from corridor.people import queries as people
from corridor.programmes import policies
from corridor.programmes.letters_to_rounds import letter_to
from corridor.programmes.models import RoundMessage
from corridor.programmes.policies import Right
from corridor.programmes.queries import round_messages as queries

if TYPE_CHECKING:
    from corridor.people.models import Profile


def release_messages(*, now: datetime) -> int:
    """How many mails went out."""
    waiting = RoundMessage.objects.filter(due_at__lte=now, stopped_at=None, done_at=None)
    return sum(
        _release(pk, now) for pk in waiting.order_by("due_at", "pk").values_list("pk", flat=True)
    )


@transaction.atomic
def _release(message_id: int, now: datetime) -> int:
    """To whoever is among them now. Whoever may not write to the round any more, has left or may
    not sign in sends nothing.
    """
    rows = RoundMessage.objects.select_for_update(of=("self",), skip_locked=True)
    found = rows.select_related("round__programme", "by__account").filter(pk=message_id).first()
    if found is None or not found.waits:
        return 0
    programme = found.round.programme
    may = people.ids_here([found.by_id]) and policies.can(found.by, programme, Right.MESSAGE)
    if programme.is_archived or not may:
        found.stopped_at = now
        found.save(update_fields=["stopped_at"])
        return 0
    reached = queries.reached(found.round, found.audience, by=found.by, today=now.date()).people
    for reader in reached:
        _send(found, reader)
    found.done_at, found.reached = now, len(reached)
    found.save(update_fields=["done_at", "reached"])
    return len(reached)


def _send(message: RoundMessage, reader: "Profile") -> None:
    letter = letter_to(
        reader,
        round=message.round,
        by=message.by,
        subject=message.words["subject"],
        body=message.words["body"],
    )
    letters.tell(letter, to=reader.account.email)
