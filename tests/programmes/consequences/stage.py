"""Amara and Dr Osei, whom a programme matched that counts what falls through."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.mentoring.actions import meetings
from corridor.mentoring.actions.meetings import NewLog, NewMeeting
from corridor.people.choices import Kind
from corridor.programmes.actions import consequences, matches, setting_up
from corridor.programmes.models import Consequence

RULES = {"counts_absences": True, "counts_late_hours": 24, "counts_silence": True}
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def change(programme, prof_lindqvist, now):
    """`change(counts_absences=False)`: by the director."""

    def change(at=now, **changes):
        return setting_up.change_set_up(programme, changes, by=prof_lindqvist, now=at)

    return change


@pytest.fixture
def pair(change, match_of, dr_osei, now):
    change(**RULES)
    match = match_of("amara_nwosu")
    matches.accept_match(match_id=match.pk, side="mentor", by=dr_osei, now=now)
    match.refresh_from_db()
    mail.outbox.clear()
    return match.relationship


@pytest.fixture
def arrange(pair, amara, dr_osei):
    """`arrange(at)`: a meeting that both agreed on two days before."""

    def arrange(at):
        new = NewMeeting(times=(at,), role=Kind.MENTORSHIP)
        before = at - 2 * DAY
        meeting = meetings.propose_meeting(new, relationship_id=pair.pk, by=amara, now=before)
        return meetings.pick_time(meeting.pk, at, by=dr_osei, sequence=meeting.sequence, now=before)

    return arrange


@pytest.fixture
def late(arrange, amara):
    """`late(at)`: Amara calls one off an hour before."""

    def late(at, by=amara):
        meeting = arrange(at + HOUR)
        return meetings.call_off(meeting.pk, by=by, now=at)

    return late


@pytest.fixture
def absent(arrange, dr_osei):
    """`absent(at)`: Dr Osei says at that time that Amara did not come."""

    def absent(at, by=dr_osei):
        meeting = arrange(at - HOUR)
        log = NewLog(was_held=False, other_absent=True)
        return meetings.log_meeting(meeting.pk, log, by=by, now=at)

    return absent


@pytest.fixture
def resting_amara(late, now):
    """She called four meetings off late, on four days; when her break began."""
    for day in (5, 10, 15, 20):
        late(now + day * DAY)
    mail.outbox.clear()
    return now + 20 * DAY


def step_of(profile):
    found = Consequence.objects.filter(profile=profile).first()
    return found.step if found else None


def tend(at):
    consequences.tend_consequences(now=at)


def subjects(profile):
    return [one.subject for one in mail.outbox if one.to == [profile.account.email]]
