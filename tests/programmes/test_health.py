"""What the team of a programme learns of how a round goes: facts, and nobody's words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.conversations.actions import NewMessage, open_conversation, send_message
from corridor.conversations.queries import conversation
from corridor.mentoring import actions as mentoring
from corridor.mentoring.actions import meetings
from corridor.mentoring.models import AgreementVersion, Goal, Relationship
from corridor.people.actions import block
from corridor.people.choices import Kind
from corridor.programmes import queries
from corridor.programmes.actions.matches import accept_match
from corridor.programmes.states import MENTOR

SOON, LATER = timedelta(days=20), timedelta(days=46)


@pytest.fixture
def pair(match_of, dr_osei, now):
    """Amara and Dr Osei said yes to each other: monthly, for six months."""
    match = match_of("amara_nwosu")
    accept_match(match_id=match.pk, side=MENTOR, by=dr_osei, now=now)
    return Relationship.objects.get()


@pytest.fixture
def seen(pair, open_spring, prof_lindqvist, now):
    """`seen(LATER)`: the round, so long after the match."""

    def seen(after):
        open_spring.refresh_from_db()
        return queries.health(open_spring, viewer=prof_lindqvist, now=now + after)

    return seen


def silent(health):
    return [one.relationship.mentee.handle for one in health.silent]


def test_two_of_whom_nothing_is_heard_are_silent_after_a_rhythm_and_a_half(seen):
    assert silent(seen(SOON)) == []
    assert silent(seen(LATER)) == ["amara_nwosu"]


def _write(pair, now):
    opened = open_conversation(members=[pair.mentor], by=pair.mentee, now=now)
    read = conversation(opened.pk, viewer=pair.mentee, now=now)
    send_message(NewMessage(text="The ward is quiet."), opened=read, by=pair.mentee, now=now)


def _meet(pair, now):
    log = meetings.NewLog(was_held=True, minutes=30, topic="Fear of the boards")
    meetings.log_unplanned(
        log, relationship_id=pair.pk, starts_at=now - timedelta(hours=1), by=pair.mentee, now=now
    )


def _pause(pair, now):
    mentoring.pause_relationship(pair.pk, by=pair.mentee, now=now)


@pytest.mark.parametrize("sign", [_write, _meet, _pause])
def test_who_writes_meets_or_rests_is_not_silent(seen, pair, now, sign):
    sign(pair, now + SOON)

    assert silent(seen(LATER)) == []


def test_a_meeting_to_come_is_no_silence_and_no_sign_before_it_is(seen, pair, amara, dr_osei, now):
    at = now + LATER + timedelta(days=10)
    new = meetings.NewMeeting(times=[at], role=Kind.MENTORSHIP)
    made = meetings.propose_meeting(new, relationship_id=pair.pk, by=amara, now=now)
    agreed = now + timedelta(days=2)
    meetings.pick_time(made.pk, at, by=dr_osei, sequence=made.sequence, now=agreed)

    health = seen(LATER)

    assert silent(health) == []
    assert [one.last_sign for one in health.going] == [agreed]


def test_what_is_private_is_no_sign(seen, pair, now):
    goal = Goal(
        relationship=pair, by=pair.mentee, is_private=True, made_at=now, changed_at=now + SOON
    )
    goal.words = {"title": "Leave", "why": ""}
    goal.save()

    assert silent(seen(LATER)) == ["amara_nwosu"]


def test_whoever_keeps_away_from_the_viewer_is_counted_and_not_named(
    seen, amara, prof_lindqvist, now
):
    block(blocker=amara, blocked=prof_lindqvist, now=now)
    health = seen(LATER)

    assert (silent(health), health.unsigned) == ([], [])
    assert [numbers for _, numbers in health.relationships] == [[1]]


def test_an_agreement_counts_once_both_signed_it(seen, pair, now):
    version = AgreementVersion(relationship=pair, number=1, at=now, mentee_signed_at=now)
    version.terms = {}
    version.save()
    before = len(seen(SOON).unsigned)

    version.mentor_signed_at = now
    version.save()

    assert (before, len(seen(SOON).unsigned)) == (1, 0)


def test_loads_count_mentors_with_nobody_too(seen):
    loads = seen(SOON).loads

    assert next((who.handle, number) for who, number in loads.by_mentor) == ("kwame_osei", 1)
    assert sum(number for _, number in loads.by_mentor) == 1
    assert (loads.median, loads.most, loads.gini) == (0.5, 1, 0.5)
    assert loads.counts == [(0, 1), (1, 1)]


def test_meetings_are_counted_for_each_relationship(seen, pair, now):
    _meet(pair, now + SOON)

    assert seen(LATER).held == [(1, 1)]


def test_it_takes_as_many_questions_for_two_as_for_one(seen, open_spring, now):
    with CaptureQueriesContext(connection) as for_one:
        seen(LATER)
    other = queries.matches_open(open_spring)[0]
    accept_match(match_id=other.pk, side=MENTOR, by=other.mentor.profile, now=now)

    with CaptureQueriesContext(connection) as for_two:
        seen(LATER)

    assert len(for_one) == len(for_two) == 19
