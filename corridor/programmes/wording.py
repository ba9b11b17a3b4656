"""The sentences behind the codes of a matching run: reasons, barriers, looks, impossible settings.

Codes and values are documented where they are made: ``matching.compatibility``,
``matching.explanations``, ``matching.looks``, ``matching.conflicts``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext, pgettext

from corridor.algorithms.matching.options import FULL_FIT, Barrier
from corridor.algorithms.matching.outcome import Reason
from corridor.algorithms.matching.people import Criterion, Role

Names = Mapping[str, str]
"""Id -> the name to show; whoever is missing is shown by id."""

CRITERIA: Mapping[Criterion, str | Promise] = {
    Criterion.NEEDS: gettext_lazy("Needs covered"),
    Criterion.INTERESTS: gettext_lazy("Shared interests"),
    Criterion.SPECIALTY: gettext_lazy("Specialty"),
    Criterion.STAGE: gettext_lazy("Career stage"),
    Criterion.TIME: gettext_lazy("Time in common"),
    Criterion.LANGUAGE: gettext_lazy("Languages"),
    Criterion.CHOICES: gettext_lazy("Own choices"),
    Criterion.EXPERIENCE: gettext_lazy("Shared experience"),
}

ROLES: Mapping[Role, str | Promise] = {
    Role.MENTOR: gettext_lazy("mentor"),
    Role.COACH: gettext_lazy("coach"),
    Role.SPONSOR: gettext_lazy("sponsor"),
}

BARRIERS: Mapping[Barrier, str | Promise] = {
    Barrier.SAME_INSTITUTION: gettext_lazy("they belong to the same institution"),
    Barrier.EVALUATOR: gettext_lazy("one of them evaluates the other"),
    Barrier.PROGRAMME_DIRECTOR: gettext_lazy("one directs the other’s programme"),
    Barrier.APPLICATION_READER: gettext_lazy("one reads the other’s applications"),
    Barrier.BLOCKED: gettext_lazy("one has blocked the other"),
    Barrier.CONFLICT: gettext_lazy("a conflict of interest is declared"),
    Barrier.AVOIDED: gettext_lazy("one asked not to be matched with the other"),
    Barrier.FORBIDDEN: gettext_lazy("the director ruled it out"),
    Barrier.ROLE_NOT_OFFERED: gettext_lazy("the role asked for is not offered"),
    Barrier.NOT_SENIOR: gettext_lazy("the mentor is not further on in the career"),
    Barrier.NO_SHARED_LANGUAGE: gettext_lazy("they share no language"),
    Barrier.TOO_FEW_HOURS: gettext_lazy("they have too few hours in common"),
    Barrier.NEEDS_NOT_COVERED: gettext_lazy("none of the needs is covered"),
    Barrier.NO_SHARED_INTEREST: gettext_lazy("they share no interest"),
    Barrier.OTHER_SPECIALTY: gettext_lazy("the specialties differ"),
    Barrier.STAGE_TOO_FAR: gettext_lazy("their career stages are too far apart"),
    Barrier.NOT_CHOSEN: gettext_lazy("the mentor is not among the choices"),
    Barrier.NO_SHARED_EXPERIENCE: gettext_lazy("no experience asked for is shared"),
}

STEPS: Mapping[str, str | Promise] = {
    "candidates": gettext_lazy("Comparing people"),
    "solving": gettext_lazy("Matching"),
    "pricing": gettext_lazy("Proving that nothing is better"),
    "explaining": gettext_lazy("Finding the reasons"),
    "comparing": gettext_lazy("Comparing with other ways"),
    "exploring": gettext_lazy("Trying other settings"),
}
"""What a run calls its steps -> what people see."""


def criterion_name(criterion: str) -> str:
    """Also of ``load``, which is no criterion and can be explored like one."""
    return _("Load") if criterion == "load" else str(CRITERIA[Criterion(criterion)])


def role_name(role: str) -> str:
    return str(ROLES[Role(role)])


def barrier_sentence(barrier: str) -> str:
    """Without capital and full stop: it follows a colon."""
    return str(BARRIERS[Barrier(barrier)])


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
    if minutes < 60:  # noqa: PLR2004
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    return _("%(hours)s and %(minutes)s") % {
        "hours": hours(minutes - minutes % 60),
        "minutes": hours(minutes % 60),
    }


def sentence(reason: Reason, names: Names | None = None) -> str:
    """A full sentence for any reason of a run. Raises KeyError for a code it does not know."""
    return _SENTENCES[reason.code](dict(reason.values), names or {})


def sentences(reasons: Sequence[Reason], names: Names | None = None) -> list[str]:
    return [sentence(reason, names) for reason in reasons]


Values = dict[str, Any]


def _people(n: int) -> str:
    return ngettext("%(n)d person", "%(n)d people", n) % {"n": n}


def _mentees(n: int) -> str:
    return ngettext("%(n)d mentee", "%(n)d mentees", n) % {"n": n}


def _in_role(n: int, role: str) -> str:
    """“1 coach”, “3 coaches”."""
    texts = {
        Role.MENTOR: ngettext("%(n)d mentor", "%(n)d mentors", n),
        Role.COACH: ngettext("%(n)d coach", "%(n)d coaches", n),
        Role.SPONSOR: ngettext("%(n)d sponsor", "%(n)d sponsors", n),
    }
    return texts[Role(role)] % {"n": n}


def _setting(setting: str) -> str:
    return {"pins": _("pins"), "existing": _("existing matches")}.get(setting, setting)


def _name(names: Names, one: str) -> str:
    return names.get(one) or one



def _stage_ahead(values: Values, _names: Names) -> str:
    n = values["rungs"]
    return ngettext(
        "The mentor is %(n)d career stage ahead.", "The mentor is %(n)d career stages ahead.", n
    ) % {"n": n}


def _barrier(values: Values, _names: Names) -> str:
    n = values.get("mentors", values.get("mentees", 0))
    return _("%(people)s: %(barrier)s.") % {
        "people": _people(n),
        "barrier": barrier_sentence(values["barrier"]),
    }


def _nobody_offers(values: Values, _names: Names) -> str:
    texts = {
        Role.MENTOR: _("Nobody offers to be a mentor."),
        Role.COACH: _("Nobody offers to be a coach."),
        Role.SPONSOR: _("Nobody offers to be a sponsor."),
    }
    return texts[Role(values["role"])]


def _no_candidates(values: Values, _names: Names) -> str:
    n = values["mentors"]
    return ngettext(
        "%(people)s was considered and ruled out.",
        "%(people)s were considered and all ruled out.",
        n,
    ) % {"people": _in_role(n, values["role"])}


def _no_places(values: Values, _names: Names) -> str:
    n = values["mentors"]
    return ngettext(
        "%(people)s would suit and has no place in this programme.",
        "%(people)s would suit and none has a place in this programme.",
        n,
    ) % {"people": _in_role(n, values["role"])}


def _programme_full(values: Values, _names: Names) -> str:
    n = values["places"]
    return ngettext(
        "The one place of the programme is taken.",
        "All %(n)d places of the programme are taken.",
        n,
    ) % {"n": n}


def _all_full(values: Values, _names: Names) -> str:
    n, specialty = values["mentors"], values.get("specialty", "")
    people = _in_role(n, values["role"])
    if specialty:
        return ngettext(
            "The only possible choice in %(specialty)s (%(people)s) is full.",
            "All %(people)s possible, in %(specialty)s, are full.",
            n,
        ) % {"people": people, "specialty": specialty}
    return ngettext(
        "The only possible choice (%(people)s) is full.", "All %(people)s possible are full.", n
    ) % {"people": people}


def _has_another(values: Values, names: Names) -> str:
    return _("%(mentor)s is already given to the same mentee in another role or place.") % {
        "mentor": _name(names, values["mentor"])
    }


def _would_displace(values: Values, names: Names) -> str:
    return _(
        "The nearest offer is %(mentor)s (fit %(fit)s); then %(mentee)s would have nobody."
    ) % {
        "mentor": _name(names, values["mentor"]),
        "fit": points(values["fit"]),
        "mentee": _name(names, values["mentee"]),
    }


def _would_move(values: Values, names: Names) -> str:
    n = values["mentees"]
    return ngettext(
        "The nearest offer is %(mentor)s (fit %(fit)s); %(n)d other mentee would get somebody else.",
        "The nearest offer is %(mentor)s (fit %(fit)s); %(n)d other mentees would get somebody else.",
        n,
    ) % {"mentor": _name(names, values["mentor"]), "fit": points(values["fit"]), "n": n}


def _no_circle(values: Values, _names: Names) -> str:
    return _("No circle of %(smallest)d to %(largest)d mentees could be formed around this person.") % (
        values
    )


def _nobody_asked(values: Values, _names: Names) -> str:
    roles = enumerated(map(role_name, values["roles"]), last=_("or"))
    return _("Nobody asked for a %(roles)s.") % {"roles": roles}


def _no_mentee_possible(values: Values, _names: Names) -> str:
    n = values["mentees"]
    return ngettext(
        "%(mentees)s was considered and ruled out.",
        "%(mentees)s were considered and all ruled out.",
        n,
    ) % {"mentees": _mentees(n)}


def _others_fit_better(values: Values, _names: Names) -> str:
    n = values["mentees"]
    return ngettext(
        "Suits %(mentees)s, who fits better with somebody else.",
        "Suits %(mentees)s, who all fit better with somebody else.",
        n,
    ) % {"mentees": _mentees(n)}


def _her_limits(values: Values, _names: Names) -> str:
    n = values["mentees"]
    return ngettext(
        "Suits %(mentees)s; only a limit of the mentor’s own stands in the way.",
        "Suits %(mentees)s; only limits of the mentor’s own stand in the way.",
        n,
    ) % {"mentees": _mentees(n)}


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


def _pins(text: str) -> Callable[[Values, Names], str]:
    """For the problems that count pins against places."""

    def told(values: Values, names: Names) -> str:
        known = dict(values)
        for side in ("mentee", "mentor"):
            if side in known:
                known[side] = _name(names, known[side])
        if "role" in known:
            known["role"] = role_name(known["role"])
        return _(text) % known

    return told


def _pin_forbidden(values: Values, names: Names) -> str:
    return _("%(mentee)s is pinned to %(mentor)s, and must not be: %(barrier)s.") % {
        "mentee": _name(names, values["mentee"]),
        "mentor": _name(names, values["mentor"]),
        "barrier": barrier_sentence(values["barrier"]),
    }


def _unknown(text: str) -> Callable[[Values, Names], str]:
    return lambda values, _names: _(text) % {
        "id": values["id"],
        "setting": _setting(values["setting"]),
    }


def _must_unanswered(values: Values, _names: Names) -> str:
    return _("“%(criterion)s” is a must, every mentee asks for it, and no mentor can answer it.") % {
        "criterion": criterion_name(values["criterion"])
    }


def _weight_out_of_range(values: Values, _names: Names) -> str:
    return _("The weight of “%(criterion)s” is %(weight)d; 0 to 10 is expected.") % {
        "criterion": criterion_name(values["criterion"]),
        "weight": values["weight"],
    }


def _plain(text: str) -> Callable[[Values, Names], str]:
    return lambda values, _names: _(text) % values


_OF_MATCHES: dict[str, Callable[[Values, Names], str]] = {
    "covers": lambda values, _names: ngettext(
        "Can help with %(tags)s.", "Can help with %(tags)s.", len(values["tags"])
    )
    % {"tags": enumerated(values["tags"])},
    "shares_interests": lambda values, _names: _("Both care about %(tags)s.")
    % {"tags": enumerated(values["tags"])},
    "same_specialty": lambda values, _names: _("Same specialty: %(specialty)s.") % values,
    "stage_ahead": _stage_ahead,
    "shared_hours": lambda values, _names: _("%(hours)s a week in common.")
    % {"hours": hours(values["minutes"])},
    "shared_languages": lambda values, _names: _("Both speak %(tags)s.")
    % {"tags": enumerated(tag.title() for tag in values["tags"])},
    "her_choice": lambda values, _names: _("The mentee’s %(place)s choice.")
    % {"place": ordinal(values["place"])},
    "mentors_choice": lambda values, _names: _("The mentor’s %(place)s choice.")
    % {"place": ordinal(values["place"])},
    "shares_experience": lambda values, _names: _("Shares an experience asked for: %(tags)s.")
    % {"tags": enumerated(values["tags"])},
}

_OF_LOOKS: dict[str, Callable[[Values, Names], str]] = {
    "overrides_barrier": lambda values, _names: _("Pinned or kept although %(barrier)s.")
    % {"barrier": barrier_sentence(values["barrier"])},
    "carries_many": lambda values, _names: _(
        "The mentor would look after %(mentees)d; experienced mentors usually have %(usual)d."
    )
    % values,
    "far_below_best": lambda values, _names: _(
        "Fit %(fit)s, when the mentee’s best possible is %(best)s."
    )
    % {"fit": points(values["fit"]), "best": points(values["best"])},
    "low_fit": lambda values, _names: _("Among the lowest fits: %(fit)s; typical is %(median)s.")
    % {"fit": points(values["fit"]), "median": points(values["median"])},
    "few_hours": _few_hours,
    "not_chosen": _not_chosen,
    "wish_not_met": lambda values, _names: _(
        "The mentee asked for a shared experience (%(tags)s) that this mentor has not told of."
    )
    % {"tags": enumerated(values["tags"])},
}

_OF_NON_MATCHES: dict[str, Callable[[Values, Names], str]] = {
    "barrier": _barrier,
    "nobody_offers": _nobody_offers,
    "no_candidates": _no_candidates,
    "no_places": _no_places,
    "programme_full": _programme_full,
    "all_full": _all_full,
    "has_another": _has_another,
    "would_displace": _would_displace,
    "would_move": _would_move,
    "no_circle": _no_circle,
    "nobody_asked": _nobody_asked,
    "no_mentee_possible": _no_mentee_possible,
    "others_fit_better": _others_fit_better,
    "her_limits": _her_limits,
}

_OF_SETTINGS: dict[str, Callable[[Values, Names], str]] = {
    "no_mentees": _plain(gettext_noop("There are no mentees.")),
    "no_mentors": _plain(gettext_noop("There are no mentors.")),
    "duplicate_mentee": _plain(gettext_noop("“%(id)s” is among the mentees twice.")),
    "duplicate_mentor": _plain(gettext_noop("“%(id)s” is among the mentors twice.")),
    "unknown_mentee": _unknown(gettext_noop("“%(id)s” in %(setting)s is no mentee of this round.")),
    "unknown_mentor": _unknown(gettext_noop("“%(id)s” in %(setting)s is no mentor of this round.")),
    "pin_forbidden": _pin_forbidden,
    "pin_in_two_roles": _pins(gettext_noop("%(mentee)s is pinned to %(mentor)s in two roles.")),
    "pin_role_not_offered": _pins(gettext_noop("%(mentee)s is pinned to %(mentor)s, who does not offer to be a %(role)s.")),
    "pins_over_capacity": _pins(gettext_noop("%(mentor)s has %(places)d free places and %(pins)d pins.")),
    "pins_over_role_capacity": _pins(gettext_noop("%(mentor)s has %(places)d places as %(role)s and %(pins)d pins.")),
    "pins_over_experience_capacity": _pins(gettext_noop("%(mentor)s has %(places)d places for a shared experience and %(pins)d pins.")),
    "pins_over_wishes": _pins(gettext_noop("%(mentee)s asks for %(wishes)d in the role of %(role)s and has %(pins)d pins.")),
    "pins_over_programme": _plain(gettext_noop("The programme has %(places)d places and %(pins)d pins.")),
    "circle_sizes": _plain(gettext_noop("Circles of %(smallest)d to %(largest)d are not possible: the smaller number comes first.")),
    "circle_mentors": _plain(gettext_noop("A circle has one or two mentors, not %(mentors)d.")),
    "must_unanswered": _must_unanswered,
    "weight_out_of_range": _weight_out_of_range,
}

_SENTENCES = {**_OF_MATCHES, **_OF_LOOKS, **_OF_NON_MATCHES, **_OF_SETTINGS}
CODES = frozenset(_SENTENCES)
"""Every code that has a sentence."""
