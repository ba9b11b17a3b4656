"""Mails about context notes to whom moderators answer."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter

if TYPE_CHECKING:
    from corridor.context_notes.models import ContextNote


def tell_of_withheld_note(note: "ContextNote") -> None:
    _tell_author(
        note,
        subject=_("Moderators took a note of yours away"),
        paragraphs=(
            _("A person decided this after somebody flagged the note."),
            _("They write: %(words)s") % {"words": note.withheld_because},
            _("You can appeal: somebody else then looks again."),
        ),
    )


def tell_of_note_appeal(note: "ContextNote", *, is_granted: bool, words: str) -> None:
    _tell_author(
        note,
        subject=_("Your appeal for a note was granted")
        if is_granted
        else _("Your appeal for a note was not granted"),
        paragraphs=(
            _("Somebody else looked again. The note is back, where it stood.")
            if is_granted
            else _("Somebody else looked again, and the note stays away."),
            _("They write: %(words)s") % {"words": words},
        ),
    )


def _tell_author(note: "ContextNote", *, subject: str, paragraphs: tuple[str, ...]) -> None:
    author = people.profile_to_write_to(note.author_id)
    if author is None:
        return
    letter = Letter(
        subject=subject,
        paragraphs=paragraphs,
        button=Button(label=_("Look at it"), url=letters.address_of_page("note", note.pk)),
        why=letters.to_member(author.handle),
    )
    letters.tell(letter, to=author.account.email)
