"""A badge that runs out: told once, a month before, while there is time to renew it."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.algorithms.reminders.table import Kind, Stop
from corridor.reminders.actions import send_due
from corridor.reminders.badges import badges_that_run_out


def withdrawn(badge):
    badge.withdrawn_at = badge.granted_at
    badge.save()


SHOWN = {(Kind.RENEW_BADGE, Stop.GONE): withdrawn}


def test_a_month_before_it_runs_out_she_is_told_once(amara, verify, now):
    verify(amara)  # until 335 days from now
    due = now + timedelta(days=305)

    assert send_due(now=due - timedelta(minutes=1)) == 0
    assert send_due(now=due) == 1
    assert send_due(now=due + timedelta(days=1)) == 0

    [sent] = mail.outbox
    assert sent.to == ["amara_nwosu@example.org"]
    assert sent.subject == "A badge of yours runs out on 18 February 2027"
    assert "Mailbox at severnside.ac.uk" in sent.body
    assert "18 February 2027" in sent.alternatives[0].content


@pytest.mark.parametrize("stop", SHOWN, ids=str)
def test_nobody_is_reminded_of_a_badge_that_ended(stop, amara, verify, now):
    badge = verify(amara)
    at = now + timedelta(days=310)
    assert list(badges_that_run_out(now=at))

    SHOWN[stop](badge)

    assert list(badges_that_run_out(now=at)) == []
