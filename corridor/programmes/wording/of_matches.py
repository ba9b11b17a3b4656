"""Why two people are matched, and why a person should look at it."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.programmes.wording.names import barrier_sentence
from corridor.programmes.wording.phrases import Names, enumerated, hours, ordinal, points

Values = dict[str, Any]
Sentence = Callable[[Values, Names], str]


def _stage_ahead(values: Values, _names: Names) -> str:
    n = values["rungs"]
    return ngettext(
        "The mentor is %(n)d career stage ahead.", "The mentor is %(n)d career stages ahead.", n
    ) % {"n": n}


def _few_hours(values: Values, _names: Names) -> str:
    if not values["minutes"]:
        return _("They have no free time in common.")
    return _("Only %(hours)s a week in common.") % {"hours": hours(values["minutes"])}


def _not_chosen(values: Values, _names: Names) -> str:
    n = values["choices"]
    return ngettext(
        "The mentee named %(n)d choice, and this mentor is not it.",
        "The mentee named %(n)d choices, and this mentor is none of them.",
        n,
    ) % {"n": n}


OF_MATCHES: dict[str, Sentence] = {
    "covers": lambda values, _names: (
        ngettext("Can help with %(tags)s.", "Can help with %(tags)s.", len(values["tags"]))
        % {"tags": enumerated(values["tags"])}
    ),
    "shares_interests": lambda values, _names: (
        _("Both care about %(tags)s.") % {"tags": enumerated(values["tags"])}
    ),
    "same_specialty": lambda values, _names: _("Same specialty: %(specialty)s.") % values,
    "stage_ahead": _stage_ahead,
    "shared_hours": lambda values, _names: (
        _("%(hours)s a week in common.") % {"hours": hours(values["minutes"])}
    ),
    "shared_languages": lambda values, _names: (
        _("Both speak %(tags)s.") % {"tags": enumerated(tag.title() for tag in values["tags"])}
    ),
    "her_choice": lambda values, _names: (
        _("The mentee’s %(place)s choice.") % {"place": ordinal(values["place"])}
    ),
    "mentors_choice": lambda values, _names: (
        _("The mentor’s %(place)s choice.") % {"place": ordinal(values["place"])}
    ),
    "shares_experience": lambda values, _names: (
        _("Shares an experience asked for: %(tags)s.") % {"tags": enumerated(values["tags"])}
    ),
}

OF_LOOKS: dict[str, Sentence] = {
    "overrides_barrier": lambda values, _names: (
        _("Pinned or kept although %(barrier)s.") % {"barrier": barrier_sentence(values["barrier"])}
    ),
    "carries_many": lambda values, _names: (
        _("The mentor would look after %(mentees)d; experienced mentors usually have %(usual)d.")
        % values
    ),
    "far_below_best": lambda values, _names: (
        _("Fit %(fit)s, when the mentee’s best possible is %(best)s.")
        % {"fit": points(values["fit"]), "best": points(values["best"])}
    ),
    "low_fit": lambda values, _names: (
        _("Among the lowest fits: %(fit)s; typical is %(median)s.")
        % {"fit": points(values["fit"]), "median": points(values["median"])}
    ),
    "few_hours": _few_hours,
    "not_chosen": _not_chosen,
    "wish_not_met": lambda values, _names: (
        _("The mentee asked for a shared experience (%(tags)s) that this mentor has not told of.")
        % {"tags": enumerated(values["tags"])}
    ),
}
