"""She keeps a letter as she adapted it. Nothing here sends one."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.incidents.actions.hold import hold
from corridor.incidents.choices import Kind, Recipient
from corridor.incidents.models import Incident, LetterDraft
from corridor.incidents.recording import NewPiece, add
from corridor.incidents.telling import WordsTooLong

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_LETTER = 20_000


class LetterIsEmpty(Exception):
    """There is nothing in it."""


@transaction.atomic
def keep_letter(
    words: str, *, recipient: Recipient, incident: Incident, by: "Profile", now: datetime
) -> None:
    """In place of the one she kept before.

    Raises NotYourIncident, LetterIsEmpty or WordsTooLong.
    """
    held = hold(incident, by=by)
    if not words.strip():
        raise LetterIsEmpty
    if len(words) > LONGEST_LETTER:
        raise WordsTooLong
    draft = held.drafts.filter(recipient=recipient).first() or LetterDraft(
        incident=held, recipient=recipient
    )
    draft.words, draft.at = words, now
    draft.save()


@transaction.atomic
def begin_letter_anew(*, recipient: Recipient, incident: Incident, by: "Profile") -> None:
    """From what the file says now. Raises NotYourIncident."""
    hold(incident, by=by).drafts.filter(recipient=recipient).delete()


@transaction.atomic
def note_letter_sent(
    words: str, *, recipient: Recipient, incident: Incident, by: "Profile", now: datetime
) -> None:
    """She sent it herself: the file has it, among those who know.

    Raises NotYourIncident, LetterIsEmpty, WordsTooLong or FileIsFull.
    """
    keep_letter(words, recipient=recipient, incident=incident, by=by, now=now)
    sent = NewPiece(
        kind=Kind.TOLD,
        who=str(recipient.label),
        words=words,
        happened_at=now.isoformat(timespec="minutes"),
    )
    add(sent, [], incident=hold(incident, by=by), by=by, now=now)
