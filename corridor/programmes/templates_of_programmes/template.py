"""What a template consists of, and the questions that several of them ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.people import Role
from corridor.programmes.choices import Admission, Cadence, Message, Side
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.questions import Asked, Text, asked_for
from corridor.programmes.texts import Words


@dataclass(frozen=True, kw_only=True)
class Template:
    name: str
    title: Text
    icon: str
    for_what: Text
    """On the card, one sentence."""
    facts: tuple[Text, ...]
    """What it comes with, on the card as well."""
    description: Text
    """What the page of a new programme says until its director writes her own words."""
    for_whom: Text
    agreement: Text
    asks: Mapping[Side, tuple[Asked, ...]]
    words: Mapping[Message, Words] = field(default_factory=dict)
    """Where ours do not fit."""
    admission: Admission = Admission.OPEN
    role: Role = Role.MENTOR
    mentor_capacity: int = 5
    answer_days: int = 7
    cadence: Cadence = Cadence.MONTHLY
    meeting_minutes: int = 45
    months: int = 6
    both_sides: bool = False
    weeks_to_apply: int = 4


HOPES = Asked(
    key="hopes",
    kind=Kind.LONG,
    label=_("What would you like to be different at the end?"),
    help_text=_("Two or three sentences. Whoever is matched with you reads them."),
    most=1_000,
)
OWN_WORDS = Asked(
    key="own_words",
    kind=Kind.LONG,
    label=_("What should a mentee know about you?"),
    help_text=_("Two or three sentences. Whoever is matched with you reads them."),
    most=1_000,
)
KEEPS_TO_IT = Asked(
    key="keeps_to_it",
    kind=Kind.CONSENT,
    label=_("I read what both agree to, and will keep to it"),
    is_required=True,
)
MENTEE_BASICS = (
    asked_for("needs", is_required=True),
    asked_for("interests"),
    asked_for("languages", is_required=True),
    asked_for("free"),
)
MENTOR_BASICS = (
    asked_for("covers", is_required=True),
    asked_for("interests"),
    asked_for("languages", is_required=True),
    asked_for("free"),
    asked_for("capacity", is_required=True),
    asked_for("carries"),
)
PEOPLE = (asked_for("choices"), asked_for("avoid"))
