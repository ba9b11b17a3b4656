"""What was answered, as the matching reads it; and what is known of somebody before she answers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from corridor.algorithms.matching.people import Criterion, Role
from corridor.people import queries as people
from corridor.people.choices import TagKind
from corridor.programmes.answers import Answers, FreeTime
from corridor.programmes.checking_answers import Value

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme
    from corridor.programmes.questions import Asked

TAGS = frozenset({"needs", "covers", "interests", "languages", "experience", "shares"})
KEPT_FROM_MAIL = frozenset({"experience", "shares", "avoid"})
"""What somebody lived through, and whom she keeps away from, is in no mail."""


def answers_of(
    questions: Sequence["Asked"], values: Mapping[str, Value], *, programme: "Programme"
) -> Answers:
    """Of checked answers; what is not asked or not answered is as usual in the programme."""
    role = Role(programme.role)
    said: dict[str, Any] = {"wishes": {role: 1}, "offers": frozenset({role})}
    if "capacity" not in {asked.field for asked in questions}:
        said["capacity"] = programme.mentor_capacity
    for asked in questions:
        value = values.get(asked.key)
        if asked.field and value is not None and value != []:
            said[asked.field] = _as_field(asked.field, value)
    return Answers(**said)


def _as_field(name: str, value: Any) -> Any:
    if name in TAGS:
        return frozenset(" ".join(word.split()).casefold() for word in value)
    return _FIELDS.get(name, lambda it: it)(value)


def _free(spans: Sequence[str]) -> tuple[FreeTime, ...]:
    parts = (span.split() for span in spans)
    return tuple(FreeTime(day=day, start=int(start), end=int(end)) for day, start, end in parts)


_FIELDS: Mapping[str, Any] = {
    "choices": tuple,
    "avoid": frozenset,
    "free": _free,
    "wishes": lambda roles: {Role(role): 1 for role in roles},
    "offers": lambda roles: frozenset(map(Role, roles)),
    "top": Criterion,
}


def known_of(profile: "Profile", side: str) -> dict[str, Any]:
    """Field -> what her profile says, as an answer would have it: to begin a form with."""
    tags = profile.tags.all()
    offers, wishes = people.offers_and_wishes(profile)
    given = offers if side == "mentor" else wishes
    topics = list(dict.fromkeys(topic.topic for one in given for topic in one.topics.all()))
    known: dict[str, Any] = {
        "interests": [tag.tag for tag in tags if tag.kind == TagKind.INTEREST],
        "languages": [tag.tag for tag in tags if tag.kind == TagKind.LANGUAGE],
        "free": [f"{one.day} {one.start} {one.end}" for one in people.free_spans(profile)],
        "grade": profile.grade,
        "covers" if side == "mentor" else "needs": topics,
        "offers" if side == "mentor" else "wishes": [one.kind for one in given],
    }
    if side == "mentor" and offers:
        known["capacity"] = max(offer.capacity for offer in offers)
        known["carries"] = max(offer.carries for offer in offers)
    known["experience"] = sorted(people.matching_experience(profile))
    return known


def fields_said(document: Mapping[str, Any]) -> dict[str, Any]:
    """Field -> answer, of the answers of an application that came from elsewhere than a form."""
    usual = asdict(Answers())
    said = {name: value for name, value in document.items() if name in usual}
    free = said.pop("free", [])
    said["free"] = [f"{one['day']} {one['start']} {one['end']}" for one in free]
    said["wishes"] = [role for role, _number in said.get("wishes", [])]
    return {name: value for name, value in said.items() if value}
