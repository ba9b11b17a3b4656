"""What a matching run returns; the same values feed the files, the report and the review board.

Reasons are codes with values. The sentences are written where the reader's language is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.people import Criterion, Role


@dataclass(frozen=True, kw_only=True)
class Part:
    """One criterion of a score: how far it is met, and how much it counts here."""

    criterion: Criterion
    share: int
    """0 to 10,000."""
    weight: int
    """0 to 20: the programme's weight, doubled for the mentee's top criterion."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """A fact behind a match or a refusal: ``code`` names the sentence, ``values`` fill it."""

    code: str
    values: Mapping[str, str | int | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Compatibility:
    """How well two people suit each other before anybody else is considered."""

    fit: int
    """0 to 10,000, as shown: before own-best normalisation."""
    parts: tuple[Part, ...]
    reasons: tuple[Reason, ...]
    barrier: Barrier | None = None
    shared_minutes: int | None = None
    """Shared free time a week; None where somebody did not say."""
    mentee_view: int | None = None
    """0 to 10,000; None where she can judge nothing. The parts are hers."""
    mentor_view: int | None = None
    """0 to 10,000; None where the mentor can judge nothing."""


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """Another mentor for the same request, and what giving her would change."""

    mentor: str
    fit: int
    choice: int | None
    """Her place in the mentee's own ranking, from 1."""
    moves: tuple["Move", ...]
    """Everybody else who would be given another mentor, or none."""
    loss: int
    """Points of fit that the whole programme would lose; 0 or more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A large run has a million of them."""

    mentee: str
    role: Role
    was: str | None
    becomes: str | None
    fit_was: int
    fit_becomes: int


@dataclass(frozen=True, kw_only=True)
class Match:
    mentee: str
    mentor: str
    role: Role
    fit: int
    compatibility: Compatibility
    mentee_choice: int | None
    """Place of the mentor in the mentee's ranking, from 1."""
    mentor_choice: int | None
    place: int
    """Which place of the mentor this fills, those she carries already included."""
    capacity: int
    is_kept: bool
    is_pinned: bool
    by_experience: bool
    """The mentee asked for a shared experience and the mentor has it."""
    contest: int
    """Price of the mentor in points of fit: 0 where nobody else is waiting for her."""
    looks: tuple[Reason, ...] = ()
    """Why a person should look at it before it is published; empty if nothing stands out."""
    circle: int | None = None
    own_rank: int | None = None
    """Place of the mentor among all who are possible for the mentee, from 1, by worth."""
    regret: int = 0
    """Points of worth by which her best possible mentor would be better for her."""
    next_mentor: str | None = None
    """Whom she would have at today's prices if not this mentor."""
    next_loss: int = 0
    """Points that giving her the next mentor costs everybody together, at least."""


@dataclass(frozen=True, kw_only=True)
class Unmatched:
    mentee: str
    role: Role
    reasons: tuple[Reason, ...]
    nearest: tuple[Alternative, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Load:
    mentor: str
    capacity: int
    carried: int
    given: int
    by_experience: int
    unused: tuple[Reason, ...] = ()
    """Why a mentor with room was given nobody."""


@dataclass(frozen=True, kw_only=True)
class Stability:
    blocking_pairs: int
    """Pairs who would both gain from leaving their matches for each other."""
    noticeable_pairs: int
    """Those where both gain more than 1,000 points."""
    examples: tuple[tuple[str, str, int, int], ...]
    """(mentee, mentor, gain of the mentee, gain of the mentor), greatest first, at most 20."""
    stable_matched: int
    """Requests served by the stable alternative (deferred acceptance)."""
    stable_mean_fit: int
    stable_mentor_of: Mapping[tuple[str, Role], str]


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """How one group fared; numbers are None where a small group must stay hidden."""

    group: str
    people: int | None
    matched: int | None
    rate_low: float | None
    """Wilson 95 % interval of the match rate."""
    rate_high: float | None
    mean_fit: int | None


@dataclass(frozen=True, kw_only=True)
class GroupAudit:
    column: str
    groups: tuple[Coverage, ...]
    ratio: float | None
    """Lowest match rate over highest among the groups shown; None if fewer than two."""
    exact_p: float | None
    """Fisher's exact test of lowest against highest."""


@dataclass(frozen=True, kw_only=True)
class Fairness:
    max_load: int
    median_load: float
    gini: float
    """Of load over capacity, among mentors with capacity."""
    experience_share: float
    """Share of matches in which a shared experience was asked for and found."""
    busiest: str | None
    audits: tuple[GroupAudit, ...]
    without_experience: Mapping[str, int]
    """What changes when the wish for shared experience is switched off: matched, moved, fit."""


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """The whole run again with one setting changed."""

    setting: str
    """A criterion, or ``load``."""
    value: int
    matched: int
    mean_fit: int
    moved: int
    """Requests given somebody else than in the run itself."""
    max_load: int
    gini: float


@dataclass(frozen=True, kw_only=True)
class Joiner:
    """Somebody outside a circle who could sit in it."""

    mentee: str
    fit: int
    """The mean with its mentors."""


@dataclass(frozen=True, kw_only=True)
class Circle:
    number: int
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    languages: tuple[str, ...] = ()
    """What all speak who said what they speak; empty where nobody did."""
    free: tuple[int, ...] = ()
    """Quarters in which all are free who said their hours, by reference week; as in ``Person``."""
    could_join: tuple[Joiner, ...] = ()
    """Everybody else who suits all its mentors and could come when it meets, best fit first."""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What an independent checker needs; see ``certificate``."""

    value: int
    bound: int
    is_optimal: bool
    over_all_pairs: bool
    """No pair outside the candidates could improve the result."""
    note: str = ""
    requests_open: int = 0
    """So many more requests could be met at most; 0 where it is proven that none could be."""
    points_open: int = 0
    """So many points of fit could be gained at most, all matches together, if none more can."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    matches: Sequence[Match]
    unmatched: Sequence[Unmatched]
    loads: Sequence[Load]
    circles: Sequence[Circle]
    stability: Stability
    fairness: Fairness
    what_ifs: Sequence[WhatIf]
    proof: Proof
    seed: str
    pairs_considered: int
    rests_on: Mapping[Criterion, int] = field(default_factory=dict)
    """Points that each criterion adds to a fit, in the mean of all matches."""
