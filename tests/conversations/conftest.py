"""Amara and Dr Osei know each other; Mallory knows nobody."""

from datetime import timedelta

import pytest

from corridor.conversations import actions, queries
from corridor.conversations.actions import NewMessage


@pytest.fixture(autouse=True)
def _they_are_no_strangers(amara, dr_osei, prof_lindqvist, know_each_other):
    know_each_other(amara, dr_osei, prof_lindqvist)


@pytest.fixture
def opened(now):
    """As somebody has it at that moment."""

    def open_(conversation, viewer, at=now):
        return queries.conversation(conversation.pk, viewer=viewer, now=at)

    return open_


@pytest.fixture
def begin(now):
    def begin_(by, *members, about=""):
        return actions.open_conversation(members=members, about=about, by=by, now=now)

    return begin_


@pytest.fixture
def say(now, opened):
    def say_(conversation, by, text, *, minutes=0, **more):
        at = now + timedelta(minutes=minutes)
        new = NewMessage(text=text, **more)
        return actions.send_message(new, opened=opened(conversation, by), by=by, now=at)

    return say_


@pytest.fixture
def read(now, opened):
    """The words that somebody finds in a conversation, oldest first."""

    def read_(conversation, viewer):
        stretch = queries.messages(opened(conversation, viewer), now=now, limit=50)
        return [one.words for one in stretch.said]

    return read_
