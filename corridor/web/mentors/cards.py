"""A mentor as the directory shows her: one card, or one line where she has no room."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django_countries import countries

from corridor.algorithms.matching import Criterion
from corridor.algorithms.matching.options import DEFAULT_WEIGHTS
from corridor.people.choices import Kind
from corridor.people.queries import Suggestion
from corridor.web.mentors.reasons import Chip, chips_of

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_DOTS = 8


@dataclass(frozen=True, kw_only=True)
class MentorCard:
    profile: "Profile"
    line: str
    """Stage, field and country; where she works unless she goes by another name."""
    chips: list[Chip]
    free: int
    capacity: int
    taken_dots: range
    free_dots: range
    languages: list[str]
    kinds: list[str]
    away_until: date | None
    is_away: bool
    is_verified: bool


def card_of(suggestion: Suggestion, *, needs: int) -> MentorCard:
    profile, said = suggestion.profile, suggestion.known.said
    free = suggestion.free
    dots = min(suggestion.capacity, MOST_DOTS)
    free_dots = min(free, dots)
    away = suggestion.away_until
    return MentorCard(
        profile=profile,
        line=_line(profile),
        chips=chips_of(suggestion, needs=needs),
        free=free,
        capacity=suggestion.capacity,
        taken_dots=range(dots - free_dots),
        free_dots=range(free_dots),
        languages=sorted(said.languages),
        kinds=[str(Kind(role.value).label) for role in said.offers],
        away_until=None if away == date.max else away,
        is_away=away is not None,
        is_verified=suggestion.is_verified,
    )


def _line(profile: "Profile") -> str:
    place = "" if profile.is_pseudonymous else profile.institution
    parts = [profile.stage_name, profile.field, place, str(countries.name(profile.country))]
    return ", ".join(part for part in parts if part)


def weights_shown() -> list[tuple[str, int]]:
    """What counts in a fit where everybody said everything, in per cent of the mentee's view."""
    names = {
        Criterion.NEEDS: _("What you need and they cover"),
        Criterion.INTERESTS: _("Interests you share"),
        Criterion.STAGE: _("Two to four stages ahead"),
        Criterion.TIME: _("Free time in common"),
        Criterion.SPECIALTY: _("Same specialty"),
        Criterion.LANGUAGE: _("Languages in common"),
    }
    whole = sum(DEFAULT_WEIGHTS[criterion] for criterion in names)
    return [
        (name, round(100 * DEFAULT_WEIGHTS[criterion] / whole)) for criterion, name in names.items()
    ]
