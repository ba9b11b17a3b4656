"""Answers of calendar programs, honest and hostile."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.calendar_files.reading import Answer, NotAnAnswer, read_answer

REPLY = """BEGIN:VCALENDAR
PRODID:-//Example Corp//Calendar//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:abc@corridor.example
SEQUENCE:2
DTSTAMP:20261130T120000Z
ORGANIZER:mailto:somebody@elsewhere.example
ATTENDEE;PARTSTAT=DECLINED;CN=Mallory:mailto:mallory@example.org
END:VEVENT
END:VCALENDAR
"""


def read(text):
    return read_answer(text.replace("\n", "\r\n").encode())


def test_an_answer_is_known_by_its_uid_alone():
    answered = read(REPLY)

    assert (answered.uid, answered.sequence) == ("abc@corridor.example", 2)
    assert answered.answer == Answer.DECLINED
    assert answered.at == datetime(2026, 11, 30, 12, tzinfo=UTC)
    assert not hasattr(answered, "attendee")
    assert not hasattr(answered, "organizer")


EVENT = REPLY[REPLY.index("BEGIN:VEVENT") : REPLY.index("END:VCALENDAR")]
ATTENDEE = "ATTENDEE;PARTSTAT=DECLINED;CN=Mallory:mailto:mallory@example.org\n"


@pytest.mark.parametrize(
    ("what", "text"),
    {
        "nothing": "",
        "no calendar": "hello",
        "another method": REPLY.replace("REPLY", "REQUEST"),
        "no method": REPLY.replace("METHOD:REPLY\n", ""),
        "two meetings": REPLY.replace(EVENT, EVENT + EVENT),
        "no meeting": REPLY.replace(EVENT, ""),
        "two people": REPLY.replace(ATTENDEE, ATTENDEE + ATTENDEE),
        "nobody": REPLY.replace(ATTENDEE, ""),
        "no answer": REPLY.replace("PARTSTAT=DECLINED;", ""),
        "another answer": REPLY.replace("DECLINED", "DELEGATED"),
        "no uid": REPLY.replace("UID:abc@corridor.example\n", ""),
        "a long uid": REPLY.replace("abc@", "a" * 300 + "@"),
        "no moment": REPLY.replace("DTSTAMP:20261130T120000Z\n", ""),
        "a day in place of a moment": REPLY.replace("20261130T120000Z", "20261130"),
        "words in place of a number": REPLY.replace("SEQUENCE:2", "SEQUENCE:two"),
        "nested": "BEGIN:VEVENT\n" * 5000,
        "deep": REPLY.replace("END:VEVENT", "BEGIN:VALARM\nBEGIN:X\nEND:X\nEND:VALARM\nEND:VEVENT"),
        "large": REPLY + "X-A:" + "a" * 70_000,
        "cut": REPLY[:150],
        "unbalanced": REPLY + "END:VCALENDAR\n",
    }.items(),
)
def test_anything_else_is_no_answer(what, text):
    with pytest.raises(NotAnAnswer):
        read(text)


@given(st.binary(max_size=300))
def test_bytes_are_refused_without_a_crash(content):
    with pytest.raises(NotAnAnswer):
        read_answer(content)


@given(st.data())
def test_a_mangled_answer_is_read_or_refused_and_nothing_else(data):
    lines = REPLY.splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    mangled = data.draw(st.text(max_size=60))
    lines[number] = data.draw(
        st.sampled_from([mangled, lines[number] + mangled, mangled + lines[number]])
    )
    with suppress(NotAnAnswer):
        read("\n".join(lines))
