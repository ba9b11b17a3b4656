"""Who waits for a place or a mentor, where in the line, and for how long most likely."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from corridor.algorithms.waiting import Waited, days_between, rounds_to_wait
from corridor.programmes.models import Application, Approval, Match, Round
from corridor.programmes.queries.matches import standing

if TYPE_CHECKING:
    from corridor.people.models import Profile

State = Application.State
MATCHED = (Round.State.PUBLISHED, Round.State.RUNNING, Round.State.FINISHED)
OPEN = (Match.State.PROPOSED, Match.State.ASKED)
MOST_ROUNDS = 3
"""Earlier rounds that are looked at: a programme changes."""


@dataclass(frozen=True, kw_only=True)
class Place:
    position: int
    of: int
    rounds: int | None
    """How many rounds most likely; None where it is not known yet."""
    span: timedelta | None
    """The same in days."""


def place_in_line(application: Application) -> Place | None:
    """None for whoever waits for nothing: mentors, drafts, who has somebody."""
    waiting = list(_waiting(application.round).values_list("pk", flat=True))
    if application.pk not in waiting:
        return None
    position = waiting.index(application.pk) + 1
    earlier = _earlier(application.round)
    rounds = rounds_to_wait(position, earlier)
    apart = days_between([application.round.starts_on, *(one.starts_on for one in earlier)])
    span = apart * rounds if apart is not None and rounds is not None else None
    return Place(position=position, of=len(waiting), rounds=rounds, span=span)


def first_in_line(round: Round) -> Application | None:
    """Who gets a place that comes free: whoever waited longest, then who applied first."""
    return _who_waits(round).first()


def waited_before(profile: "Profile", round: Round) -> int:
    """Rounds in a row, up to this one, in which she was in as a mentee and got nobody."""
    last = _rounds_before(round).first()
    if last is None:
        return 0
    hers = last.applications.filter(
        profile=profile, side=Application.Side.MENTEE, state=State.IN
    ).first()
    return 0 if hers is None or hers.pk in served(last) else hers.waited + 1


def served(round: Round) -> set[int]:
    """Applications that came to a match: accepted, or approved in rounds from before."""
    accepted = Match.objects.filter(round=round, state=Match.State.ACCEPTED)
    pairs = list(accepted.order_by().values_list("mentee", "mentor"))
    if not pairs and not round.matches.exists():
        last = round.runs.order_by("-number").first()
        approved = Approval.objects.filter(proposal__run=last).order_by()
        pairs = list(approved.values_list("proposal__mentee", "proposal__mentor"))
    return {pk for pair in pairs for pk in pair}


def _waiting(round: Round) -> QuerySet[Application]:
    """For a mentor, once matches are out; for a place, before."""
    if round.state not in MATCHED:
        return _for_a_place(round)
    without = round.applications.filter(side=Application.Side.MENTEE, state=State.IN)
    asked = Match.objects.filter(round=round, state__in=OPEN).values("mentee")
    return _in_line(
        without.exclude(pk__in=served(round) - _alone_again(round)).exclude(pk__in=asked)
    )


def _alone_again(round: Round) -> set[int]:
    """Whose match was given up, and who has no other."""
    given_up = Match.objects.filter(round=round).exclude(given_up_at=None).order_by()
    with_somebody = standing().filter(round=round).order_by()
    return {*given_up.values_list("mentee", flat=True)} - {
        *with_somebody.values_list("mentee", flat=True)
    }


def _for_a_place(round: Round) -> QuerySet[Application]:
    if round.programme.places is None:
        return round.applications.none()
    return _who_waits(round)


def _who_waits(round: Round) -> QuerySet[Application]:
    return _in_line(round.applications.filter(side=Application.Side.MENTEE, state=State.SENT))


def _in_line(applications: QuerySet[Application]) -> QuerySet[Application]:
    return applications.order_by(F("waited").desc(), "applied_at", "pk")


def _rounds_before(round: Round) -> QuerySet[Round]:
    """Of the same programme, matched already, newest first."""
    before = Q(opens_on__lt=round.opens_on) | Q(opens_on=round.opens_on, pk__lt=round.pk)
    same = Round.objects.filter(before, programme=round.programme_id, state__in=MATCHED)
    return same.order_by("-opens_on", "-pk")


def _earlier(round: Round) -> list[Waited]:
    """How the last rounds served those who came to them from a waiting list."""
    found = []
    for one in _rounds_before(round)[:MOST_ROUNDS]:
        waiting = one.applications.filter(
            side=Application.Side.MENTEE, state=State.IN, waited__gt=0
        )
        ids = set(waiting.values_list("pk", flat=True))
        matched = len(ids & served(one))
        found.append(Waited(starts_on=one.starts_on, waiting=len(ids), matched=matched))
    return found
