"""An application that was begun and not sent: called to mind once, before the round closes."""

from datetime import timedelta

import pytest

from corridor.algorithms.reminders.table import Kind, Stop
from corridor.programmes.actions import applying
from corridor.programmes.reminding import applications_to_send
from corridor.programmes.states import CLOCK


@pytest.fixture
def at(now):
    """Three days before it closes, on 30 April."""
    return now.replace(month=4, day=27)


def sent(application, filled, at):
    applying.send_application(
        application=application, filled=filled(), by=application.profile, now=at
    )


def withdrawn(application, _filled, at):
    applying.withdraw_application(application=application, by=application.profile, now=at)


def closed(application, _filled, at):
    del at
    application.round.move("close", by=CLOCK)


SHOWN = {
    (Kind.SEND_APPLICATION, Stop.DONE): sent,
    (Kind.SEND_APPLICATION, Stop.REFUSED): withdrawn,
    (Kind.SEND_APPLICATION, Stop.GONE): closed,
}


def test_it_is_due_three_days_before_the_round_closes(begin, amara, at):
    begin(amara)

    early, late = applications_to_send(now=at - timedelta(days=1)), applications_to_send(now=at)

    assert list(early) == []
    [due] = late
    assert due.to == amara.pk
    assert "is not sent yet" in due.letter().subject


def test_whoever_began_it_yesterday_is_not_reminded(begin, amara, at):
    application = begin(amara)
    application.applied_at = at - timedelta(days=1)
    application.save()

    assert list(applications_to_send(now=at)) == []


@pytest.mark.parametrize("stop", SHOWN, ids=str)
def test_every_stop_of_the_table_stops_it(stop, begin, filled, amara, at):
    application = begin(amara)
    assert list(applications_to_send(now=at))

    SHOWN[stop](application, filled, at)

    assert list(applications_to_send(now=at)) == []
