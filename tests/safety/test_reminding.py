"""Second readers are reminded of what waits for them, and authors of a change: when, and what stops
it.
"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail

from corridor.algorithms.reminders.table import Kind, Stop
from corridor.people.actions import block
from corridor.reminders.actions import send_due
from corridor.safety import actions
from corridor.safety.reminding import posts_to_change, posts_to_read
from tests.safety.reading import CLEAN, answers, asks, rosa

__all__ = ["answers", "asks", "rosa"]

FINDERS = {Kind.READ_POST: posts_to_read, Kind.CHANGE_POST: posts_to_change}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def let_pass(reading, at, s):
    s["answers"](actions.let_pass, reading, at=at)


def taken_back(reading, at, s):
    actions.withdraw_reading(reading=reading, by=s["amara"], now=at)


def sent_again(reading, at, s):
    s["asks"](CLEAN, reading=reading, at=at)


SHOWN = {
    (Kind.READ_POST, Stop.DONE): let_pass,
    (Kind.READ_POST, Stop.GONE): taken_back,
    (Kind.CHANGE_POST, Stop.DONE): sent_again,
    (Kind.CHANGE_POST, Stop.GONE): taken_back,
}


@pytest.fixture
def change_asked(asks, answers):
    def ask():
        reading = asks()
        answers(actions.ask_for_change, reading, "Leave out the number")
        mail.outbox.clear()
        return reading

    return ask


def test_readers_hear_once_more_after_half_a_day(asks, rosa, now):
    reading = asks()
    mail.outbox.clear()

    assert list(posts_to_read(now=now + 12 * HOUR - timedelta(minutes=1))) == []
    assert [one.to for one in posts_to_read(now=now + 12 * HOUR)] == [rosa.pk]
    for hours in (24, 25, 48, 60):
        send_due(now=now + hours * HOUR)

    [sent] = mail.outbox
    assert sent.to == ["rosa@example.org"]
    assert sent.subject == "A post still waits for a second reader"
    assert "12345678" not in sent.body
    assert "Not about this again" in sent.body
    assert reading.author.handle not in sent.body


def test_whoever_is_asked_for_a_change_hears_once_more_after_a_week(change_asked, amara, now):
    change_asked()

    assert list(posts_to_change(now=now + 7 * DAY - timedelta(minutes=1))) == []
    assert [one.to for one in posts_to_change(now=now + 7 * DAY)] == [amara.pk]
    for days in (8, 9, 13):
        send_due(now=now + days * DAY)

    [sent] = mail.outbox
    assert sent.subject == "A second reader asks for a change"
    assert "Leave out" not in sent.body


def test_however_many_posts_wait_none_is_forgotten(asks, now):
    first = asks()
    for place in range(100):
        first.pk, first.place = None, UUID(int=place)
        first.save()

    assert len({one.about for one in posts_to_read(now=now + 12 * HOUR)}) == 101


def test_sent_again_it_waits_anew(change_asked, asks, rosa, now):
    reading = change_asked()
    asks(CLEAN, reading=reading, at=now + 8 * DAY)

    assert [one.to for one in posts_to_read(now=now + 8 * DAY + 12 * HOUR)] == [rosa.pk]


def test_nobody_is_reminded_of_what_she_may_not_read(asks, amara, rosa, now):
    asks()
    block(blocker=amara, blocked=rosa, now=now)

    assert list(posts_to_read(now=now + 24 * HOUR)) == []


@pytest.mark.parametrize(("kind", "stop"), SHOWN, ids=str)
def test_nobody_is_reminded_of_a_reading_that_needs_nothing(
    kind, stop, asks, change_asked, answers, amara, now
):
    is_change = kind == Kind.CHANGE_POST
    reading, at = (change_asked() if is_change else asks()), now + 8 * DAY
    at = at if is_change else now + 13 * HOUR
    assert list(FINDERS[kind](now=at))

    SHOWN[kind, stop](reading, at, {"answers": answers, "asks": asks, "amara": amara})

    assert list(FINDERS[kind](now=at + timedelta(minutes=1))) == []
