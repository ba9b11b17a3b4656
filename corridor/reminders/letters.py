"""A letter becomes a reminder: it says what it is, and how it stops."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.people.letters import Button, Letter, address_of_page
from corridor.reminders.choices import Answer
from corridor.reminders.links import token_of

if TYPE_CHECKING:
    from corridor.reminders.models import SentReminder


def with_links(letter: Letter, sent: "SentReminder") -> Letter:
    """Three answers without signing in; the button of mail programs stops this kind."""
    links = tuple(
        Button(
            label=answer.label, url=address_of_page("reminder-answer", token_of(sent.pk, answer))
        )
        for answer in Answer
    )
    return replace(
        letter,
        why=_("Corridor reminds you of this by itself. %(why)s") % {"why": letter.why},
        links=(*links, Button(label=_("What we remind you of"), url=address_of_page("reminders"))),
        unsubscribe_url=address_of_page("reminder-answer", token_of(sent.pk, Answer.NOT_THIS)),
    )
