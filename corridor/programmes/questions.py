"""Questions of a form as values, and the fields of the matching that they can feed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.people import Criterion, Role
from corridor.people.vocabulary import TOPICS
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.choices import Side
from corridor.programmes.wording import CRITERIA

Text = str | Promise
BOTH = frozenset(Side)
MENTEES, MENTORS = frozenset({Side.MENTEE}), frozenset({Side.MENTOR})
LISTED = frozenset({Kind.ONE, Kind.SEVERAL, Kind.RANKED})
"""Kinds that are answered from a list of the director's."""
FOR_FIELDS_ONLY = frozenset({Kind.WORDS, Kind.PEOPLE, Kind.HOURS})


@dataclass(frozen=True, kw_only=True)
class Option:
    value: str
    label: Text


@dataclass(frozen=True, kw_only=True)
class Asked:
    key: str
    """The same in every version of a form; the answer is kept under it."""
    kind: Kind
    label: Text
    field: str = ""
    """A name in `FIELDS`, or empty where only people read the answer."""
    help_text: Text = ""
    is_required: bool = False
    options: tuple[Option, ...] = ()
    least: int | None = None
    most: int | None = None
    is_retired: bool = False


@dataclass(frozen=True, kw_only=True)
class Field:
    """A part of `answers.Answers`; what is asked for it has always the same kind of answer."""

    label: Text
    kind: Kind
    sides: frozenset[Side]
    help_text: Text = ""
    options: tuple[Option, ...] = ()
    has_own_list: bool = False
    """A director may ask for other things than ours."""
    most: int | None = None


def listing(*labels: Text) -> tuple[Option, ...]:
    """Of a template: what is chosen is kept in the words that were read."""
    return tuple(Option(value="", label=label) for label in labels)


def in_words(asked: Asked) -> Asked:
    options = (
        option if option.value else Option(value=str(option.label), label=option.label)
        for option in asked.options
    )
    return replace(asked, options=tuple(options))


def _as_they_are(words: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(value=word, label=word) for word in words)


_ROLES = (
    Option(value=Role.MENTOR.value, label=_("A mentor: guides, and shares a path of her own")),
    Option(value=Role.COACH.value, label=_("A coach: asks, watches, gives feedback on one skill")),
    Option(value=Role.SPONSOR.value, label=_("A sponsor: opens a door and speaks up for you")),
)
_OFFERED = (
    Option(value=Role.MENTOR.value, label=_("Mentoring: I guide, and share my path")),
    Option(value=Role.COACH.value, label=_("Coaching: I ask, watch and give feedback on a skill")),
    Option(value=Role.SPONSOR.value, label=_("Sponsoring: I open doors and speak up for somebody")),
)

FIELDS: Mapping[str, Field] = {
    "needs": Field(
        label=_("What would you like help with?"),
        help_text=_("What you need most counts most when mentors are found."),
        kind=Kind.SEVERAL,
        sides=MENTEES,
        options=_as_they_are(TOPICS),
        has_own_list=True,
    ),
    "covers": Field(
        label=_("What are you comfortable to help with?"),
        kind=Kind.SEVERAL,
        sides=MENTORS,
        options=_as_they_are(TOPICS),
        has_own_list=True,
    ),
    "interests": Field(
        label=_("What are you interested in?"),
        help_text=_("In medicine and around it, one a line."),
        kind=Kind.WORDS,
        sides=BOTH,
        most=20,
    ),
    "languages": Field(
        label=_("Which languages would you like to talk in?"),
        help_text=_("One a line."),
        kind=Kind.WORDS,
        sides=BOTH,
        most=10,
    ),
    "free": Field(
        label=_("When could you meet, in a usual week?"),
        help_text=_("In the time of where you live."),
        kind=Kind.HOURS,
        sides=BOTH,
    ),
    "choices": Field(
        label=_("Whom would you like to be matched with?"),
        help_text=_("Nobody is told whom you named. Leave it empty if you have nobody in mind."),
        kind=Kind.PEOPLE,
        sides=BOTH,
        most=10,
    ),
    "avoid": Field(
        label=_("With whom should you not be matched?"),
        help_text=_("Nobody is told, and nobody asks why."),
        kind=Kind.PEOPLE,
        sides=BOTH,
        most=20,
    ),
    "shares": Field(
        label=_("Which experience of yours should a mentor share?"),
        help_text=_("Only if it matters to you: it counts where you ask for it, and only there."),
        kind=Kind.WORDS,
        sides=MENTEES,
        most=3,
    ),
    "experience": Field(
        label=_("What have you lived through that a mentee may look for?"),
        help_text=_("It is used to find matches, and shown to nobody."),
        kind=Kind.WORDS,
        sides=BOTH,
        most=10,
    ),
    "wishes": Field(
        label=_("What are you looking for?"),
        kind=Kind.SEVERAL,
        sides=MENTEES,
        options=_ROLES,
        most=3,
    ),
    "offers": Field(
        label=_("What do you offer?"),
        kind=Kind.SEVERAL,
        sides=MENTORS,
        options=_OFFERED,
        most=3,
    ),
    "top": Field(
        label=_("Which of these matters most to you?"),
        kind=Kind.ONE,
        sides=MENTEES,
        options=tuple(Option(value=one.value, label=CRITERIA[one]) for one in Criterion),
    ),
    "capacity": Field(
        label=_("How many mentees can you take in all?"),
        help_text=_("Count those you have already."),
        kind=Kind.NUMBER,
        sides=MENTORS,
        most=6,
    ),
    "carries": Field(
        label=_("How many mentees do you have already, here and elsewhere?"),
        kind=Kind.NUMBER,
        sides=MENTORS,
        most=50,
    ),
    "grade": Field(
        label=_("What is your post or year called where you work?"),
        kind=Kind.SHORT,
        sides=BOTH,
        most=80,
    ),
}


def asked_for(field: str, *, key: str = "", is_required: bool = False, label: Text = "") -> Asked:
    """Our own question for a field of the matching."""
    of = FIELDS[field]
    return Asked(
        key=key or field,
        field=field,
        kind=of.kind,
        label=label or of.label,
        help_text=of.help_text,
        is_required=is_required,
        options=of.options,
        least=1 if field == "capacity" else None,
        most=of.most,
    )


def lines_of(asked: Asked) -> str:
    """Its list as a director writes it; empty where it is ours."""
    field = FIELDS.get(asked.field)
    if field is not None and (not field.has_own_list or asked.options == field.options):
        return ""
    return "\n".join(str(option.label) for option in asked.options)


def fields_of(side: str) -> dict[str, Field]:
    return {name: field for name, field in FIELDS.items() if side in field.sides}


def with_options(asked: Asked, lines: str) -> Asked:
    """From a director's list; a field that has no list of hers keeps ours."""
    field = FIELDS.get(asked.field)
    if field is not None and (not field.has_own_list or not lines.strip()):
        return replace(asked, options=field.options)
    return replace(asked, options=_as_they_are(tuple(listed(lines))))


def listed(lines: str) -> list[str]:
    """Each line once, without outer space and empty ones."""
    return list(dict.fromkeys(line.strip() for line in lines.splitlines() if line.strip()))
