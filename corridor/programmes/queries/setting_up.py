"""How far the set-up of a programme is, and what its team did."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, Count, Q, QuerySet, When

from corridor.algorithms.suppression import suppressed
from corridor.programmes import policies
from corridor.programmes.choices import Admission
from corridor.programmes.models import (
    Application,
    Match,
    Programme,
    Round,
    TeamDeed,
    TeamInvitation,
)
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile

FEWEST = 5
SHOWN_DEEDS = 200


def missing(programme: Programme) -> list[str]:
    """Sections of the set-up without which it cannot be published."""
    lacking = []
    if not programme.description.strip():
        lacking.append("about")
    names_nobody = not (programme.domains.strip() or programme.rosters.strip())
    if programme.admission == Admission.MEMBERSHIP and names_nobody:
        lacking.append("who")
    return lacking


def is_ready(programme: Programme) -> bool:
    return not missing(programme)


def current_round(programme: Programme) -> Round | None:
    """The newest that has opened and is not over, else the one that is planned."""
    is_planned = Case(When(state=Round.State.PLANNED, then=1), default=0)
    unfinished = programme.rounds.exclude(state=Round.State.FINISHED)
    return unfinished.order_by(is_planned, "-opens_on", "-pk").first()


def waiting_for_admission(round: Round) -> int:
    return round.applications.filter(state=Application.State.SENT).count()


def deeds(programme: Programme) -> QuerySet[TeamDeed]:
    """Newest first."""
    return programme.deeds.select_related("by", "about").order_by("-at", "-pk")[:SHOWN_DEEDS]


def team_invitations(programme: Programme) -> QuerySet[TeamInvitation]:
    """Those that wait for an answer."""
    return programme.team_invitations.filter(ended_at=None).select_related("profile", "by")


def asked_into_teams(viewer: "Profile") -> QuerySet[TeamInvitation]:
    return (
        TeamInvitation.objects.filter(profile=viewer, ended_at=None)
        .select_related("programme", "by")
        .order_by("at", "pk")
    )


def of_her_teams(viewer: "Profile") -> QuerySet[Programme]:
    """Drafts, active ones, archived ones, in this order."""
    own = policies.programmes_with(viewer, Right.SEE)
    states = (Programme.State.DRAFT, Programme.State.ACTIVE)
    rank = Case(
        *(When(state=state, then=number) for number, state in enumerate(states)),
        default=len(states),
    )
    return own.order_by(rank, "name", "pk").prefetch_related("rounds")


@dataclass(frozen=True, kw_only=True)
class Figures:
    """None where it would tell of fewer than five people."""

    name: str
    slug: str
    rounds: int
    mentees: int | None
    mentors: int | None
    matches: int | None


def roll_up(programme: Programme) -> tuple[list[Figures], Figures]:
    """Of each programme that belongs to this one, and all of them with it; drafts left out."""
    of_it = Q(pk=programme.pk) | Q(part_of=programme)
    parts = list(
        Programme.objects.filter(of_it)
        .exclude(state=Programme.State.DRAFT)
        .annotate(rounds_held=Count("rounds"))
        .order_by("name", "pk")
    )
    mentees = _counts(parts, Application.objects.filter(side=Application.Side.MENTEE))
    mentors = _counts(parts, Application.objects.filter(side=Application.Side.MENTOR))
    matches = dict(
        Match.objects.filter(round__programme__in=parts, state=Match.State.ACCEPTED)
        .order_by()
        .values_list("round__programme")
        .annotate(Count("pk"))
    )
    shown = [
        suppressed({part.pk: counts.get(part.pk, 0) for part in parts}, fewest=FEWEST)
        for counts in (mentees, mentors, matches)
    ]
    figures = [
        Figures(
            name=part.name,
            slug=part.slug,
            rounds=part.rounds_held,
            mentees=shown[0][0][part.pk],
            mentors=shown[1][0][part.pk],
            matches=shown[2][0][part.pk],
        )
        for part in parts
    ]
    whole = Figures(
        name=programme.name,
        slug=programme.slug,
        rounds=sum(part.rounds_held for part in parts),
        mentees=shown[0][1],
        mentors=shown[1][1],
        matches=shown[2][1],
    )
    return figures, whole


def _counts(parts: Iterable[Programme], found: QuerySet[Application]) -> dict[int, int]:
    """People, each once a programme."""
    counted = (
        found.filter(round__programme__in=parts, state=Application.State.IN)
        .order_by()
        .values_list("round__programme")
        .annotate(Count("profile", distinct=True))
    )
    return dict(counted)
