"""A mail at once, where somebody seems to be attacked: she may be anywhere but here."""

from django.utils.translation import gettext as _

from corridor.notifications import queries
from corridor.notifications.mail_tokens import token_of
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter


def mail_offer(profile_id: int) -> None:
    """Unless she wants no such mails, or left. Nothing of what was said is in it."""
    profile = people.profile_here(profile_id)
    if profile is None or not queries.mail_wishes(profile_id).shields:
        return
    letter = Letter(
        subject=_("A shield is offered to you"),
        paragraphs=(
            _(
                "Unusually many people whom you do not know turn to you within a few hours, and"
                " more of them than chance would have are hostile, new here or flagged."
            ),
            _(
                "You need not read it, and you need not answer. With a shield, what strangers say"
                " lies in a folder until you, or somebody you trust, wants to look. They are not"
                " told, and nothing is deleted."
            ),
        ),
        button=Button(label=_("See the shield"), url=letters.address_of_page("shield")),
        why=letters.to_member(profile.handle),
        unsubscribe_url=letters.address_of_page("notification-mail-end", token_of(profile.pk)),
    )
    letters.tell(letter, to=profile.account.email)
