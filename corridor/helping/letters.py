"""Mails to helpers: that they are asked, and that they are called."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter

if TYPE_CHECKING:
    from corridor.helping.models import Helper


def ask(asked: "Helper") -> None:
    helper = people.profile_here(asked.helper_id)
    if helper is None:
        return
    name = asked.owner.display_name
    letter = Letter(
        subject=_("%(name)s asks you to be a helper") % {"name": name},
        paragraphs=(
            _(
                "%(name)s would like to count on you should an attack online ever come: to look"
                " through what strangers write, to keep evidence, to flag and to block."
            )
            % {"name": name},
            _(
                "You never post as %(name)s. Everything you do stands in a list that they read, and"
                " either of you can end it at any time. You can say no; nobody asks why."
            )
            % {"name": name},
        ),
        button=Button(label=_("Read and answer"), url=letters.address_of_page("helping")),
        why=letters.to_member(helper.handle),
    )
    letters.tell(letter, to=helper.account.email)


def call(held: "Helper") -> None:
    helper = people.profile_here(held.helper_id)
    if helper is None:
        return
    name = held.owner.display_name
    letter = Letter(
        subject=_("%(name)s may need you") % {"name": name},
        paragraphs=(
            _(
                "Unusually many strangers turn to %(name)s, or %(name)s has raised a shield. You"
                " were named in calm times as one who hears of it."
            )
            % {"name": name},
            _("Ask first what is needed. Do not answer the attackers: it gives them room."),
        ),
        button=Button(
            label=_("How you can help"), url=letters.address_of_page("helping-one", held.pk)
        ),
        why=letters.to_member(helper.handle),
    )
    letters.tell(letter, to=helper.account.email)
