"""What calendar programs send back, and what others forge."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from corridor.mentoring.actions import meetings
from corridor.mentoring.models import CalendarAnswer, Meeting
from tests.mentoring.meetings.arranging import calendar_in, mails_to

MAIL = """From: {sender}
To: meetings@corridor.example
Subject: Declined
MIME-Version: 1.0
Content-Type: text/calendar; method=REPLY; charset=utf-8

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
METHOD:REPLY
BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:{at}
ORGANIZER:mailto:{sender}
ATTENDEE;PARTSTAT={answer}:mailto:{sender}
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def answer(now):
    """`answer(uid, answer="ACCEPTED")`: a mail comes in, whose sender is not to be trusted."""

    def answer(uid, *, sequence=1, answer="DECLINED", minutes=5, sender="kwame@hospital.example"):
        at = (now + timedelta(minutes=minutes)).strftime("%Y%m%dT%H%M%SZ")
        text = MAIL.format(uid=uid, sequence=sequence, answer=answer, at=at, sender=sender)
        meetings.record_calendar_mail(text.encode(), now=now)

    return answer


def uid_for(profile):
    (event,) = Calendar.from_ical(calendar_in(mails_to(profile)[-1])[1]).walk("VEVENT")
    return str(event["uid"])


def test_a_no_is_a_doubt_that_the_other_hears_of_once(agree, answer, amara, osei):
    agree()
    uid = uid_for(amara)
    before = len(mails_to(osei))

    answer(uid)
    answer(uid, minutes=6)

    (kept,) = CalendarAnswer.objects.all()
    assert (kept.side, kept.answer) == ("mentee", "DECLINED")
    assert Meeting.objects.get().state == "agreed"
    assert len(mails_to(osei)) == before + 1
    assert mails_to(osei)[-1].subject == "Amara Nwosu may not be able to come"


def test_what_others_forge_counts_for_nothing(agree, answer, amara, osei):
    meeting = agree()
    uid = uid_for(amara)
    name, host = uid.split("@")
    code, _side, signature = name.split("-")
    forged = [
        f"{code}-mentor-{signature}@{host}",
        f"{code}-mentee-{'0' * 32}@{host}",
        f"{'0' * 32}-mentee-{signature}@{host}",
        f"{meeting.pk}@{host}",
        "",
        "x" * 200,
    ]
    for one in forged:
        with pytest.raises((meetings.UnknownUid, meetings.NotAnAnswer)):
            answer(one, sender=amara.account.email)
    assert not CalendarAnswer.objects.exists()


def test_answers_to_what_was_before_count_for_nothing(agree, answer, amara):
    meeting = agree()
    uid = uid_for(amara)
    answer(uid, answer="ACCEPTED", minutes=10)

    for odd in (
        {"sequence": 0},
        {"sequence": 2},
        {"minutes": 9},
        {"minutes": 10},
        {"minutes": 3000},
    ):
        with pytest.raises(meetings.AnswersSomethingElse):
            answer(uid, **odd)
    assert CalendarAnswer.objects.get().answer == "ACCEPTED"
    meetings.call_off(meeting.pk, by=amara, now=meeting.agreed_at)
    with pytest.raises(meetings.AnswersSomethingElse):
        answer(uid, sequence=2, minutes=20)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff" * 1000,
        b"Content-Type: text/plain\n\nBEGIN:VCALENDAR",
        b"x" * 300_000,
        b"Content-Type: text/calendar; charset=nonsense\nContent-Transfer-Encoding: base64\n\n@@",
        b"Content-Type: multipart/mixed; boundary=a\n\n"
        + b"--a\nContent-Type: text/plain\n\nx\n" * 99,
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 2000,
    ],
)
def test_mails_that_are_no_answer_are_refused(content, now):
    with pytest.raises(meetings.NotAnAnswer):
        meetings.record_calendar_mail(content, now=now)
