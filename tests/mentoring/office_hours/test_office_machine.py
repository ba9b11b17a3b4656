"""Whatever people do in whatever order, no queue is fuller than it may be and nobody is caught."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from corridor.algorithms.state_machines import MoveImpossible
from corridor.mentoring.actions import office_hours
from corridor.mentoring.models import HAS_TURN, WAITS_FOR_TURN, Turn
from corridor.mentoring.office_states import MENTEE, MENTOR, OFFICE_HOURS, SITTING, TURN
from tests.thoroughly import tries

pytestmark = pytest.mark.django_db

REFUSALS = (
    MoveImpossible,
    office_hours.NoTurn,
    office_hours.NobodyWaits,
    office_hours.NoSuchSitting,
    office_hours.NotYourHours,
    office_hours.QueueIsClosed,
    office_hours.SignedUpAlready,
    office_hours.SittingIsOver,
)
DEEDS = some.sampled_from(
    ["sign_up", "withdraw", "again", "call", "came", "missed", "close", "open", "tend", "off"]
)


@given(steps=some.lists(some.tuples(DEEDS, some.integers(0, 3)), max_size=16))
@settings(max_examples=tries(15), deadline=None, suppress_health_check=[
    HealthCheck.function_scoped_fixture])  # fmt: skip
def test_a_queue_holds_its_number_and_whoever_waits_can_go(
    offer, osei, amara, sam, tomi, eilidh, now, steps
):
    people = [amara, sam, tomi, eilidh]
    with transaction.atomic():
        sitting = offer().sittings.get()
        for number, (deed, who) in enumerate(steps):
            at = sitting.starts_at + timedelta(minutes=number)
            act(deed, sitting, by=people[who], mentor=osei, at=at)

            sitting.refresh_from_db()
            turns = Turn.objects.filter(sitting=sitting)
            assert turns.filter(state__in=HAS_TURN).count() <= 2
            assert turns.filter(state="called").count() <= 1
            waiting = turns.filter(state="waiting").exists()
            full = turns.filter(state__in=HAS_TURN).count() == 2
            assert full or not waiting
            if not sitting.is_waiting:
                assert not turns.filter(state__in=WAITS_FOR_TURN).exists()
        if sitting.is_waiting:
            for turn in Turn.objects.filter(sitting=sitting, state__in=WAITS_FOR_TURN):
                office_hours.withdraw(sitting.pk, by=turn.profile, now=sitting.starts_at)
            assert not Turn.objects.filter(sitting=sitting, state__in=WAITS_FOR_TURN).exists()
        transaction.set_rollback(True)


def act(deed, sitting, *, by, mentor, at):
    called = Turn.objects.filter(sitting=sitting, state="called").first()
    number = called.pk if called else 0
    do = {
        "sign_up": lambda: office_hours.sign_up(
            sitting.pk, question="Why?", may_be_answered_to_all=False, by=by, now=at
        ),
        "withdraw": lambda: office_hours.withdraw(sitting.pk, by=by, now=at),
        "again": lambda: office_hours.take_again(sitting.pk, by=by, now=at),
        "call": lambda: office_hours.call_next(sitting.pk, by=mentor, now=at),
        "came": lambda: office_hours.end_turn(number, came=True, by=mentor, now=at),
        "missed": lambda: office_hours.end_turn(number, came=False, by=mentor, now=at),
        "close": lambda: office_hours.close_queue(sitting.pk, by=mentor),
        "open": lambda: office_hours.open_queue(sitting.pk, by=mentor, now=at),
        "tend": lambda: office_hours.tend_hours(now=at),
        "off": lambda: office_hours.cancel_sitting(sitting.pk, by=mentor, now=at),
    }
    try:
        with transaction.atomic():
            do[deed]()
    except REFUSALS:
        pass


@given(walk=some.lists(some.integers(0, 6), max_size=20))
def test_however_it_went_each_is_one_move_from_free(walk):
    for machine, who in ((OFFICE_HOURS, MENTOR), (SITTING, MENTOR), (TURN, MENTEE)):
        state = machine.start
        for step in walk:
            moves = [move for move in machine.moves if state in move.starts]
            if moves:
                state = moves[step % len(moves)].end
        ways_out = [move for move in machine.open_to(who, state=state) if move.leaves]
        assert state in machine.ends or ways_out
