"""What an application says, and the person it makes for a matching run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from corridor.algorithms.matching.people import Criterion, Mentee, Mentor, Role
from corridor.algorithms.matching.week import Span, free_quarters
from corridor.programmes.documents import from_document

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class FreeTime:
    day: str
    start: int
    """Minutes after midnight where the person lives."""
    end: int


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The profile says the rest: name, stage, specialty, institution and time zone."""

    grade: str = ""
    """What the stage is called where she works."""
    languages: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    experience: frozenset[str] = frozenset()
    free: tuple[FreeTime, ...] = ()
    choices: tuple[str, ...] = ()
    """Handles on the other side, best first."""
    avoid: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    wishes: Mapping[Role, int] = field(default_factory=lambda: {Role.MENTOR: 1})
    shares: frozenset[str] = frozenset()
    top: Criterion | None = None
    waited: int = 0
    covers: frozenset[str] = frozenset()
    offers: frozenset[Role] = frozenset({Role.MENTOR})
    capacity: int = 1
    carries: int = 0
    experience_capacity: int | None = None


def mentee_of(profile: "Profile", document: Any, *, mondays: Sequence[date]) -> Mentee:
    answers = from_document(Answers, document)
    return Mentee(
        **_person(profile, answers, mondays),
        needs=answers.needs,
        wishes=answers.wishes,
        shares=answers.shares,
        top=answers.top,
        waited=answers.waited,
    )


def mentor_of(profile: "Profile", document: Any, *, mondays: Sequence[date]) -> Mentor:
    answers = from_document(Answers, document)
    return Mentor(
        **_person(profile, answers, mondays),
        covers=answers.covers,
        offers=answers.offers,
        capacity=answers.capacity,
        carries=answers.carries,
        experience_capacity=answers.experience_capacity,
    )


def _person(profile: "Profile", answers: Answers, mondays: Sequence[date]) -> dict[str, Any]:
    career = profile.career
    spans = [Span(free.day, free.start, free.end) for free in answers.free]
    institution = profile.institution.strip().casefold()
    return {
        "id": profile.handle,
        "name": profile.display_name,
        "stage": career.rung if career else None,
        "stage_name": answers.grade or (career.name if career else ""),
        "specialty": profile.field.casefold(),
        "institutions": frozenset({institution} - {""}),
        "interests": answers.interests,
        "languages": answers.languages,
        "free": free_quarters(spans, zone=profile.time_zone, mondays=mondays) if spans else (),
        "experience": answers.experience,
        "choices": answers.choices,
        "avoid": answers.avoid,
    }
