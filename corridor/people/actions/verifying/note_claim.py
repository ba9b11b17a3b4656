"""A reviewer leaves a note for the others."""

from datetime import datetime

from corridor.people import queries
from corridor.people.models import Claim, ClaimNote, Profile


class NotAReviewer(Exception):
    """Nor does a reviewer look at her own claim, or at one of somebody she is kept from."""


class NoteIsEmpty(Exception):
    """Nothing to keep."""


def note_claim(*, claim: Claim, text: str, by: Profile, now: datetime) -> ClaimNote:
    """Raises NotAReviewer, NoteIsEmpty or ValidationError."""
    if queries.claim_to_review(claim.pk, viewer=by, today=now.date()) is None:
        raise NotAReviewer
    if not text.strip():
        raise NoteIsEmpty

    note = ClaimNote(claim=claim, by=by, text=text.strip(), at=now)
    note.full_clean()
    note.save()
    return note
