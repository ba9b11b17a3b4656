"""A sitting: its queue closes and opens, it is finished or called off."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import office_letters as letters
from corridor.mentoring.actions.office_hours.hold_sitting import hold_own
from corridor.mentoring.actions.office_hours.move_up import move_up, tell_people
from corridor.mentoring.models import WAITS_FOR_TURN, Sitting, Turn
from corridor.mentoring.office_choices import TurnState
from corridor.mentoring.office_states import CLOCK, MENTOR, SITTING, TURN

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def close_queue(sitting_id: int, *, by: "Profile") -> None:
    """Nobody else signs up; whoever did stays. Raises NoSuchSitting, SittingIsOver or
    MoveImpossible.
    """
    _move(hold_own(sitting_id, by=by), "close_queue")


@transaction.atomic
def open_queue(sitting_id: int, *, by: "Profile", now: datetime) -> None:
    """Raises NoSuchSitting, SittingIsOver or MoveImpossible."""
    held = hold_own(sitting_id, by=by)
    _move(held, "open_queue")
    move_up(held, now=now)


def call_off_held(held: Sitting, *, by: str, now: datetime) -> None:
    """Everybody in the queue and on the list is told. Call with the sitting held."""
    held.state = SITTING.after(held.state, "cancel", by=by)
    held.sequence += 1
    held.changed_at = held.ended_at = now
    held.save(update_fields=["state", "sequence", "changed_at", "ended_at"])
    ended = _end_turns(held, now)
    letters.tell_off(ended, now=now)
    tell_people(held, ended, now=now)


def finish_held(held: Sitting, *, by: str, now: datetime) -> None:
    """Whoever has her turn has had it; whoever was not reached is told. Call with it held."""
    held.state = SITTING.after(held.state, "finish", by=by)
    held.ended_at = now
    held.save(update_fields=["state", "ended_at"])
    for turn in held.turns.filter(state=TurnState.CALLED):
        end_by_clock(turn, now=now)
    tell_people(held, _end_turns(held, now), now=now)


def _end_turns(held: Sitting, now: datetime) -> list[Turn]:
    """Of whoever waits or is called."""
    rows = held.turns.filter(state__in=WAITS_FOR_TURN).select_related("profile__account")
    ended = list(rows.order_by("asked_at", "pk"))
    for turn in ended:
        end_by_clock(turn, now=now)
        turn.sitting = held
    return ended


def end_by_clock(turn: Turn, *, now: datetime) -> None:
    """Whoever is called has had her turn; whoever waits was not reached."""
    deed = "finish" if turn.state == TurnState.CALLED else "end"
    turn.state = TURN.after(turn.state, deed, by=CLOCK)
    turn.sequence += 1
    turn.ended_at = now
    turn.save(update_fields=["state", "sequence", "ended_at"])


def _move(held: Sitting, move: str) -> None:
    held.state = SITTING.after(held.state, move, by=MENTOR)
    held.save(update_fields=["state"])
