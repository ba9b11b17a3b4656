"""What people read when an action of helpers refuses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.helping import actions

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.AskedTooOften: _("You asked many people today. Go on tomorrow."),
    actions.CannotHelpYourself: _("A helper is somebody else than you."),
    actions.HelperAlready: _("This person helps you already, or was asked."),
    actions.HelpersEnough: _("Five are named already: end one first."),
    actions.NamesOthers: _(
        "A kind reply names nobody else and has no links: whoever attacks gets no room in it."
    ),
    actions.NoHelper: _("There is nobody of that name whom you could ask."),
    actions.NotHerPost: _("Kind replies stand under posts of the person you help."),
    actions.NothingAsked: _("That question was taken back meanwhile."),
    actions.NotOfThem: _("Neither of the two of you can be muted or blocked by this."),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)
ENDED: tuple[type[Exception], ...] = (actions.NoHelper, actions.OutsideScope)
"""For whoever helps: not any more, or not this."""


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
