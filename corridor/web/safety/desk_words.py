"""Words that moderators need again and again."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TIES: Mapping[str, Promise] = {
    "works_with_person": _("You work with the person it is about, in a programme here."),
    "works_with_flagger": _("You work with somebody who flagged it."),
    "follows_person": _("You follow the person it is about."),
    "follows_flagger": _("You follow somebody who flagged it."),
}
BEGINNINGS: Mapping[str, tuple[Promise, Promise]] = {
    "privacy": (
        _("A patient can be recognised"),
        _(
            "From what the post says, somebody who knows the ward, the place or the day could"
            " recognise the patient. Names are not needed for that. Please tell such stories with"
            " the details changed or left out."
        ),
    ),
    "tone": (
        _("About somebody, not about something"),
        _(
            "The post goes at a person instead of at what they said. Disagreeing is welcome here,"
            " and sharply; going at people is not."
        ),
    ),
    "health": (
        _("No source, and it may hurt"),
        _(
            "People may act on what the post says about health. Please say where it is from, or"
            " that it is your own experience."
        ),
    ),
    "mentoring": (
        _("What a mentor owes"),
        _(
            "A mentor has power over somebody who depends on her. What was described to us goes"
            " beyond what that power is for."
        ),
    ),
    "advert": (
        _("Advertising"),
        _("This is no place to sell things. You may say what you do on your profile."),
    ),
}
"""What a message can begin with; moderators add words of their own."""


def beginning(code: str) -> str:
    return str(BEGINNINGS[code][1]) if code in BEGINNINGS else ""
