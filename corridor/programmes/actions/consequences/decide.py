"""Somebody of the team decides an appeal, or what follows after a break; with a reason."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import letters_of_consequences as letters
from corridor.programmes.actions.consequences.follow import (
    Decided,
    appeal_waiting,
    end_appeal,
    go_on,
    hold_consequence,
    make,
    reconsider,
)
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.checking_answers import cleaned
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Consequence
from corridor.programmes.queries import consequences as queries
from corridor.programmes.states_of_consequences import DIRECTOR, LOOK

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_REASON = 1000


class NotYoursToDecide(Exception):
    """It is about her, she decided it or was to meet the person, and somebody else is there."""


class DecidedAlready(Exception):
    """By somebody else of the team, or it was taken back."""


class ReasonMissing(Exception):
    """Whoever it is about reads why."""


class ReasonTooLong(Exception):
    """At most 1000 letters."""


@transaction.atomic
def decide_appeal(
    consequence: Consequence, reason: str, *, is_granted: bool, by: "Profile", now: datetime
) -> None:
    """Granted, everything that was counted is settled and nothing follows.

    Raises NotInTeam, ProgrammeArchived, NotYoursToDecide, DecidedAlready, ReasonMissing or
    ReasonTooLong.
    """
    held, why = _hold(consequence, reason, by=by, now=now)
    waiting = appeal_waiting(held)
    if waiting is None:
        raise DecidedAlready
    move = "grant" if is_granted else "refuse"
    decided = Decided(by=DIRECTOR, at=now, person=by, reason=why)
    end_appeal(waiting, move, decided)
    if is_granted:
        make(held, "grant", decided)
    else:
        letters.tell_refused(held, reason=why)
        go_on(held, waiting, now=now)
        reconsider(held, now=now)


@transaction.atomic
def decide_look(
    consequence: Consequence, reason: str, *, rests: bool, by: "Profile", now: datetime
) -> None:
    """After a break, and once more: nothing, or another break.

    Raises NotInTeam, ProgrammeArchived, NotYoursToDecide, DecidedAlready, ReasonMissing or
    ReasonTooLong.
    """
    held, why = _hold(consequence, reason, by=by, now=now)
    if held.step != LOOK or appeal_waiting(held) is not None:
        raise DecidedAlready
    move = "rest_again" if rests else "let_be"
    make(held, move, Decided(by=DIRECTOR, at=now, person=by, reason=why))


def _hold(
    consequence: Consequence, reason: str, *, by: "Profile", now: datetime
) -> tuple[Consequence, str]:
    programme = hold_to_set_up(consequence.programme, by=by)
    held = hold_consequence(programme, consequence.profile_id, now=now)
    if not queries.may_decide(by, held, today=now.date()):
        raise NotYoursToDecide
    why = cleaned(reason).strip()
    if not why:
        raise ReasonMissing
    if len(why) > LONGEST_REASON:
        raise ReasonTooLong
    record_deed(programme, TeamDeedKind.CONDUCT, by=by, now=now)
    return held, why
