"""Tips for people who are settling in: each is for a stage, and for what is not done yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from corridor.algorithms.careers import Phase

MOST_TIMES = 3
ALL = frozenset(Phase)
SENIOR = frozenset({Phase.FACULTY, Phase.OUTSIDE})


@dataclass(frozen=True, kw_only=True)
class Tip:
    kind: str
    until: str
    """A key of `queries.settled`: once that is done, the tip is not given again."""
    phases: frozenset[Phase] = ALL


TIPS = (
    Tip(kind="profile", until="profile"),
    Tip(kind="student-wishes", until="offers", phases=frozenset({Phase.STUDENT})),
    Tip(kind="trainee-both", until="offers", phases=frozenset({Phase.TRAINEE})),
    Tip(kind="faculty-offers", until="offers", phases=SENIOR),
    Tip(kind="hours", until="hours"),
    Tip(kind="student-follow", until="follow", phases=frozenset({Phase.STUDENT})),
    Tip(kind="follow", until="follow", phases=ALL - {Phase.STUDENT}),
)
"""In the order in which they are given."""


def tips_for(phase: Phase | None, *, done: Mapping[str, bool]) -> list[Tip]:
    return [
        tip
        for tip in TIPS
        if not done[tip.until] and (tip.phases == ALL if phase is None else phase in tip.phases)
    ]
