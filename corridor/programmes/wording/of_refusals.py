"""Why somebody was given nobody."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from corridor.algorithms.matching.people import Role
from corridor.programmes.wording.names import barrier_sentence, role_name
from corridor.programmes.wording.of_matches import Sentence, Values
from corridor.programmes.wording.phrases import (
    Names,
    enumerated,
    in_role,
    mentees,
    name_of,
    ordinal,
    people,
    points,
)


def _barrier(values: Values, _names: Names) -> str:
    n = values["mentors"] if "mentors" in values else values["mentees"]
    return _("%(people)s: %(barrier)s.") % {
        "people": people(n),
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
    ) % {"people": in_role(n, values["role"])}


def _no_places(values: Values, _names: Names) -> str:
    n = values["mentors"]
    return ngettext(
        "%(people)s would suit and has no place in this programme.",
        "%(people)s would suit and none has a place in this programme.",
        n,
    ) % {"people": in_role(n, values["role"])}


def _programme_full(values: Values, _names: Names) -> str:
    n = values["places"]
    return ngettext(
        "The one place of the programme is taken.",
        "All %(n)d places of the programme are taken.",
        n,
    ) % {"n": n}


def _all_full(values: Values, _names: Names) -> str:
    n, specialty = values["mentors"], values.get("specialty", "")
    people = in_role(n, values["role"])
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
        "mentor": name_of(names, values["mentor"])
    }


def _would_displace(values: Values, names: Names) -> str:
    return _(
        "The nearest offer is %(mentor)s (fit %(fit)s); then %(mentee)s would have nobody."
    ) % {
        "mentor": name_of(names, values["mentor"]),
        "fit": points(values["fit"]),
        "mentee": name_of(names, values["mentee"]),
    }


def _would_move(values: Values, names: Names) -> str:
    n = values["mentees"]
    return ngettext(
        "The nearest offer is %(mentor)s (fit %(fit)s);"
        " %(n)d other mentee would get somebody else.",
        "The nearest offer is %(mentor)s (fit %(fit)s);"
        " %(n)d other mentees would get somebody else.",
        n,
    ) % {"mentor": name_of(names, values["mentor"]), "fit": points(values["fit"]), "n": n}


def _choice(text: str) -> Sentence:
    def sentence(values: Values, names: Names) -> str:
        barrier = barrier_sentence(values["barrier"]) if "barrier" in values else ""
        return _(text) % {
            "place": ordinal(values["place"]),
            "mentor": name_of(names, values["mentor"]),
            "barrier": barrier,
        }

    return sentence


def _no_circle(values: Values, _names: Names) -> str:
    if values["smallest"] == values["largest"]:
        text = _("No circle of %(smallest)d mentees could be formed around this person.")
    else:
        text = _(
            "No circle of %(smallest)d to %(largest)d mentees could be formed around this person."
        )
    return text % values


def _circles_full(values: Values, _names: Names) -> str:
    n = values["circles"]
    return ngettext(
        "The places of the programme are enough for %(n)d circle, and it is formed.",
        "The places of the programme are enough for %(n)d circles, and all are formed.",
        n,
    ) % {"n": n}


def _no_circle_of_pinned(values: Values, names: Names) -> str:
    return _(
        "Pinned to %(mentor)s, around whom no circle of %(smallest)d to %(largest)d mentees could"
        " be formed."
    ) % {**values, "mentor": name_of(names, values["mentor"])}


def _no_common_meeting(_values: Values, _names: Names) -> str:
    return _("A circle meets together, and none has an hour and a language in common with them.")


def _nobody_asked(values: Values, _names: Names) -> str:
    roles = enumerated(map(role_name, values["roles"]), last=_("or"))
    return _("Nobody asked for a %(roles)s.") % {"roles": roles}


def _no_mentee_possible(values: Values, _names: Names) -> str:
    n = values["mentees"]
    return ngettext(
        "%(mentees)s was considered and ruled out.",
        "%(mentees)s were considered and all ruled out.",
        n,
    ) % {"mentees": mentees(n)}


def _others_fit_better(values: Values, _names: Names) -> str:
    n = values["mentees"]
    return ngettext(
        "Suits %(mentees)s, who fits better with somebody else.",
        "Suits %(mentees)s, who all fit better with somebody else.",
        n,
    ) % {"mentees": mentees(n)}


def _her_limits(values: Values, _names: Names) -> str:
    n = values["mentees"]
    return ngettext(
        "Suits %(mentees)s; only a limit of the mentor’s own stands in the way.",
        "Suits %(mentees)s; only limits of the mentor’s own stand in the way.",
        n,
    ) % {"mentees": mentees(n)}


OF_REFUSALS: dict[str, Sentence] = {
    "barrier": _barrier,
    "nobody_offers": _nobody_offers,
    "no_candidates": _no_candidates,
    "no_places": _no_places,
    "programme_full": _programme_full,
    "all_full": _all_full,
    "has_another": _has_another,
    "choice_barred": _choice(gettext_noop("The %(place)s choice, %(mentor)s: %(barrier)s.")),
    "choice_without_places": _choice(
        gettext_noop("The %(place)s choice, %(mentor)s, has no place in this programme.")
    ),
    "choice_full": _choice(gettext_noop("The %(place)s choice, %(mentor)s, is full.")),
    "choice_limited": _choice(
        gettext_noop("The %(place)s choice, %(mentor)s: a limit on places stands in the way.")
    ),
    "would_displace": _would_displace,
    "would_move": _would_move,
    "no_circle": _no_circle,
    "circles_full": _circles_full,
    "no_circle_of_pinned": _no_circle_of_pinned,
    "no_common_meeting": _no_common_meeting,
    "nobody_asked": _nobody_asked,
    "no_mentee_possible": _no_mentee_possible,
    "others_fit_better": _others_fit_better,
    "her_limits": _her_limits,
}
