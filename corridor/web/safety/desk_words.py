"""Words that moderators need again and again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.triage import haste

if TYPE_CHECKING:
    from corridor.safety.models import Case

TIES: Mapping[str, Promise] = {
    "works_with_person": _("You work with the person it is about, in a programme here."),
    "works_with_flagger": _("You work with somebody who flagged it."),
    "institution_of_person": _("You are at the institution of the person it is about."),
    "institution_of_flagger": _("You are at the institution of somebody who flagged it."),
    "follows_person": _("You follow the person it is about."),
    "follows_flagger": _("You follow somebody who flagged it."),
}
HASTE_BY_FLAGS: Mapping[int, Promise] = {
    1: _("three people or more flagged it: half the time"),
    2: _("ten people or more flagged it: a quarter of the time"),
}
HASTE_BY_REACH: Mapping[int, Promise] = {
    1: _("a hundred people or more could read it: half the time"),
    2: _("a thousand people or more could read it: a quarter of the time"),
}


def why_there(case: "Case", *, flags: int) -> list[str]:
    """What took a case up in the list, besides its kind and its age."""
    made = haste(flags=flags, reach=case.reach)
    said = [HASTE_BY_FLAGS.get(made.by_flags), HASTE_BY_REACH.get(made.by_reach)]
    return [str(one) for one in said if one]
