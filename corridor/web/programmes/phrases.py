"""Short phrases of the review board; whole sentences are in `programmes.wording`."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corridor.algorithms.matching.outcome import Alternative, Load, Match, Move, Reason
from corridor.programmes.wording import hours, ordinal, points

LOOKS: Mapping[str, tuple[Promise, str]] = {
    "overrides_barrier": (gettext_lazy("Overrides a rule"), "circle-alert"),
    "carries_many": (gettext_lazy("Would carry more than usual"), "users-round"),
    "not_chosen": (gettext_lazy("None of their choices"), "arrow-left-right"),
    "wish_not_met": (gettext_lazy("Shared experience not found"), "user-round"),
    "few_hours": (gettext_lazy("Little time in common"), "clock"),
    "far_below_best": (gettext_lazy("Far below their best fit"), "triangle-alert"),
    "low_fit": (gettext_lazy("Among the lowest fits"), "circle-alert"),
}
"""Code of a look -> what the chip says, and its icon."""

SHORT_LOOKS: Mapping[str, Promise] = {
    "overrides_barrier": gettext_lazy("a rule"),
    "carries_many": gettext_lazy("load"),
    "not_chosen": gettext_lazy("not ranked"),
    "wish_not_met": gettext_lazy("a wish"),
    "few_hours": gettext_lazy("time"),
    "far_below_best": gettext_lazy("fit"),
    "low_fit": gettext_lazy("fit"),
}


def choice(match: Match) -> str:
    """How the two ranked each other, in three or four words."""
    hers, theirs = match.mentee_choice, match.mentor_choice
    if hers is not None and hers == theirs:
        return _("both %(place)s choice") % {"place": ordinal(hers)}
    if hers is not None:
        return _("their %(place)s choice") % {"place": ordinal(hers)}
    if theirs is not None:
        return _("mentor’s %(place)s choice") % {"place": ordinal(theirs)}
    return _("not ranked")


def swap_choice(alternative: Alternative) -> str:
    if alternative.choice is None:
        return _("not ranked")
    return _("their %(place)s choice") % {"place": ordinal(alternative.choice)}


def move(made: Move, name_of: Mapping[str, str]) -> str:
    """What a swap means for one other mentee."""
    words = {
        "mentee": name_of[made.mentee],
        "mentor": name_of.get(made.becomes or "", ""),
        "was": points(made.fit_was),
        "becomes": points(made.fit_becomes),
    }
    if made.becomes is None:
        return _("%(mentee)s would have nobody; the fit was %(was)s.") % words
    if made.was is None:
        return _("%(mentee)s, who has nobody now, goes to %(mentor)s: %(becomes)s.") % words
    return _("%(mentee)s moves to %(mentor)s: %(was)s becomes %(becomes)s.") % words


def nothing_moves(alternative: Alternative, name_of: Mapping[str, str], load: Load) -> str:
    return _("Nothing else moves. %(mentor)s goes to %(place)d of %(places)d places.") % {
        "mentor": name_of[alternative.mentor],
        "place": load.carried + load.given + 1,
        "places": load.capacity,
    }


def loss(lost: int) -> str:
    if not lost:
        return _("All in all as good as now.")
    return _("All in all %(points)s points of fit less.") % {"points": f"{lost / 100:.1f}"}


def places(place: int, capacity: int) -> str:
    return ngettext("%(place)d of %(places)d place", "%(place)d of %(places)d places", capacity) % {
        "place": place,
        "places": capacity,
    }


def look_chip(look: Reason) -> tuple[str, str]:
    """What the chip says, and its icon."""
    text, icon = LOOKS[look.code]
    minutes = look.values.get("minutes")
    if isinstance(minutes, int) and minutes:
        return _("Only %(hours)s a week in common") % {"hours": hours(minutes)}, icon
    return str(text), icon
