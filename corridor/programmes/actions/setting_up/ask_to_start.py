from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.kernel.rate_limits import is_within_limit_of
from corridor.people import queries as people
from corridor.people.letters import Button, Letter, address_of_page, tell

if TYPE_CHECKING:
    from corridor.people.models import Profile

ONE_DAY = int(timedelta(days=1).total_seconds())


class AskedTooOften(Exception):
    """Once a day is enough."""


def ask_to_start(words: str, *, by: "Profile") -> None:
    """Whoever runs the server reads by mail who would like to start a programme, and what for.

    Raises AskedTooOften.
    """
    if not is_within_limit_of(str(by.pk), "ask-to-start", most=1, seconds=ONE_DAY):
        raise AskedTooOften

    letter = Letter(
        subject=_("%(name)s would like to start a programme") % {"name": by.display_name},
        paragraphs=(
            _("@%(handle)s writes:") % {"handle": by.handle},
            words,
            _(
                "If you agree, start the programme yourself and hand it over to @%(handle)s on the"
                " page of its team, or help with a badge, which is what starting one takes here."
            )
            % {"handle": by.handle},
        ),
        why=_("You get this because you run this server."),
        button=Button(label=_("Start a programme"), url=address_of_page("programme-templates")),
    )
    for mailbox in people.operators_to_tell():
        tell(letter, to=mailbox)
