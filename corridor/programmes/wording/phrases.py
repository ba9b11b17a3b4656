"""Numbers, lists and people in words."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.people import Role

Names = Mapping[str, str]
"""Id -> the name to show; whoever is missing is shown by id."""


def points(fit: int) -> str:
    """Fit as shown, 0 to 100."""
    return str((fit * 100 + FULL_FIT // 2) // FULL_FIT)


def ordinal(number: int) -> str:
    """“1st”; English only, other languages translate the pattern."""
    ends = {1: _("%(n)dst"), 2: _("%(n)dnd"), 3: _("%(n)drd")}
    end = ends.get(number % 10) if number % 100 not in (11, 12, 13) else None
    return (end or _("%(n)dth")) % {"n": number}


def enumerated(words: Iterable[str], *, last: str = "") -> str:
    """“a”, “a and b”, “a, b, and c”."""
    words = list(words)
    joint = last or pgettext("between the last two of a list", "and")
    if len(words) <= 2:  # noqa: PLR2004 - two need no comma
        return f" {joint} ".join(words)
    return ", ".join(words[:-1]) + f", {joint} {words[-1]}"


def hours(minutes: int) -> str:
    if minutes % 60 == 0:
        return ngettext("%(n)d hour", "%(n)d hours", minutes // 60) % {"n": minutes // 60}
    if minutes < 60:  # noqa: PLR2004 - an hour
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    return _("%(hours)s and %(minutes)s") % {
        "hours": hours(minutes - minutes % 60),
        "minutes": hours(minutes % 60),
    }


def people(n: int) -> str:
    return ngettext("%(n)d person", "%(n)d people", n) % {"n": n}


def mentees(n: int) -> str:
    return ngettext("%(n)d mentee", "%(n)d mentees", n) % {"n": n}


def in_role(n: int, role: str) -> str:
    """“1 coach”, “3 coaches”."""
    texts = {
        Role.MENTOR: ngettext("%(n)d mentor", "%(n)d mentors", n),
        Role.COACH: ngettext("%(n)d coach", "%(n)d coaches", n),
        Role.SPONSOR: ngettext("%(n)d sponsor", "%(n)d sponsors", n),
    }
    return texts[Role(role)] % {"n": n}


def name_of(names: Names, one: str) -> str:
    return names.get(one) or one
