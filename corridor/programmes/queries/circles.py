"""The circles that a run proposes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corridor.programmes.models import Application, MatchingRun, Proposal
from corridor.programmes.queries.reviewing import proposals


@dataclass(frozen=True)
class CircleOfRun:
    number: int
    proposals: tuple[Proposal, ...]
    """One for each mentee and mentor in it, with its approval if it has one."""

    @cached_property
    def mentors(self) -> tuple[Application, ...]:
        return _by_name(proposal.mentor for proposal in self.proposals)

    @cached_property
    def mentees(self) -> tuple[Application, ...]:
        return _by_name(proposal.mentee for proposal in self.proposals)

    @property
    def is_approved(self) -> bool:
        """Everybody in it is: only then may it be published."""
        return all(hasattr(proposal, "approval") for proposal in self.proposals)

    @property
    def needs_look(self) -> bool:
        return any(proposal.needs_look for proposal in self.proposals)


def circles(run: MatchingRun) -> list[CircleOfRun]:
    """By number; none where the run proposes matches of two. For directors of its programme."""
    found: dict[int, list[Proposal]] = {}
    for proposal in proposals(run):
        if proposal.circle is not None:
            found.setdefault(proposal.circle, []).append(proposal)
    return [CircleOfRun(number, tuple(found[number])) for number in sorted(found)]


def _by_name(applications: Iterable[Application]) -> tuple[Application, ...]:
    once = {application.pk: application for application in applications}
    return tuple(
        sorted(once.values(), key=lambda one: (one.profile.display_name.casefold(), one.pk))
    )
