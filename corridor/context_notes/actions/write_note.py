"""A verified member adds context to a post."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.bridging import notes_a_day
from corridor.context_notes import policies, queries
from corridor.context_notes.actions.look_at_words import look_at_note
from corridor.context_notes.choices import ANSWER_FIRST
from corridor.context_notes.events import NotesUnderPostChanged, NoteWritten
from corridor.context_notes.models import ContextNote
from corridor.kernel import events
from corridor.posts.actions.figures import figures_locked

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post

A_DAY = timedelta(days=1)


class NotForNotes(Exception):
    """Only what anybody may read has notes, and no story."""


class OwnPost(Exception):
    """Whoever wrote the post edits it, or answers."""


class NotAClinician(Exception):
    """Notes are signed by clinicians who showed that they are."""


class NoField(Exception):
    """Her profile says no specialty to sign with."""


class NotYourField(Exception):
    """The post names fields, and hers is none of them: `fields` are their slugs."""

    def __init__(self, fields: frozenset[str]) -> None:
        super().__init__(", ".join(sorted(fields)))
        self.fields = fields


class NotedAlready(Exception):
    """One note each under a post."""


class TooManyNotes(Exception):
    """As many as she may write a day: `most`."""

    def __init__(self, most: int) -> None:
        super().__init__(str(most))
        self.most = most


class NotYourNote(Exception):
    """Only who wrote it may."""


class AnsweredOrRated(Exception):
    """Others, or moderators, took it as it is; it can be withdrawn and another one written."""


class WithdrawnAlready(Exception):
    """It is gone."""


@dataclass(frozen=True, kw_only=True)
class NewNote:
    text: str
    kept_because: str = ""
    """Why words stay that may identify a patient; as for posts."""


@transaction.atomic
def write_note(new: NewNote, *, post: "Post", by: "Profile", now: datetime) -> ContextNote:
    """On a post that she may read. Its author is told, and may answer first.

    Raises as `may_write`, as `look_at_note`, NotedAlready or TooManyNotes.
    """
    may_write(post=post, by=by, now=now)
    text = look_at_note(new.text, by=by, kept_because=new.kept_because, now=now)
    figures_locked(by.pk)  # two at once are not more together
    if ContextNote.objects.filter(post=post, author=by, withdrawn_at=None).exists():
        raise NotedAlready
    most = notes_a_day(queries.record_of(by.pk))
    if ContextNote.objects.filter(author=by, written_at__gt=now - A_DAY).count() >= most:
        raise TooManyNotes(most)

    note = ContextNote.objects.create(
        post=post,
        author=by,
        field=by.specialty,
        text=text,
        written_at=now,
        answer_until=now + ANSWER_FIRST,
        touched_at=now,
    )
    events.publish(
        NoteWritten(
            note_id=note.pk, post_id=post.pk, post_author_id=post.author_id, by=by.pk, at=now
        )
    )
    return note


def may_write(*, post: "Post", by: "Profile", now: datetime) -> None:
    """Raises NotForNotes, OwnPost, NotAClinician, NoField or NotYourField."""
    if not policies.can_have_notes(post):
        raise NotForNotes
    if post.author_id == by.pk:
        raise OwnPost
    if not policies.is_clinician(by, now=now):
        raise NotAClinician
    if not policies.has_field(by):
        raise NoField
    if not policies.is_of_the_field(by, post):
        raise NotYourField(policies.fields_of(post))


@transaction.atomic
def edit_note(new: NewNote, *, note: ContextNote, by: "Profile", now: datetime) -> None:
    """Before anybody answered, rated or withheld it.

    Raises NotYourNote, WithdrawnAlready, AnsweredOrRated, or as `look_at_note`.
    """
    held = own_note(note, by)
    if held.answered_at is not None or held.withheld_at is not None or held.ratings.exists():
        raise AnsweredOrRated
    held.text = look_at_note(new.text, by=by, kept_because=new.kept_because, now=now)
    held.edited_at = held.touched_at = now
    held.save(update_fields=["text", "edited_at", "touched_at"])
    if held.is_read:
        events.publish(NotesUnderPostChanged(post_id=held.post_id))


@transaction.atomic
def withdraw_note(*, note: ContextNote, by: "Profile", now: datetime) -> None:
    """It is gone from under the post at once. Raises NotYourNote or WithdrawnAlready."""
    held = own_note(note, by)
    was_read = held.is_read
    held.withdrawn_at = held.touched_at = now
    held.save(update_fields=["withdrawn_at", "touched_at"])
    if was_read:
        events.publish(NotesUnderPostChanged(post_id=held.post_id))


def own_note(note: ContextNote, by: "Profile") -> ContextNote:
    """Locked until the transaction ends. Raises NotYourNote or WithdrawnAlready."""
    held = ContextNote.objects.select_for_update().get(pk=note.pk)
    if held.author_id != by.pk:
        raise NotYourNote
    if held.withdrawn_at is not None:
        raise WithdrawnAlready
    return held
