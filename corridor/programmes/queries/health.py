"""How a round goes, for its team: counts, and who waits for what. The caller asks for Right.SEE."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING

from django.db.models import Count, TextChoices
from django.utils.functional import Promise

from corridor.algorithms.matching.figures import gini
from corridor.mentoring import queries as mentoring
from corridor.mentoring.choices import State as RelationshipState
from corridor.people import queries as people
from corridor.programmes.models import Application, Match, NextBest, Round
from corridor.programmes.queries.matches import WHOLE, unserved
from corridor.programmes.states import OPEN_MATCH

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.mentoring.queries import Going
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme

Label = str | Promise
TOLD = (Round.State.PUBLISHED, Round.State.RUNNING, Round.State.FINISHED)
OPEN_STATES = (RelationshipState.ACTIVE, RelationshipState.PAUSED)


@dataclass(frozen=True, kw_only=True)
class Loads:
    """Open relationships of the round for each of its mentors; those with none count too."""

    by_mentor: Sequence[tuple["Profile", int]]
    """Most first."""
    median: float
    most: int
    gini: float
    counts: Sequence[tuple[int, int]]
    """How many mentors have so many mentees: (mentees, mentors)."""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Numbers of one round."""

    mentees: int
    mentors: int
    accepted: int
    with_somebody: int
    """Mentees with at least one match that was accepted."""
    open: int
    """Relationships that go on."""
    held: float
    """Meetings held, the median of all relationships."""

    @property
    def served_percent(self) -> int:
        return round(100 * self.with_somebody / self.mentees) if self.mentees else 0


@dataclass(frozen=True, kw_only=True)
class Health:
    applications: Sequence[tuple[Label, Sequence[int]]]
    """State, and how many mentees and mentors; states of nobody are left out."""
    matches: Sequence[tuple[Label, Sequence[int]]]
    relationships: Sequence[tuple[Label, Sequence[int]]]
    going: Sequence["Going"]
    """The longest without a sign first."""
    nobody: Sequence[Application]
    """Mentees with nobody, and nobody being asked."""
    admission: int
    """Applications that wait for admission."""
    next_best: int
    """Mentors suggested after a no or for a place that came free; they wait for a director."""
    late: Sequence[Match]
    """Matches whose mentor was reminded and has not answered."""
    loads: Loads

    @property
    def silent(self) -> "Sequence[Going]":
        return [one for one in self.going if one.is_silent]

    @property
    def unsigned(self) -> "Sequence[Going]":
        """Active ones without an agreement that both signed."""
        return [one for one in self._active if not one.is_signed]

    @property
    def waits(self) -> "Sequence[Going]":
        return [one for one in self._active if one.waits_since]

    @property
    def logs_wanted(self) -> "Sequence[Going]":
        return [one for one in self._active if one.logs_wanted]

    @property
    def reviews_wanted(self) -> int:
        """How many; whose they are is not told, since nobody has to answer."""
        return sum(one.reviews_wanted for one in self._active)

    @property
    def held(self) -> Sequence[tuple[int, int]]:
        """(meetings held, relationships), fewest first."""
        return sorted(Counter(one.held for one in self.going).items())

    @property
    def _active(self) -> "list[Going]":
        active = RelationshipState.ACTIVE
        return [one for one in self.going if one.relationship.state == active]


def round_of_health(programme: "Programme", wanted: str = "") -> Round | None:
    """The one that is asked for, else the newest whose matches are told, else the newest."""
    rounds = list(programme.rounds.order_by("-opens_on", "-pk"))
    asked = [one for one in rounds if str(one.pk) == wanted]
    told = [one for one in rounds if one.state in TOLD]
    return next(iter([*asked, *told, *rounds]), None)


def round_before(round: Round) -> Round | None:
    """The newest of the programme that opened earlier, if its matches are told."""
    earlier = Round.objects.filter(
        programme=round.programme_id, opens_on__lt=round.opens_on, state__in=TOLD
    )
    return earlier.order_by("-opens_on", "-pk").first()


def health(round: Round, *, viewer: "Profile", now: datetime) -> Health:
    """As many questions however many take part.

    People who are kept apart from the viewer by a block or an evaluation are counted where
    everything stands, and named in no list.
    """
    apart = people.kept_from(viewer, today=now.date())
    everybody = mentoring.how_they_go(_relationships(round), now=now)
    going = [
        one
        for one in everybody
        if not {one.relationship.mentor_id, one.relationship.mentee_id} & apart
    ]
    waiting = round.matches.filter(state__in=OPEN_MATCH, reminded_at__isnull=False)
    return Health(
        applications=_applications_by_state(round),
        matches=_by_state(Match.State, _matches(round)),
        relationships=_by_state(
            RelationshipState, Counter(one.relationship.state for one in everybody)
        ),
        going=going,
        nobody=_without(apart, unserved(round)) if round.state in TOLD else [],
        admission=round.applications.filter(state=Application.State.SENT).count(),
        next_best=NextBest.objects.filter(mentee__round=round, decided_at=None).count(),
        late=[
            one
            for one in waiting.select_related(*WHOLE).order_by("answer_by", "pk")
            if not {one.mentee.profile_id, one.mentor.profile_id} & apart
        ],
        loads=_loads(round, going, apart),
    )


def _without(apart: set[int], found: Iterable[Application]) -> Sequence[Application]:
    return [one for one in found if one.profile_id not in apart]


def counts(round: Round) -> Counts:
    """What one round is compared with another by."""
    taking_part = _applications(round).get(Application.State.IN, {})
    accepted = round.matches.filter(state=Match.State.ACCEPTED)
    ids = _relationships(round)
    held = mentoring.meetings_held(ids)
    return Counts(
        mentees=taking_part.get(Application.Side.MENTEE, 0),
        mentors=taking_part.get(Application.Side.MENTOR, 0),
        accepted=accepted.count(),
        with_somebody=accepted.order_by().values("mentee").distinct().count(),
        open=mentoring.how_many_open(ids),
        held=median(held) if held else 0,
    )


def _relationships(round: Round) -> "QuerySet[Match, int]":
    """Ids of those that its matches became."""
    became = round.matches.filter(relationship__isnull=False).order_by()
    return became.values_list("relationship", flat=True)


def _applications(round: Round) -> dict[str, dict[str, int]]:
    rows = round.applications.order_by().values_list("state", "side").annotate(Count("pk"))
    found: dict[str, dict[str, int]] = {}
    for state, side, number in rows:
        found.setdefault(state, {})[side] = number
    return found


def _applications_by_state(round: Round) -> list[tuple[Label, Sequence[int]]]:
    found = _applications(round)
    return [
        (state.label, [found[state].get(side, 0) for side in Application.Side])
        for state in Application.State
        if state in found
    ]


def _matches(round: Round) -> dict[str, int]:
    return dict(round.matches.order_by().values_list("state").annotate(Count("pk")))


def _by_state(
    states: type[TextChoices], found: Mapping[str, int]
) -> list[tuple[Label, Sequence[int]]]:
    return [(state.label, [found[state]]) for state in states if found.get(state)]


def _loads(round: Round, going: "Sequence[Going]", apart: set[int]) -> Loads:
    taking_part = round.applications.filter(
        side=Application.Side.MENTOR, state=Application.State.IN
    ).select_related("profile")
    mentors = {one.profile_id: one.profile for one in _without(apart, taking_part.order_by("pk"))}
    open_ones = [one.relationship for one in going if one.relationship.state in OPEN_STATES]
    mentors |= {one.mentor_id: one.mentor for one in open_ones}
    carried = Counter(one.mentor_id for one in open_ones)
    for leader in mentoring.leaders_of(round.circles.order_by().values("circle")):
        if leader.pk not in apart:
            mentors[leader.pk] = leader
            carried[leader.pk] += 1
    by_mentor = sorted(
        ((person, carried[pk]) for pk, person in mentors.items()),
        key=lambda pair: (-pair[1], pair[0].display_name, pair[0].pk),
    )
    numbers = [number for _, number in by_mentor]
    return Loads(
        by_mentor=by_mentor,
        median=median(numbers) if numbers else 0,
        most=max(numbers, default=0),
        gini=gini(numbers),
        counts=sorted(Counter(numbers).items()),
    )
