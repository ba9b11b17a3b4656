"""A message that lies unread for five days is called to mind once."""

from datetime import timedelta

import pytest

from corridor.algorithms.reminders.table import Kind, Stop
from corridor.conversations import actions
from corridor.notifications.actions import choose_mail
from corridor.notifications.reminding import messages_to_read
from corridor.people.actions import block

DAY = timedelta(days=1)
LATER = timedelta(days=5, minutes=1)


def read(opened):
    actions.read_conversation(opened)


def muted(opened):
    actions.mute_conversation(opened, is_muted=True)


SHOWN = {(Kind.READ_MESSAGE, Stop.DONE): read, (Kind.READ_MESSAGE, Stop.GONE): muted}


@pytest.fixture
def asked(begin, say, amara, dr_osei):
    conversation = begin(amara, dr_osei)
    say(conversation, amara, "Which journal would you choose?")
    return conversation


def test_after_five_days_whoever_did_not_read_it_is_reminded(asked, dr_osei, now):
    assert list(messages_to_read(now=now + 4 * DAY)) == []

    [due] = messages_to_read(now=now + LATER)

    assert due.to == dr_osei.pk
    letter = due.letter()
    assert letter.subject == "Amara Nwosu wrote to you some days ago"
    assert "journal" not in " ".join(map(str, letter.paragraphs))


@pytest.mark.parametrize("stop", SHOWN, ids=str)
def test_every_stop_of_the_table_stops_it(stop, asked, opened, dr_osei, now):
    assert list(messages_to_read(now=now + LATER))

    SHOWN[stop](opened(asked, dr_osei))

    assert list(messages_to_read(now=now + LATER)) == []


def test_no_mail_about_messages_is_no_reminder_of_them_either(asked, dr_osei, now):
    choose_mail((), by=dr_osei.pk)

    assert list(messages_to_read(now=now + LATER)) == []


def test_nobody_is_reminded_of_whom_she_keeps_away_from(asked, dr_osei, amara, now):
    block(blocker=dr_osei, blocked=amara, now=now)

    assert list(messages_to_read(now=now + LATER)) == []


def test_what_lay_unread_before_does_not_crowd_out_what_came_later(
    asked, begin, say, amara, dr_osei, prof_lindqvist, now, monkeypatch
):
    later = begin(amara, prof_lindqvist)
    say(later, amara, "May I ask you something?", minutes=1)
    monkeypatch.setattr("corridor.conversations.queries.mails.AT_ONCE", 1)

    [due] = messages_to_read(now=now + LATER + timedelta(minutes=1))

    assert due.to == prof_lindqvist.pk
