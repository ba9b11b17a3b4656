"""Settings that nobody can satisfy."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from corridor.programmes.wording.names import barrier_sentence, criterion_name, role_name
from corridor.programmes.wording.of_matches import Sentence, Values
from corridor.programmes.wording.phrases import Names, name_of


def _setting(setting: str) -> str:
    names = {
        "pins": _("pins"),
        "existing": _("existing matches"),
    }
    return names[setting]


def _pins(text: str) -> Sentence:
    """For the problems that count pins against places."""

    def told(values: Values, names: Names) -> str:
        known = dict(values)
        for side in ("mentee", "mentor"):
            if side in known:
                known[side] = name_of(names, known[side])
        if "role" in known:
            known["role"] = role_name(known["role"])
        return _(text) % known

    return told


def _pin_forbidden(values: Values, names: Names) -> str:
    return _("%(mentee)s is pinned to %(mentor)s, and must not be: %(barrier)s.") % {
        "mentee": name_of(names, values["mentee"]),
        "mentor": name_of(names, values["mentor"]),
        "barrier": barrier_sentence(values["barrier"]),
    }


def _unknown(text: str) -> Sentence:
    return lambda values, _names: (
        _(text)
        % {
            "id": values["id"],
            "setting": _setting(values["setting"]),
        }
    )


def _must_unanswered(values: Values, _names: Names) -> str:
    text = _("“%(criterion)s” is a must, every mentee asks for it, and no mentor can answer it.")
    return text % {"criterion": criterion_name(values["criterion"])}


def _weight_out_of_range(values: Values, _names: Names) -> str:
    return _("The weight of “%(criterion)s” is %(weight)d; 0 to 10 is expected.") % {
        "criterion": criterion_name(values["criterion"]),
        "weight": values["weight"],
    }


def _plain(text: str) -> Sentence:
    return lambda values, _names: _(text) % values


OF_SETTINGS: dict[str, Sentence] = {
    "no_mentees": _plain(gettext_noop("There are no mentees.")),
    "no_mentors": _plain(gettext_noop("There are no mentors.")),
    "duplicate_mentee": _plain(gettext_noop("“%(id)s” is among the mentees twice.")),
    "duplicate_mentor": _plain(gettext_noop("“%(id)s” is among the mentors twice.")),
    "unknown_mentee": _unknown(gettext_noop("“%(id)s” in %(setting)s is no mentee of this round.")),
    "unknown_mentor": _unknown(gettext_noop("“%(id)s” in %(setting)s is no mentor of this round.")),
    "pin_forbidden": _pin_forbidden,
    "pin_in_two_roles": _pins(gettext_noop("%(mentee)s is pinned to %(mentor)s in two roles.")),
    "pin_role_not_offered": _pins(
        gettext_noop("%(mentee)s is pinned to %(mentor)s, who does not offer to be a %(role)s.")
    ),
    "pins_over_capacity": _pins(
        gettext_noop("Pins for %(mentor)s: %(pins)d; free places: %(places)d.")
    ),
    "pins_over_role_capacity": _pins(
        gettext_noop("Pins for %(mentor)s as %(role)s: %(pins)d; places for that: %(places)d.")
    ),
    "pins_over_experience_capacity": _pins(
        gettext_noop(
            "Pins for %(mentor)s by a shared experience: %(pins)d; places for that: %(places)d."
        )
    ),
    "pins_over_wishes": _pins(
        gettext_noop(
            "Pins for %(mentee)s in the role of %(role)s: %(pins)d; asked for: %(wishes)d."
        )
    ),
    "pins_over_circle": _pins(
        gettext_noop(
            "%(mentee)s is pinned to %(pins)d mentors and sits in one circle;"
            " mentors of a circle: %(mentors)d."
        )
    ),
    "pins_over_programme": _plain(
        gettext_noop("Pins in all: %(pins)d; places of the programme: %(places)d.")
    ),
    "circle_sizes": _plain(
        gettext_noop(
            "Circles of %(smallest)d to %(largest)d are not possible: the smaller number is first."
        )
    ),
    "circle_mentors": _plain(gettext_noop("A circle has one or two mentors, not %(mentors)d.")),
    "must_unanswered": _must_unanswered,
    "weight_out_of_range": _weight_out_of_range,
}
