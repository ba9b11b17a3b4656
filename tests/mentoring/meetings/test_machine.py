"""Whatever the two do in whatever order, each can leave, and nobody is in two meetings at once."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from corridor.mentoring.actions import meetings
from corridor.mentoring.actions.meetings import NewLog
from corridor.mentoring.meeting_states import BOTH, MEETING
from corridor.mentoring.models import WAITING, Meeting, MeetingTime
from corridor.people.letters import told_to_nobody
from tests.mentoring.meetings.arranging import TUESDAY
from tests.thoroughly import tries

pytestmark = pytest.mark.django_db
REFUSALS = (
    meetings.AlreadyAnswered,
    meetings.AlreadyBegan,
    meetings.NotSuggested,
    meetings.NotYetBegun,
    meetings.NotYoursToPick,
    meetings.TakenMeanwhile,
    meetings.TimeHasPassed,
    meetings.TimeOutOfReach,
    meetings.TooManyWait,
)
DEEDS = ["propose", "pick", "offer", "call off", "hold", "miss", "lapse", "wait"]
STEPS = some.lists(
    some.tuples(some.sampled_from(DEEDS), some.booleans(), some.integers(0, 3)), max_size=12
)
HOUR = timedelta(hours=1)


def test_both_have_a_way_out_of_each_state_that_is_no_end():
    for state in WAITING:
        for who in BOTH:
            assert any(move.leaves for move in MEETING.open_to(who, state=state))


@given(steps=STEPS)
@settings(max_examples=tries(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_states_times_and_sequences_hold_together(propose, amara, osei, now, steps):
    with transaction.atomic(), told_to_nobody():
        clock, sequences = now, {}
        for deed, is_hers, which in steps:
            clock += 18 * HOUR if deed == "wait" else HOUR / 4
            act(deed, by=amara if is_hers else osei, which=which, clock=clock, propose=propose)
            for one in Meeting.objects.all():
                assert one.sequence >= sequences.get(one.pk, 0)
                sequences[one.pk] = one.sequence
                assert one.times.exists() == (one.state == "proposed")
        agreed = list(Meeting.objects.filter(state="agreed").order_by("starts_at"))
        for one, following in pairwise(agreed):
            assert one.ends_at <= following.starts_at
        for one in Meeting.objects.filter(state__in=WAITING):
            leave(one, amara, clock)
        assert not MeetingTime.objects.exists()
        transaction.set_rollback(True)


def leave(meeting, by, clock):
    if meeting.starts_at and meeting.starts_at <= clock:
        meetings.log_meeting(meeting.pk, NewLog(was_held=False), by=by, now=clock)
    else:
        meetings.call_off(meeting.pk, by=by, now=clock)


def act(deed, *, by, which, clock, propose):
    newest = Meeting.objects.order_by("-pk").first()
    time = max(TUESDAY, clock) + which * HOUR / 4
    try:
        if deed == "propose":
            propose(by=by, times=(time, time + HOUR), at=clock)
        elif deed == "lapse":
            meetings.lapse_proposals(now=clock)
        elif newest is None or deed == "wait":
            return
        elif deed == "pick":
            suggested = newest.times.order_by("starts_at").values_list("starts_at", flat=True)
            starts_at = suggested[which % 2] if len(suggested) > 1 else time
            meetings.pick_time(newest.pk, starts_at, by=by, sequence=newest.sequence, now=clock)
        elif deed == "offer":
            meetings.offer_times(
                newest.pk,
                [time + HOUR, time + 2 * HOUR],
                by=by,
                sequence=newest.sequence,
                now=clock,
            )
        elif deed == "call off":
            meetings.call_off(newest.pk, by=by, now=clock)
        else:
            meetings.log_meeting(newest.pk, NewLog(was_held=deed == "hold"), by=by, now=clock)
    except REFUSALS:
        return
