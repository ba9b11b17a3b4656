"""Wordings that an installation begins with; whoever leads a queue may change them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

GIVEN: Mapping[str, tuple[Promise, Promise]] = {
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
"""Code -> title and words."""
