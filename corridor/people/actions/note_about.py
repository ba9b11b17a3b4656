"""A note about somebody that only its author reads."""

from django.db import transaction

from corridor.people.models import PersonNote, Profile

LONGEST_NOTE = 2000


class NoteTooLong(Exception):
    """At most ``LONGEST_NOTE`` characters."""


@transaction.atomic
def note_about(*, about: Profile, text: str, by: Profile) -> None:
    """In place of an earlier one; an empty text ends it. Raises NoteTooLong."""
    text = text.strip()
    if len(text) > LONGEST_NOTE:
        raise NoteTooLong

    if text:
        PersonNote.objects.update_or_create(by=by, about=about, defaults={"text": text})
    else:
        PersonNote.objects.filter(by=by, about=about).delete()
