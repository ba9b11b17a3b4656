"""Which matches a person should look at before they are published.

Seven rules, gravest first. A match that overrides a barrier is always shown; with the others,
at most one match in eight is (but at least one), those with the gravest rules and the lowest
fit first, because a list of everything is read by nobody.

``overrides_barrier`` (barrier): pinned or kept although something bars it;
``carries_many`` (mentees, usual): she would look after more than the usual number in all;
``far_below_best`` (fit, best): less than six tenths of the fit of her best possible mentor;
``low_fit`` (fit, median): among the lowest twentieth, and below seven tenths of the median;
``few_hours`` (minutes): no more than an hour a week in common;
``not_chosen`` (choices): the mentee ranked mentors, and this is none of them;
``wish_not_met`` (tags): she asked for a shared experience, and this mentor has not told of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from corridor.algorithms.matching.outcome import Match, Reason
from corridor.algorithms.matching.people import Mentee, Role

USUAL_LOAD = 5
"""Mentees an experienced mentor held at the median (Luckhaupt 2005, J Gen Intern Med 20:1014)."""
FEW_MINUTES = 60
FAR_BELOW_BEST = 60
"""Per cent of the best."""
LOW = 70
"""Per cent of the median."""
LOWEST_IN = 20
SHOWN_IN = 8

GRAVITY = (
    "overrides_barrier",
    "carries_many",
    "far_below_best",
    "low_fit",
    "few_hours",
    "not_chosen",
    "wish_not_met",
)


@dataclass(frozen=True, kw_only=True)
class Standards:
    """What is usual in this run."""

    low: int
    """No fit above this is among the lowest."""
    median: int
    best: Mapping[tuple[str, Role], int]
    """Fit of each mentee's best possible mentor."""


def with_looks(
    matches: Sequence[Match],
    mentees: Mapping[str, Mentee],
    best: Mapping[tuple[str, Role], int],
) -> tuple[Match, ...]:
    if not matches:
        return ()
    fits = sorted(match.fit for match in matches)
    standards = Standards(
        low=fits[max(0, len(fits) // LOWEST_IN - 1)], median=median_low(fits), best=best
    )
    looks = [tuple(_looks(match, mentees[match.mentee], standards)) for match in matches]
    shown = _most_grave(matches, looks)
    return tuple(
        replace(match, looks=found) if at in shown else match
        for at, (match, found) in enumerate(zip(matches, looks, strict=True))
    )


def _most_grave(matches: Sequence[Match], looks: Sequence[tuple[Reason, ...]]) -> frozenset[int]:
    flagged = [at for at, found in enumerate(looks) if found]
    flagged.sort(
        key=lambda at: (GRAVITY.index(looks[at][0].code), matches[at].fit, matches[at].mentee)
    )
    always = sum(looks[at][0].code == "overrides_barrier" for at in flagged)
    return frozenset(flagged[: max(always, 1, len(matches) // SHOWN_IN)])


def _looks(match: Match, mentee: Mentee, standards: Standards) -> Iterator[Reason]:
    """Gravest first."""
    barrier = match.compatibility.barrier
    if barrier is not None:
        yield Reason(code="overrides_barrier", values={"barrier": barrier})
    if match.place > USUAL_LOAD:
        yield Reason(code="carries_many", values={"mentees": match.place, "usual": USUAL_LOAD})
    yield from _of_fit(match, standards)
    minutes = match.compatibility.shared_minutes
    if minutes is not None and minutes <= FEW_MINUTES:
        yield Reason(code="few_hours", values={"minutes": minutes})
    if mentee.choices and match.mentee_choice is None:
        yield Reason(code="not_chosen", values={"choices": len(mentee.choices)})
    if mentee.shares and not match.by_experience:
        yield Reason(code="wish_not_met", values={"tags": tuple(sorted(mentee.shares))})


def _of_fit(match: Match, standards: Standards) -> Iterator[Reason]:
    best = standards.best.get((match.mentee, match.role), match.fit)
    if match.fit * 100 < best * FAR_BELOW_BEST:
        yield Reason(code="far_below_best", values={"fit": match.fit, "best": best})
    if match.fit <= standards.low and match.fit * 100 < standards.median * LOW:
        yield Reason(code="low_fit", values={"fit": match.fit, "median": standards.median})
