"""The circles that a run proposes, and those that a round formed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corridor.mentoring import queries as mentoring
from corridor.programmes.models import Application, MatchingRun, Proposal, Round
from corridor.programmes.queries.consequences import resting
from corridor.programmes.queries.matches import unserved
from corridor.programmes.queries.reviewing import proposals

if TYPE_CHECKING:
    from corridor.mentoring.models import Circle, Seat

MOST_SHOWN, MOST_WORDS = 100, 5


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


def circles_of_round(round: Round) -> "list[tuple[Circle, list[Seat]]]":
    """Those that it formed, each with everybody asked into it; for its team."""
    return mentoring.circles_standing(list(round.circles.values_list("circle", flat=True)))


def mentors_for_circle(round: Round, *, words: str = "") -> list[Application]:
    """By name, as many as a page holds."""
    return _people(round, Application.Side.MENTOR, words)[:MOST_SHOWN]


def mentees_for_circle(round: Round, *, words: str = "") -> list[Application]:
    """Whoever has nobody first, then by name."""
    with_nobody = {one.pk for one in unserved(round)}
    several = _people(round, Application.Side.MENTEE, words)
    return sorted(several, key=lambda one: one.pk not in with_nobody)[:MOST_SHOWN]


def _people(round: Round, side: str, words: str) -> list[Application]:
    """Whoever has a break is asked into no circle."""
    rows = round.applications.filter(side=side, state=Application.State.IN)
    rows = rows.exclude(profile__in=resting(round.programme))
    for word in words.replace("\0", "").split()[:MOST_WORDS]:
        rows = rows.filter(profile__display_name__icontains=word)
    return list(rows.select_related("profile__account").order_by("profile__display_name", "pk"))


def _by_name(applications: Iterable[Application]) -> tuple[Application, ...]:
    once = {application.pk: application for application in applications}
    return tuple(
        sorted(once.values(), key=lambda one: (one.profile.display_name.casefold(), one.pk))
    )
