"""Why somebody is told of a surge, in sentences for her and for moderators."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.surge import Reason

SENTENCES: Mapping[str, Promise] = {
    "unusual": _(
        "%(strangers)d people without an earlier tie turned to her within six hours; up to"
        " %(usual).1f are usual."
    ),
    "hostile": _("Texts of %(hostile)d of them read as hostile."),
    "flagged": _("%(flaggers)d people flagged it."),
    "new": _("%(new)d of them joined in the last 30 days."),
    "threat": _("%(threatening)d of them threaten, or tell where to find somebody."),
    "crowd": _("There are %(strangers)d of them."),
    "one_post": _("%(percent)d %% of them came by one quote."),
    "one_server": _("%(percent)d %% of them are from one server."),
}
"""Codes of `algorithms.surge`."""
TO_HER: Mapping[str, Promise] = {
    "unusual": _(
        "%(strangers)d people whom you have nothing to do with turned to you within six hours; up"
        " to %(usual).1f are usual for you."
    ),
    "crowd": _("There are %(strangers)d of them; moderators look at it."),
}


def sentence(reason: Reason, *, to_her: bool = False) -> str:
    words = TO_HER.get(reason.code) if to_her else None
    return str(words or SENTENCES[reason.code]) % reason.values
