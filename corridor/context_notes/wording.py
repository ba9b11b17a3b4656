"""Reasons of the ranking in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.specialties import BY_SLUG

SENTENCES: Mapping[str, Promise] = {
    "both_sides": _(
        "Helpful to %(first)d of %(first_raters)d on one side and to %(second)d of"
        " %(second_raters)d on the other."
    ),
    "disagree": _(
        "They disagree more often than others: on other notes they agree %(percent)d times of 100,"
        " people of one side %(alike)d times."
    ),
    "pairs": _("Helpful to people who usually disagree: %(pairs)d pairs of them."),
    "few_ratings": _("The answers of %(ratings)d people count; it takes %(needed)d."),
    "one_side": _(
        "One side finds it helpful; of the other %(helpful)d do and %(not_helpful)d do not."
    ),
    "neither_side": _("Neither side finds it clearly helpful yet."),
    "one_group": _("All who find it helpful are of one group: %(group)s."),
    "group_against": _(
        "Of the group %(group)s, %(helpful)d find it helpful and %(not_helpful)d do not."
    ),
    "unhelpful": _("Neither side finds it helpful."),
    "few_raters": _("Fewer than %(needed)d people rate notes here, so notes have no scores."),
    "counted": _(
        "Of %(ratings)d members who rated it, %(helpful)d find it helpful and %(not_helpful)d do"
        " not."
    ),
    "put_away": _(
        "Put away: of %(ratings)d members who rated it, %(not_helpful)d find it not helpful and"
        " %(helpful)d do."
    ),
}
"""One for each code of `algorithms.bridging`."""
GROUPS: Mapping[str, Promise] = {
    "student": _("students"),
    "trainee": _("trainees"),
    "faculty": _("consultants and faculty"),
    "outside": _("people outside clinical training"),
}


def in_words(reasons: Sequence[tuple[str, Mapping[str, Any]]]) -> list[str]:
    return [str(SENTENCES[code]) % _named(values) for code, values in reasons]


def _named(values: Mapping[str, Any]) -> Mapping[str, Any]:
    if "group" not in values:
        return values
    group = values["group"]
    name = BY_SLUG[group].name if group in BY_SLUG else GROUPS.get(group, group)
    return {**values, "group": name}
