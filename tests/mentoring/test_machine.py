"""Whatever two people do in whatever order, each can leave, and places are counted rightly."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from corridor.algorithms.state_machines import MoveImpossible
from corridor.mentoring import actions, queries
from corridor.mentoring.choices import Ending, State
from corridor.mentoring.models import OPEN, Relationship, RoleSpan
from corridor.mentoring.states import BOTH, RELATIONSHIP
from corridor.people.choices import Kind
from tests.thoroughly import tries

pytestmark = pytest.mark.django_db

REFUSALS = (
    MoveImpossible,
    actions.AlreadyTogether,
    actions.NoRoom,
    actions.NotOpen,
    actions.NotYourPause,
    actions.TooLateToTakeBack,
)
ACTING = some.sampled_from(["pause", "resume", "end", "take back", "begin", "coach"])
STEPS = some.lists(some.tuples(ACTING, some.booleans(), some.booleans()), max_size=10)
"""What is done, by the mentee or the mentor, with whom of two mentees."""


@given(steps=STEPS)
@settings(max_examples=tries(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_capacity_holds_and_both_can_leave(begin, osei, amara, mallory, now, steps):
    with transaction.atomic():
        for hours, (deed, by_mentee, is_first) in enumerate(steps):
            mentee = amara if is_first else mallory
            act(deed, mentee=mentee, by=mentee if by_mentee else osei, begin=begin, at=now, h=hours)

        assert Relationship.objects.filter(state__in=OPEN).count() <= 2
        assert queries.carried_in(osei, Kind.COACHING) <= 1
        assert not RoleSpan.objects.filter(relationship__state="ended", ended_at=None).exists()
        for one in Relationship.objects.filter(state__in=OPEN).order_by("pk"):
            assert {leaves(one, who, now) for who in (one.mentor, one.mentee)} == {State.ENDED}
        transaction.set_rollback(True)


def leaves(relationship, who, now):
    """The state after she ended it; nothing of that stays."""
    with transaction.atomic():
        ended = actions.end_relationship(
            relationship.pk, by=who, ending=Ending.STOPPED, now=now + timedelta(days=9)
        )
        transaction.set_rollback(True)
    return ended.state


def act(deed, *, mentee, by, begin, at, h):
    at += timedelta(hours=h)
    newest = Relationship.objects.filter(mentee=mentee).order_by("-pk").first()
    try:
        if deed == "begin":
            begin(mentee, at=at)
        elif deed == "coach":
            begin(mentee, role=Kind.COACHING, at=at)
        elif newest is None:
            return
        elif deed == "pause":
            actions.pause_relationship(newest.pk, by=by, now=at)
        elif deed == "resume":
            actions.resume_relationship(newest.pk, by=by, now=at)
        elif deed == "end":
            actions.end_relationship(newest.pk, by=by, ending=Ending.STOPPED, now=at)
        else:
            actions.take_back_end(newest.pk, by=by, now=at)
    except REFUSALS:
        pass


@given(walk=some.lists(some.integers(0, 3), max_size=20), who=some.sampled_from(BOTH))
def test_however_it_went_each_of_the_two_is_one_move_from_free(walk, who):
    state = RELATIONSHIP.start
    for step in walk:
        moves = [move for move in RELATIONSHIP.moves if state in move.starts]
        state = moves[step % len(moves)].end

    ways_out = [move for move in RELATIONSHIP.open_to(who, state=state) if move.leaves]
    assert state in RELATIONSHIP.ends or ways_out
