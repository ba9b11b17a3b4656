"""Amara in London and Dr Osei arrange meetings: for tests of actions and of pages."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from corridor.mentoring.actions import meetings
from corridor.mentoring.actions.meetings import NewMeeting
from corridor.people.choices import Kind

TUESDAY = datetime(2026, 3, 24, 18, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 3, 26, 18, 0, tzinfo=UTC)


@pytest.fixture
def propose(together, amara, now):
    """`propose(by=osei, times=(TUESDAY,))`: one of the two suggests times; Amara, if not said."""

    def propose(*, by=amara, times=(TUESDAY, THURSDAY), at=now, relationship=together, **details):
        new = NewMeeting(times=times, role=Kind.MENTORSHIP, **details)
        return meetings.propose_meeting(new, relationship_id=relationship.pk, by=by, now=at)

    return propose


@pytest.fixture
def agree(propose, osei, now):
    """`agree(starts_at=THURSDAY)`: Amara suggested it, and Dr Osei picked it."""

    def agree(*, starts_at=TUESDAY, at=now, **details):
        meeting = propose(times=(starts_at,), at=at, **details)
        return meetings.pick_time(meeting.pk, starts_at, by=osei, sequence=meeting.sequence, now=at)

    return agree


@pytest.fixture
def held(agree, amara):
    """They met on Tuesday, and Amara wrote the log."""
    meeting = agree()
    log = meetings.NewLog(was_held=True, minutes=35, topic="First paper", next_step="Send outline")
    return meetings.log_meeting(meeting.pk, log, by=amara, now=TUESDAY + timedelta(hours=1))


def mails_to(profile):
    return [one for one in mail.outbox if one.to == [profile.account.email]]


def calendar_in(one):
    """The calendar part of a mail: its method and content."""
    for content, kind in one.alternatives:
        if kind.startswith("text/calendar"):
            return re.search(r"method=(\w+)", kind)[1], content
    return None
