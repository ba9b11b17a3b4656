"""What one of the two wants to remember, for herself alone."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import hold_relationship
from corridor.mentoring.models import PrivateNote

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_NOTE = 10_000


class NoteTooLong(Exception):
    """It is longer than a note."""


@transaction.atomic
def keep_note(relationship_id: int, text: str, *, by: "Profile", now: datetime) -> None:
    """For herself alone; without words there is none. Raises NotYourRelationship, NoteTooLong."""
    held = hold_relationship(relationship_id, by=by, is_over=True)
    if len(text) > LONGEST_NOTE:
        raise NoteTooLong
    if not text.strip():
        PrivateNote.objects.filter(relationship=held, owner=by).delete()
        return
    note = PrivateNote.objects.filter(relationship=held, owner=by).first() or PrivateNote(
        relationship=held, owner=by
    )
    note.text, note.changed_at = text.strip(), now
    note.save()
