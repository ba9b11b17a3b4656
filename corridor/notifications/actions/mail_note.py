"""Whoever may answer a note first is written to at once: twelve hours are short."""

from django.utils.translation import gettext as _

from corridor.notifications import queries
from corridor.notifications.mail_tokens import token_of
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter


def mail_note(profile_id: int, *, note_id: int, by: int) -> None:
    """To the author of the post, unless she wants none; what the note says is read on the page."""
    profile, writer = people.profile_here(profile_id), people.profile_here(by)
    if profile is None or writer is None or not queries.mail_wishes(profile_id).notes:
        return
    letter = Letter(
        subject=_("A clinician wrote a note on a post of yours: you may answer first"),
        paragraphs=(
            _(
                "%(name)s, verified here, added context with a reference to a post of yours. Nobody"
                " else reads it yet. You have twelve hours to answer; your answer then stands"
                " beside the note."
            )
            % {"name": writer.display_name},
            _(
                "You need do nothing: others then say whether the note helps, and you may answer"
                " later as well. If it is wrong or unfair, you can ask moderators to look."
            ),
        ),
        button=Button(label=_("Read it and answer"), url=letters.address_of_page("note", note_id)),
        why=letters.to_member(profile.handle),
        unsubscribe_url=letters.address_of_page("notification-mail-end", token_of(profile.pk)),
    )
    letters.tell(letter, to=profile.account.email)
