"""The mentor talks with one after the other, and answers a question for all of them."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.ask_mentors import LONGEST_ANSWER, WordsMissing, WordsTooLong
from corridor.mentoring.actions.office_hours.hold_sitting import (
    NoSuchSitting,
    SittingIsOver,
    hold_own,
    hold_sitting,
)
from corridor.mentoring.actions.office_hours.move_up import move_up, tell_people
from corridor.mentoring.models import AnswerToAll, Sitting, Turn
from corridor.mentoring.office_choices import SittingState, TurnState
from corridor.mentoring.office_states import MENTOR, TURN
from corridor.posts.actions.look_for_patients import TEXT, Speaker, look

if TYPE_CHECKING:
    from corridor.people.models import Profile

EARLY = timedelta(minutes=15)
PLACE = "message"


class TooEarly(Exception):
    """Turns begin a quarter of an hour before the sitting at the earliest."""


class NobodyWaits(Exception):
    """There is nobody in the queue, or she is not in it any more."""


class NotForAll(Exception):
    """Whoever asked wants it answered to herself alone, or withdrew."""


class AskedAnew(Exception):
    """The question has other words than those that the mentor read."""


@transaction.atomic
def call_next(sitting_id: int, *, turn_id: int | None = None, by: "Profile", now: datetime) -> Turn:
    """The first in the queue, or this one; whoever had her turn until now has had it.

    Raises NoSuchSitting, SittingIsOver, TooEarly or NobodyWaits.
    """
    held = hold_own(sitting_id, by=by)
    if now < held.starts_at - EARLY:
        raise TooEarly
    queue = held.turns.filter(state=TurnState.QUEUED)
    wanted = queue if turn_id is None else queue.filter(pk=turn_id)
    turn = wanted.order_by("asked_at", "pk").first()
    if turn is None:
        raise NobodyWaits
    for before in held.turns.filter(state=TurnState.CALLED):
        _end(before, "finish", now=now)
    turn.state = TURN.after(turn.state, "call", by=MENTOR)
    turn.save(update_fields=["state"])
    following = queue.order_by("asked_at", "pk").first()
    tell_people(held, [turn, *([following] if following else [])], now=now)
    return turn


@transaction.atomic
def end_turn(turn_id: int, *, came: bool, by: "Profile", now: datetime) -> None:
    """Where she did not come, somebody who waits has her place.

    Raises NoSuchSitting, SittingIsOver or NobodyWaits.
    """
    held = hold_own(_sitting_of(turn_id), by=by)
    turn = Turn.objects.get(pk=turn_id)
    if turn.state != TurnState.CALLED:
        raise NobodyWaits
    _end(turn, "finish" if came else "miss", now=now)
    if not came:
        move_up(held, now=now)


@transaction.atomic
def answer_to_all(
    turn_id: int, *, question: str, words: str, by: "Profile", now: datetime
) -> AnswerToAll:
    """`question`: as she read it; it stands above, without a name. Said again, it replaces what
    was said.

    Raises NoSuchSitting, SittingIsOver, NotForAll, AskedAnew, WordsMissing, WordsTooLong or
    MayIdentifyPatient.
    """
    words = words.replace("\r\n", "\n").strip()
    held = hold_sitting(_sitting_of(turn_id))
    if not held.hours.is_of(by):
        raise NoSuchSitting
    if held.state == SittingState.CANCELLED:
        raise SittingIsOver
    turn = Turn.objects.get(pk=turn_id)
    if not turn.may_be_answered_to_all or turn.state == TurnState.LEFT:
        raise NotForAll
    if question != turn.question:
        raise AskedAnew
    if not words:
        raise WordsMissing
    if len(words) > LONGEST_ANSWER:
        raise WordsTooLong
    look([(TEXT, words)], Speaker(by=by, place=PLACE), now=now)

    answer = AnswerToAll.objects.filter(turn=turn).first() or AnswerToAll(turn=turn)
    answer.at = now
    answer.words = words
    answer.save()
    tell_people(held, _who_signed_up(held), now=now)
    return answer


def _who_signed_up(held: Sitting) -> list[Turn]:
    return list(held.turns.exclude(state=TurnState.LEFT).order_by("asked_at", "pk"))


def _end(turn: Turn, move: str, *, now: datetime) -> None:
    turn.state = TURN.after(turn.state, move, by=MENTOR)
    turn.ended_at = now
    turn.save(update_fields=["state", "ended_at"])


def _sitting_of(turn_id: int) -> int:
    """Raises NoSuchSitting."""
    found = Turn.objects.filter(pk=turn_id).values_list("sitting", flat=True).first()
    if found is None:
        raise NoSuchSitting
    return found
