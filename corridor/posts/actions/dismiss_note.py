"""Somebody does not want a note beside the composer again, or wants them all back."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.posts.choices import Note
from corridor.posts.models import DismissedNote

if TYPE_CHECKING:
    from corridor.people.models import Profile


def dismiss_note(note: Note, *, by: "Profile", now: datetime) -> None:
    """For good; twice is once."""
    DismissedNote.objects.get_or_create(profile=by, note=note, defaults={"at": now})


def show_notes_again(*, by: "Profile") -> None:
    DismissedNote.objects.filter(profile=by).delete()
