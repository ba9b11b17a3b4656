"""A place in the queue of a sitting: taken with a question, given up, taken again."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring import office_letters as letters
from corridor.mentoring.actions.office_hours.hold_sitting import (
    NoSuchSitting,
    hold_sitting,
    hold_waiting,
)
from corridor.mentoring.actions.office_hours.move_sitting import end_by_clock
from corridor.mentoring.actions.office_hours.move_up import move_up
from corridor.mentoring.events import QueueChanged
from corridor.mentoring.models import (
    OPEN_SITTING,
    WAITS_FOR_TURN,
    AnswerToAll,
    OfficeHours,
    Sitting,
    Turn,
)
from corridor.mentoring.office_choices import SittingState, TurnState
from corridor.mentoring.office_rules import hours_for, is_among_them
from corridor.mentoring.office_states import MENTEE, TURN
from corridor.people import actions as people
from corridor.posts.actions.look_for_patients import TEXT, Speaker, look

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_QUESTION = 300
MOST_OPEN_TURNS = 3
MOST_ON_LIST = 20
PLACE = "message"


class QueueIsClosed(Exception):
    """The mentor takes nobody else this time, or it has ended."""


class SignedUpAlready(Exception):
    """She is in the queue, on its list, or had her turn."""


class TooManyTurns(Exception):
    """Three turns of hers wait, in all office hours together."""


class ListIsFull(Exception):
    """Twenty wait for a place: nobody else would come to it."""


class QuestionMissing(Exception):
    """A line says what it is about."""


class QuestionTooLong(Exception):
    """Longer than a few lines."""


class NoTurn(Exception):
    """She has none there to give up or to take again."""


@transaction.atomic
def sign_up(
    sitting_id: int,
    *,
    question: str,
    may_be_answered_to_all: bool,
    by: "Profile",
    now: datetime,
) -> Turn:
    """In the queue at once where a place is free, else on its list.

    Raises NoSuchSitting, SittingIsOver, QueueIsClosed, QuestionMissing, QuestionTooLong,
    SignedUpAlready, TooManyTurns, ListIsFull or MayIdentifyPatient.
    """
    question = " ".join(question.split())
    held = hold_waiting(sitting_id)
    if not hours_for(by, now=now).filter(pk=held.hours_id).exists():
        raise NoSuchSitting
    if held.state != SittingState.OPEN or held.ends_at <= now:
        raise QueueIsClosed
    _check_words(question)
    turn = held.turns.filter(profile=by).first()
    if turn is not None and not turn.may_come_back:
        raise SignedUpAlready
    _count(held, by)
    look([(TEXT, question)], Speaker(by=by, place=PLACE), now=now)

    if turn is None:
        turn = Turn(sitting=held, profile=by)
    else:
        turn.state = TURN.after(turn.state, "come_back", by=MENTEE)
        if question != turn.question or not may_be_answered_to_all:
            _take_answer_back(turn)
    turn.asked_at, turn.ended_at = now, None
    turn.may_be_answered_to_all = may_be_answered_to_all
    turn.question = question
    turn.save()
    _come_in(turn, held, now=now)
    return turn


@transaction.atomic
def withdraw(sitting_id: int, *, by: "Profile", now: datetime) -> None:
    """Whoever waits longest has her place. Raises NoSuchSitting, SittingIsOver or NoTurn."""
    held = hold_waiting(sitting_id)
    turn = held.turns.select_related("profile__account").filter(profile=by).first()
    if turn is None or turn.state not in WAITS_FOR_TURN:
        raise NoTurn
    was_queued = turn.state != TurnState.WAITING
    turn.state = TURN.after(turn.state, "withdraw", by=MENTEE)
    turn.sequence += 1
    turn.ended_at = now
    turn.save(update_fields=["state", "sequence", "ended_at"])
    if was_queued:
        turn.sitting = held
        letters.tell_withdrawn(turn, now=now)
        move_up(held, now=now)


@transaction.atomic
def take_again(sitting_id: int, *, by: "Profile", now: datetime) -> Turn:
    """She withdrew by mistake: before everybody who signed up after her, if a place is free.

    Raises NoSuchSitting, SittingIsOver, NoTurn or TooManyTurns.
    """
    held = hold_waiting(sitting_id)
    turn = held.turns.filter(profile=by, state=TurnState.LEFT).first()
    if turn is None:
        raise NoTurn
    if not hours_for(by, now=now).filter(pk=held.hours_id).exists():
        raise NoSuchSitting
    _count(held, by)
    turn.state = TURN.after(turn.state, "come_back", by=MENTEE)
    turn.ended_at = None
    turn.save(update_fields=["state", "ended_at"])
    _come_in(turn, held, now=now)
    return turn


def end_turns_between(one_id: int, other_id: int, *, now: datetime) -> None:
    """They do not want to meet any more: neither waits for the other."""
    for mentor, profile in ((one_id, other_id), (other_id, one_id)):
        open_turns = Turn.objects.filter(
            sitting__hours__mentor=mentor, profile=profile, state__in=WAITS_FOR_TURN
        )
        for sitting_id in open_turns.order_by("sitting").values_list("sitting", flat=True):
            give_up(sitting_id, profile, now=now)


def give_up(sitting_id: int, profile_id: int, *, now: datetime) -> None:
    """Without a word to anybody but whoever moves up."""
    held = hold_sitting(sitting_id)
    for turn in held.turns.filter(profile=profile_id, state__in=WAITS_FOR_TURN):
        end_by_clock(turn, now=now)
    if held.is_waiting:
        move_up(held, now=now)


def give_up_turns_of_others(hours: OfficeHours, *, now: datetime) -> None:
    """Of whoever waits and is in the circle or the programme no longer. Call with them held."""
    rows = Turn.objects.filter(sitting__hours=hours, state__in=WAITS_FOR_TURN)
    waiting = rows.exclude(state=TurnState.CALLED).select_related("profile")
    for turn in waiting.order_by("sitting", "pk"):
        if not is_among_them(turn.profile, hours):
            give_up(turn.sitting_id, turn.profile_id, now=now)
            turn.refresh_from_db()
            letters.tell_not_for_her(turn, now=now)


def _check_words(question: str) -> None:
    if not question:
        raise QuestionMissing
    if len(question) > LONGEST_QUESTION:
        raise QuestionTooLong


def _take_answer_back(turn: Turn) -> None:
    """She asks something else by now, or lets nobody else read it any longer."""
    AnswerToAll.objects.filter(turn=turn).delete()


def _count(held: Sitting, by: "Profile") -> None:
    people.hold_profile(by)
    others = Turn.objects.filter(
        profile=by, state__in=WAITS_FOR_TURN, sitting__state__in=OPEN_SITTING
    )
    if others.count() >= MOST_OPEN_TURNS:
        raise TooManyTurns
    if held.turns.filter(state=TurnState.WAITING).count() >= MOST_ON_LIST:
        raise ListIsFull


def _come_in(turn: Turn, held: Sitting, *, now: datetime) -> None:
    move_up(held, now=now)
    turn.refresh_from_db()
    to = (held.hours.mentor_id,)
    events.publish(QueueChanged(sitting_id=held.pk, by_id=turn.profile_id, to_ids=to, at=now))
