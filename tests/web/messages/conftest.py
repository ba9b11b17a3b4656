"""Amara and Dr Osei know each other and have begun to talk; Mallory asks to write."""

from datetime import timedelta

import html5lib
import pytest
from django.utils import timezone

from corridor.conversations import actions, queries
from corridor.conversations.actions import NewMessage


@pytest.fixture(autouse=True)
def _they_are_no_strangers(amara, dr_osei, prof_lindqvist, know_each_other):
    know_each_other(amara, dr_osei, prof_lindqvist)


@pytest.fixture
def writes(db):
    """Somebody writes to others, in theirs or a new one; its number."""

    def write(by, *to, text="Hello.", about="", minutes=5):
        at = timezone.now() - timedelta(minutes=minutes)
        talk = actions.open_conversation(members=to, about=about, by=by, now=at)
        opened = queries.conversation(talk.pk, viewer=by, now=at)
        actions.send_message(NewMessage(text=text), opened=opened, by=by, now=at)
        return talk.pk

    return write


@pytest.fixture
def talk(writes, amara, dr_osei):
    return writes(amara, dr_osei, text="May I ask about the ECG course?", minutes=30)


@pytest.fixture
def group(writes, amara, dr_osei, prof_lindqvist):
    return writes(amara, dr_osei, prof_lindqvist, text="Who draws figure 2?", about="The poster")


@pytest.fixture
def read():
    def read_(client, path, status=200):
        answer = client.get(path)
        assert answer.status_code == status
        html5lib.HTMLParser(strict=True).parse(answer.text)
        return answer.text

    return read_
