"""Mails about incidents. They never say what about: somebody else may read along."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.incidents.mail_links import token_of
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter

if TYPE_CHECKING:
    from corridor.incidents.models import CheckIn


def ask(check_in: "CheckIn") -> None:
    incident = check_in.incident
    owner = people.profile_here(incident.owner_id)
    if owner is None:
        return
    letter = Letter(
        subject=_("How are you?"),
        paragraphs=(
            _("You asked to be asked today. There is a page for you with what you may do next."),
            _("You need not answer. Nobody else sees whether you did, or what you say."),
        ),
        button=Button(
            label=_("Look at it"),
            url=letters.address_of_page("check-in", check_in.pk),
        ),
        why=letters.to_member(owner.handle),
        unsubscribe_url=letters.address_of_page("check-in-mail-end", token_of(incident.pk)),
    )
    letters.tell(letter, to=owner.account.email)
