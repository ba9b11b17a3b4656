"""Applications close, and open again before anybody is matched; the round ends."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from corridor.algorithms.state_machines import MoveImpossible
from corridor.programmes import letters_of_matches as letters
from corridor.programmes import policies
from corridor.programmes.actions.apply_to_round import RoundNotOpen
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.models import REVIEWED, Programme, Round
from corridor.programmes.states import DIRECTOR

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AnotherRoundUnderReview(Exception):
    """A programme reviews one round at a time: finish that one first."""


class RoundIsMatched(Exception):
    """Its people are being matched, or were."""


class LastDayIsOver(Exception):
    """The calendar would close applications again at once: give the round a new last day."""


class RoundNotPublished(Exception):
    """Its matches are not published, or it runs already."""


class RoundHasEnded(Exception):
    """It is finished already."""


@transaction.atomic
def close_applications(*, round: Round, by: "Profile") -> Round:
    """Raises NotDirector, RoundNotOpen or AnotherRoundUnderReview."""
    # Two rounds that close at once would each find that no other is under review.
    Programme.objects.select_for_update().get(pk=round.programme_id)
    held = _held(round, by)
    if held.state != Round.State.OPEN:
        raise RoundNotOpen
    if held.programme.rounds.filter(state__in=REVIEWED).exists():
        raise AnotherRoundUnderReview

    held.move("close", by=DIRECTOR)
    return held


@transaction.atomic
def reopen_applications(*, round: Round, by: "Profile", now: datetime) -> Round:
    """Raises NotDirector, RoundIsMatched or LastDayIsOver."""
    held = _held(round, by)
    if held.state != Round.State.CLOSED:
        raise RoundIsMatched
    if held.closes_on < now.astimezone(ZoneInfo(held.programme.time_zone)).date():
        raise LastDayIsOver

    held.move("reopen", by=DIRECTOR)
    return held


@transaction.atomic
def begin_round(*, round: Round, by: "Profile") -> Round:
    """Before its first day, if the director likes. Raises NotDirector or RoundNotPublished."""
    held = _held(round, by)
    try:
        held.move("begin", by=DIRECTOR)
    except MoveImpossible as impossible:
        raise RoundNotPublished from impossible
    return held


@transaction.atomic
def finish_round(*, round: Round, by: "Profile") -> Round:
    """In whichever state it is; matches that were never published are told to nobody, and who
    works together is told that the round is over.

    Raises NotDirector or RoundHasEnded.
    """
    held = _held(round, by)
    is_out = held.state in {Round.State.PUBLISHED, Round.State.RUNNING}
    try:
        held.move("finish" if is_out else "abandon", by=DIRECTOR)
    except MoveImpossible as impossible:
        raise RoundHasEnded from impossible
    if is_out:
        letters.tell_closing(held)
    return held


def _held(round: Round, by: "Profile") -> Round:
    if not policies.can_direct(by, round.programme):
        raise NotDirector
    return Round.objects.select_for_update().get(pk=round.pk)
