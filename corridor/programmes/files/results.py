"""A finished run together with what is needed to show it to people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.outcome import Match, Outcome
from corridor.algorithms.matching.people import Mentee, Mentor


@dataclass(frozen=True, kw_only=True)
class Results:
    outcome: Outcome
    certificate: Mapping[str, Any]
    mentees: Sequence[Mentee]
    mentors: Sequence[Mentor]
    options: Options
    title: str
    made_on: date
    folder: str
    """Where its files are, as whoever ran it calls it."""
    counted_once: int = 0
    """Mentees of earlier matches whom mentors had counted among those they look after already."""

    @cached_property
    def mentee_of(self) -> Mapping[str, Mentee]:
        return {mentee.id: mentee for mentee in self.mentees}

    @cached_property
    def mentor_of(self) -> Mapping[str, Mentor]:
        return {mentor.id: mentor for mentor in self.mentors}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Id -> name, on both sides; whoever gave no name is called by id."""
        people = (*self.mentees, *self.mentors)
        return {person.id: person.name or person.id for person in people}

    @cached_property
    def served(self) -> frozenset[str]:
        """Mentees with at least one match."""
        return frozenset(match.mentee for match in self.outcome.matches)

    @cached_property
    def matches_of_mentee(self) -> Mapping[str, Sequence[Match]]:
        return _by(self.outcome.matches, "mentee")

    @cached_property
    def matches_of_mentor(self) -> Mapping[str, Sequence[Match]]:
        return _by(self.outcome.matches, "mentor")

    @property
    def requests(self) -> int:
        return len(self.outcome.matches) + len(self.outcome.unmatched)


def _by(matches: Sequence[Match], side: Literal["mentee", "mentor"]) -> dict[str, list[Match]]:
    found: dict[str, list[Match]] = {}
    for match in matches:
        found.setdefault(getattr(match, side), []).append(match)
    return found
