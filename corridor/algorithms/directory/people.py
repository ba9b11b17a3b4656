"""Who is in the directory and who looks, in the words of the scorer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from corridor.algorithms.matching.options import Options, Rules
from corridor.algorithms.matching.people import Mentee, Mentor, Role
from corridor.algorithms.matching.week import Span, free_quarters

ROLES = tuple(Role)

LOOKING = Options(
    rules=Rules(
        other_institution=False, shared_language=False, senior_mentor=False, overlap_minutes=0
    )
)
"""The weights that programmes begin with; nothing rules anybody out who is only looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    capacity: int
    carries: int

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.carries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the directory knows of one person; tags are as they are kept."""

    id: int
    offers: Mapping[Role, Places] = field(default_factory=dict)
    stage: int | None = None
    specialty: str = ""
    subspecialty: str = ""
    institution: str = ""
    """Empty for whoever is known by another name."""
    country: str = ""
    interests: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    covers: frozenset[str] = frozenset()
    zone: str = "UTC"
    hours: tuple[Span, ...] = ()
    replies_within: int = 7
    seen_on: date = date.min
    away: tuple[date, date] | None = None
    """The first day she is away, and the first on which she is here again."""
    verified_until: datetime | None = None
    for_members_only: bool = False
    is_listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """Who looks, and what she asked for."""

    wishes: frozenset[Role] = frozenset()
    needs: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    stage: int | None = None
    specialty: str = ""
    institution: str = ""
    zone: str = "UTC"
    hours: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """All of them must hold; what is empty asks nothing."""

    role: Role | None = None
    specialty: str = ""
    subspecialty: str = ""
    country: str = ""
    language: str = ""
    interest: str = ""
    topic: str = ""
    least_stage: int | None = None
    most_stage: int | None = None
    replies_within: int | None = None
    outside: str = ""
    """An institution that she must not belong to."""
    overlap_minutes: int = 0
    """Shared free time a week in every week of the half year to come."""
    is_verified: bool = False
    with_room: bool = True
    with_full: bool = False
    with_away: bool = False
    among: frozenset[int] | None = None
    """Only these; None for everybody."""
    without: frozenset[int] = frozenset()
    for_members: bool = False
    """Also those who show themselves to members only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When somebody looks, and how long she must have been away to count as silent."""

    now: datetime
    silent_after_days: int

    @property
    def today(self) -> date:
        return self.now.date()


def as_mentee(seeker: Seeker, mondays: Sequence[date]) -> Mentee:
    return Mentee(
        id="",
        stage=seeker.stage,
        specialty=seeker.specialty,
        institutions=frozenset({seeker.institution} - {""}),
        interests=seeker.interests,
        languages=seeker.languages,
        free=_free(seeker.hours, seeker.zone, mondays),
        needs=seeker.needs,
        wishes=dict.fromkeys(seeker.wishes, 1),
    )


def as_mentor(entry: Entry, mondays: Sequence[date]) -> Mentor:
    return Mentor(
        id=str(entry.id),
        stage=entry.stage,
        specialty=entry.specialty,
        institutions=frozenset({entry.institution} - {""}),
        interests=entry.interests,
        languages=entry.languages,
        free=_free(entry.hours, entry.zone, mondays),
        covers=entry.covers,
        offers=frozenset(entry.offers),
        carries=sum(places.carries for places in entry.offers.values()),
    )


def _free(hours: Sequence[Span], zone: str, mondays: Sequence[date]) -> tuple[int, ...]:
    return free_quarters(hours, zone=zone, mondays=mondays) if hours else ()
