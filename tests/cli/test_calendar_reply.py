"""`corridor calendar-reply`, as a mail server calls it."""

import io
import sys

import pytest

from corridor.cli.main import main
from corridor.mentoring.models import CalendarAnswer
from tests.mentoring.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.mentoring.meetings.arranging import *  # noqa: F403 - as above
from tests.mentoring.meetings.test_calendar_answers import MAIL, uid_for


@pytest.fixture
def piped(monkeypatch, capsys):
    """`piped(mail)`: its exit code, and what the command says of the mail, at the end."""

    def piped(mail):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mail.encode())))
        code = main(["calendar-reply"])
        told = capsys.readouterr()
        return code, (told.out + told.err).splitlines()[-1]

    return piped


def test_an_answer_is_noted_and_anything_else_is_refused_without_an_error(piped, agree, amara, now):
    agree()
    facts = {
        "sender": "somebody@elsewhere.example",
        "sequence": 1,
        "answer": "TENTATIVE",
        "at": now.strftime("%Y%m%dT%H%M%SZ"),
    }
    own = MAIL.format(uid=uid_for(amara), **facts)

    assert piped("Buy now") == (0, "This is no answer to an invitation.")
    assert piped(MAIL.format(uid="made-up@x", **facts))[1].startswith("No meeting")
    assert piped(own) == (0, "Noted.")
    assert piped(own)[1].startswith("It answers a meeting that was changed")
    assert CalendarAnswer.objects.get().side == "mentee"
