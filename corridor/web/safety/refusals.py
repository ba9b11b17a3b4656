"""What people read when an action of safety refuses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.safety import actions

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.CannotFlagYourself: _("Nobody flags herself. What is yours you can edit or delete."),
    actions.WordsTooLong: _("That is too long: at most 1,000 characters."),
    actions.TooManyFlags: _(
        "You have flagged very much today. Moderators see what is there; go on tomorrow."
    ),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
