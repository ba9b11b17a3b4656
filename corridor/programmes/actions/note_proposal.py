from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.actions.words_for_record import words_for_record
from corridor.programmes.models import Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NoteIsEmpty(Exception):
    """A note says something."""


@transaction.atomic
def note_proposal(*, proposal: Proposal, text: str, by: "Profile", now: datetime) -> None:
    """Raises NotDirector, RoundNotUnderReview, RunIsOutdated, NoteIsEmpty or TooLongForRecord."""
    hold_run_for_review(proposal.run, by=by)
    words = words_for_record(text)
    if not words:
        raise NoteIsEmpty

    note = Override.about(proposal, kind=Override.Kind.NOTE, by=by, at=now)
    note.text = words
    note.save()
