"""The team admits or declines applications, one or many, and says why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.people import letters
from corridor.programmes import policies, queries
from corridor.programmes.actions.applying.let_in_next import let_in_next
from corridor.programmes.actions.applying.own import hold_round
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.events import ApplicationAnswered
from corridor.programmes.letters_to_applicants import answered
from corridor.programmes.models import Application, Round
from corridor.programmes.states_of_applications import APPLICATION, TEAM

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_REASON = 1000


class NothingToAnswer(Exception):
    """None of these waits: somebody else answered, they withdrew, or they are kept from you."""


class ReasonTooLong(Exception):
    """At most 1000 letters."""


class NoPlaceLeft(Exception):
    """There are fewer places than people to admit; nobody was admitted."""


class MatchedAlready(Exception):
    """The round is being matched, or has been: nobody comes in or goes out by a decision."""


@dataclass(frozen=True, kw_only=True)
class Decision:
    admits: bool
    reason: str = ""
    """She reads it."""


@transaction.atomic
def answer_applications(
    *, round: Round, ids: Iterable[int], decision: Decision, by: "Profile", now: datetime
) -> int:
    """How many were answered: those of them that wait and that she may read.

    Raises NotDirector, MatchedAlready, ReasonTooLong, NothingToAnswer or NoPlaceLeft.
    """
    if not policies.can(by, round.programme, policies.Right.ADMIT):
        raise NotDirector
    held = hold_round(round)
    if held.state not in {held.State.OPEN, held.State.CLOSED}:
        raise MatchedAlready
    if len(decision.reason) > LONGEST_REASON:
        raise ReasonTooLong
    move = "admit" if decision.admits else "decline"
    found = [
        one
        for one in queries.applications_to_read(held, viewer=by, now=now).filter(pk__in=list(ids))
        if any(open_move.name == move for open_move in APPLICATION.open_to(TEAM, state=one.state))
    ]
    if not found:
        raise NothingToAnswer
    if decision.admits and not _have_places(held, found):
        raise NoPlaceLeft

    for application in found:
        _answer(application, move, decision.reason.strip(), by=by, now=now)
    if not decision.admits:
        let_in_next(held, now=now)
    return len(found)


def _have_places(held: Round, found: Sequence[Application]) -> bool:
    places = held.programme.places
    mentees = sum(one.side == Application.Side.MENTEE for one in found)
    return places is None or queries.taken(held) + mentees <= places


def _answer(
    application: Application, move: str, reason: str, *, by: "Profile", now: datetime
) -> None:
    made = application.move(move, who=TEAM, by=by, at=now)
    if reason:
        made.reason = reason
        made.save(update_fields=["sealed_reason"])
    letters.tell(answered(application, reason=reason), to=application.profile.account.email)
    events.publish(
        ApplicationAnswered(
            application_id=application.pk, profile_id=application.profile_id, at=now
        )
    )
