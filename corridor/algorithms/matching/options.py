"""What a programme director can set for a run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corridor.algorithms.matching.people import Criterion, Role

FULL_FIT = 10_000
"""Fit is an integer from 0 to this; people are shown it divided by 100."""

MUST = 10
"""The weight that turns a criterion into a condition."""

DEFAULT_WEIGHTS: Mapping[Criterion, int] = {
    Criterion.NEEDS: 8,
    Criterion.INTERESTS: 7,
    Criterion.SPECIALTY: 3,
    Criterion.STAGE: 4,
    Criterion.TIME: 4,
    Criterion.LANGUAGE: 2,
    Criterion.CHOICES: 6,
    Criterion.EXPERIENCE: 3,
}
"""More than half on what people need, care about and ask for (Eby 2013); see docs/algorithms."""


class Barrier(StrEnum):
    """Why two people must not be matched, whatever the score."""

    SAME_INSTITUTION = "same-institution"
    EVALUATOR = "evaluator"
    PROGRAMME_DIRECTOR = "programme-director"
    APPLICATION_READER = "application-reader"
    BLOCKED = "blocked"
    CONFLICT = "conflict"
    AVOIDED = "avoided"
    FORBIDDEN = "forbidden"
    TOGETHER = "together"
    ONESELF = "oneself"
    """Somebody who is mentee and mentor at once; not counted among those ruled out."""
    ROLE_NOT_OFFERED = "role-not-offered"
    NOT_SENIOR = "not-senior"
    NO_SHARED_LANGUAGE = "no-shared-language"
    TOO_FEW_HOURS = "too-few-hours"
    NEEDS_NOT_COVERED = "needs-not-covered"
    NO_SHARED_INTEREST = "no-shared-interest"
    OTHER_SPECIALTY = "other-specialty"
    STAGE_TOO_FAR = "stage-too-far"
    NOT_CHOSEN = "not-chosen"
    NO_SHARED_EXPERIENCE = "no-shared-experience"


@dataclass(frozen=True, kw_only=True)
class Pair:
    mentee: str
    mentor: str
    role: Role = Role.MENTOR


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Conditions that no score can outweigh."""

    other_institution: bool = True
    shared_language: bool = True
    senior_mentor: bool = True
    overlap_minutes: int = 60
    """Shared free time a week in every reference week; only asked where both said their hours."""


@dataclass(frozen=True, kw_only=True)
class Circles:
    """Groups in place of single matches."""

    smallest: int = 3
    largest: int = 6
    mentors: int = 1
    """One or two mentors for a circle."""


@dataclass(frozen=True, kw_only=True)
class Options:
    weights: Mapping[Criterion, int] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    rules: Rules = field(default_factory=Rules)
    must_not: Mapping[tuple[str, str], Barrier] = field(default_factory=dict)
    """(mentee, mentor) -> the declared relation that forbids the match."""
    pins: frozenset[Pair] = frozenset()
    existing: frozenset[Pair] = frozenset()
    """Matches of the round before, to be kept where possible."""
    protect_existing: bool = True
    """Nobody who has a mentor loses every mentor to a newcomer."""
    change_cost: int = 1_000
    """Points of fit that a change of an existing match must gain to be worth it."""
    load_weight: int = 500
    """Points of fit set against load; 0 switches it off."""
    own_best: bool = True
    """Measure each person's scores against her own best, and against what is usual for her where
    places are few, so that thin profiles do not lose out."""
    mentee_voice: int = 60
    """Per cent of the fit that is the mentee's view; the rest is the mentor's."""
    places_per_mentor: int | None = None
    """At most so many mentees of this programme for one mentor."""
    places: int | None = None
    """At most so many matches in the whole programme."""
    circles: Circles | None = None
    candidates: int = 50
    """Pairs scored per mentee; pricing adds those that could still matter."""
    seed: str = "corridor"
    """Decides ties, and nothing else."""
