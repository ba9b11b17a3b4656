"""Whatever people do in whatever order, places are counted rightly and everybody can leave."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from corridor.algorithms.state_machines import MoveImpossible
from corridor.mentoring import actions, queries
from corridor.mentoring.actions import circles
from corridor.mentoring.circle_choices import SeatState
from corridor.mentoring.circle_states import CIRCLE, LEADER, MEMBER, SEAT
from corridor.mentoring.models import Circle, Seat
from corridor.people.choices import Kind
from tests.thoroughly import tries

pytestmark = pytest.mark.django_db

REFUSALS = (
    MoveImpossible,
    actions.NoRoom,
    actions.AlreadyTogether,
    circles.AskedAlready,
    circles.CircleIsClosed,
    circles.NotInvited,
    circles.NotYourCircle,
)
DEEDS = some.sampled_from(["yes", "no", "leave", "ask", "pause", "resume", "close", "tend", "pair"])
STEPS = some.lists(some.tuples(DEEDS, some.integers(0, 4)), max_size=10)


@given(steps=STEPS)
@settings(max_examples=tries(12), deadline=None, suppress_health_check=[
    HealthCheck.function_scoped_fixture])  # fmt: skip
def test_places_hold_and_everybody_can_leave(
    form, begin, osei, amara, sam, tomi, eilidh, now, steps
):
    people = [osei, amara, sam, tomi, eilidh]
    with transaction.atomic():
        formed = [form(), form(members=(amara, sam))]
        for hours, (deed, who) in enumerate(steps):
            at = now + timedelta(hours=hours)
            for one in formed:
                act(deed, one, by=people[who], begin=begin, at=at)

        assert queries.carried_in(osei, Kind.MENTORSHIP) <= 2
        for one in Circle.objects.order_by("pk"):
            taken = one.seats.filter(leads=False, state__in=("in", "invited")).count()
            assert taken <= one.places
            if one.is_open:
                assert all(can_leave(one, seat, now) for seat in one.seats.filter(state="in"))
        transaction.set_rollback(True)


def act(deed, circle, *, by, begin, at):
    do = {
        "yes": lambda: circles.accept_seat(circle.pk, version=1, by=by, now=at),
        "no": lambda: circles.decline_seat(circle.pk, by=by, now=at),
        "leave": lambda: circles.leave_circle(circle.pk, by=by, now=at),
        "ask": lambda: circles.ask_for_seat(circle.pk, by=by, now=at),
        "pause": lambda: circles.pause_circle(circle.pk, by=by, now=at),
        "resume": lambda: circles.resume_circle(circle.pk, by=by, now=at),
        "close": lambda: circles.close_circle(circle.pk, by=by, now=at),
        "tend": lambda: circles.tend_circles(now=at),
        "pair": lambda: begin(by, at=at),
    }
    try:
        with transaction.atomic():
            do[deed]()
    except (*REFUSALS, actions.WithHerself):
        pass


def can_leave(circle, seat, now):
    with transaction.atomic():
        circles.leave_circle(circle.pk, by=seat.profile, now=now + timedelta(days=5))
        left = Seat.objects.get(pk=seat.pk).state == SeatState.LEFT
        transaction.set_rollback(True)
    return left


@given(walk=some.lists(some.integers(0, 5), max_size=20))
def test_however_it_went_each_is_one_move_from_free(walk):
    for machine, who in ((CIRCLE, LEADER), (SEAT, MEMBER)):
        state = machine.start
        for step in walk:
            moves = [move for move in machine.moves if state in move.starts]
            if moves:
                state = moves[step % len(moves)].end
        ways_out = [move for move in machine.open_to(who, state=state) if move.leaves]
        assert state in machine.ends or ways_out
