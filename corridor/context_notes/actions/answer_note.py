"""The author of the post answers, or lets the note be read without an answer."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.context_notes.actions.look_at_words import look_at_answer
from corridor.context_notes.events import NoteAnswered, NotesUnderPostChanged
from corridor.context_notes.models import ContextNote
from corridor.kernel import events

if TYPE_CHECKING:
    from corridor.people.models import Profile

AT_ONCE = 500
"""Notes that one turn opens."""


class NotYourPost(Exception):
    """Only its author answers."""


class NothingToAnswer(Exception):
    """The note is gone, or she has answered."""


@transaction.atomic
def answer_note(
    text: str, *, note: ContextNote, by: "Profile", now: datetime, kept_because: str = ""
) -> None:
    """At any time, once; what waited for it is opened.

    Raises NotYourPost, NothingToAnswer, or as `look_at_answer`.
    """
    held = _on_own_post(note, by)
    if held.answered_at is not None:
        raise NothingToAnswer
    held.answer = look_at_answer(text, by=by, kept_because=kept_because, now=now)
    held.answered_at = now
    held.save(update_fields=["answer", "answered_at"])
    if held.opened_at is None:
        held.open(at=now)
    _tell(held, by, now)


@transaction.atomic
def let_note_be_read(*, note: ContextNote, by: "Profile", now: datetime) -> None:
    """She has nothing to add, for now. Raises NotYourPost or NothingToAnswer."""
    held = _on_own_post(note, by)
    if held.opened_at is not None:
        raise NothingToAnswer
    held.open(at=now)


@transaction.atomic
def take_back_answer(*, note: ContextNote, by: "Profile") -> None:
    """She may answer anew. Raises NotYourPost or NothingToAnswer."""
    held = _on_own_post(note, by)
    if held.answered_at is None:
        raise NothingToAnswer
    held.answer, held.answered_at = "", None
    held.save(update_fields=["answer", "answered_at"])
    if held.is_read:
        events.publish(NotesUnderPostChanged(post_id=held.post_id))


@transaction.atomic
def open_due_notes(*, now: datetime) -> int:
    """Those whose twelve hours are over; how many."""
    due = ContextNote.objects.select_for_update().filter(
        opened_at=None, answer_until__lte=now, withdrawn_at=None, withheld_at=None
    )
    found = list(due.order_by("answer_until", "pk")[:AT_ONCE])
    for note in found:
        note.open(at=now)
    return len(found)


def _on_own_post(note: ContextNote, by: "Profile") -> ContextNote:
    held = ContextNote.objects.select_for_update(of=("self",)).select_related("post")
    found = held.get(pk=note.pk)
    if found.post.author_id != by.pk:
        raise NotYourPost
    if found.withdrawn_at is not None or found.withheld_at is not None:
        raise NothingToAnswer
    return found


def _tell(note: ContextNote, by: "Profile", now: datetime) -> None:
    events.publish(
        NoteAnswered(
            note_id=note.pk, post_id=note.post_id, note_author_id=note.author_id, by=by.pk, at=now
        )
    )
    if note.is_read:
        events.publish(NotesUnderPostChanged(post_id=note.post_id))
