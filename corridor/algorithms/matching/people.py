"""Who takes part in a matching run, in the words of the programme.

Values are immutable and carry no self-declared audit attributes: those travel apart
(see ``fairness``), so that nothing that decides can read them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SLOTS_PER_WEEK = 672
"""Quarters of an hour in a week; bit 0 is Monday 00:00 UTC."""


class Role(StrEnum):
    """What a mentor is to a mentee in one relationship."""

    MENTOR = "mentor"
    COACH = "coach"
    SPONSOR = "sponsor"


class Criterion(StrEnum):
    """A part of the score that a programme can weigh."""

    NEEDS = "needs"
    INTERESTS = "interests"
    SPECIALTY = "specialty"
    STAGE = "stage"
    TIME = "time"
    LANGUAGE = "language"
    CHOICES = "choices"
    EXPERIENCE = "experience"


@dataclass(frozen=True, kw_only=True)
class Person:
    """What both sides say of themselves; tags are lower-case and trimmed."""

    id: str
    name: str = ""
    stage: int | None = None
    """Rung of the career ladder, 0 (before medical school) to 15 (leader); None if unknown."""
    stage_name: str = ""
    specialty: str = ""
    institutions: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    free: tuple[int, ...] = ()
    """Free quarters as 672-bit masks in UTC, one per reference week; empty if not said."""
    experience: frozenset[str] = frozenset()
    """Lived-experience tags given for matching, open to everybody."""
    choices: tuple[str, ...] = ()
    """Ids on the other side, best first."""
    avoid: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Mentee(Person):
    needs: frozenset[str] = frozenset()
    wishes: Mapping[Role, int] = field(default_factory=lambda: {Role.MENTOR: 1})
    """How many people in each role; one mentor if nothing else is said."""
    shares: frozenset[str] = frozenset()
    """Experience tags she asks the mentor to share; empty means identity plays no part."""
    top: Criterion | None = None
    """The criterion that counts double for her."""
    waited: int = 0
    """Rounds spent on the waiting list."""


@dataclass(frozen=True, kw_only=True)
class Mentor(Person):
    covers: frozenset[str] = frozenset()
    """Needs she is comfortable to help with."""
    offers: frozenset[Role] = frozenset({Role.MENTOR})
    capacity: int = 1
    """Mentees she can take in all, those she carries already included."""
    role_capacity: Mapping[Role, int] = field(default_factory=dict)
    carries: int = 0
    """Mentees she carries already, in every programme."""
    experience_capacity: int | None = None
    """At most so many mentees who asked for a shared experience; None means no limit of its own."""
