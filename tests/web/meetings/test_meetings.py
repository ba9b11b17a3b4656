"""Meetings on pages: what each of the two reads and does, and what nobody else does."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from corridor.mentoring.actions import meetings as actions
from corridor.mentoring.models import AgendaItem, Meeting, MeetingNote, Survey
from corridor.reminders.actions import send_due
from tests.mentoring.meetings.arranging import THURSDAY, TUESDAY, mails_to

HOUR = timedelta(hours=1)


@pytest.fixture
def at(monkeypatch, now):
    """`at(moment)`: the clock of pages."""

    def set_clock(moment):
        monkeypatch.setattr("corridor.web.viewer.timezone.now", lambda: moment)

    set_clock(now)
    return set_clock


def test_common_times_are_suggested_by_both_clocks(signed_in, together, free, amara, at):
    page = signed_in(amara).get(f"/mentoring/{together.pk}/meetings/new/").content.decode()

    assert page.count('name="times"') > 5
    assert page.count(" checked") == 3
    assert "for Dr Kwame Osei" in page
    assert "<svg" in page


def test_times_are_sent_and_chosen(signed_in, together, free, amara, osei, at):
    hers, his = signed_in(amara), signed_in(osei)
    assert 'href="/meetings/"' in hers.get("/mentoring/").content.decode()
    times = [TUESDAY.isoformat(), THURSDAY.isoformat()]
    sent = hers.post(
        f"/mentoring/{together.pk}/meetings/new/?minutes=60",
        {
            "times": times,
            "role": "mentor",
            "way": "video",
            "repeat": 0,
            "where": "https://meet.example/room",
        },
    )
    meeting = Meeting.objects.get()
    assert sent.url == f"/meetings/{meeting.pk}/"
    assert meeting.minutes == 60

    assert "Waits for you" in his.get("/meetings/").content.decode()
    page = his.get(f"/meetings/{meeting.pk}/").content.decode()
    assert page.count('name="starts_at"') == 2
    chosen = his.post(
        f"/meetings/{meeting.pk}/choice/", {"starts_at": times[1], "sequence": "0"}, follow=True
    )
    assert "It is on its way to both calendars." in chosen.content.decode()
    assert "https://meet.example/room" in hers.get(f"/meetings/{meeting.pk}/").content.decode()


def test_what_was_typed_is_there_again_after_a_refusal(signed_in, together, free, amara, at):
    sent = signed_in(amara).post(
        f"/mentoring/{together.pk}/meetings/new/",
        {
            "times": [TUESDAY.isoformat()],
            "role": "mentor",
            "way": "video",
            "repeat": 2,
            "repeat_times": 4,
            "where": "http://meet.example/",
            "own_first": "2026-03-29T01:30",
        },
    )

    page = sent.content.decode()
    assert sent.status_code == 422
    assert "this time does not come" in page
    assert f'value="{TUESDAY.isoformat()}" checked' in page
    assert "http://meet.example/" in page
    assert not Meeting.objects.exists()


def test_a_time_is_chosen_from_the_mail_once_and_by_a_button(propose, osei, at):
    propose()
    link = re.search(r"/meetings/pick/\S+/", mails_to(osei)[0].body)[0]
    visitor = Client()

    assert Meeting.objects.get().state == "proposed"  # reading the page changes nothing
    page = visitor.get(link).content.decode()
    assert page.count('name="starts_at"') == 2
    done = visitor.post(link, {"starts_at": TUESDAY.isoformat()})
    assert "You meet Amara Nwosu" in done.content.decode()
    assert Meeting.objects.get().starts_at == TUESDAY
    assert visitor.get(link).status_code == 410
    assert visitor.post(link, {"starts_at": THURSDAY.isoformat()}).status_code == 410
    assert Meeting.objects.get().starts_at == TUESDAY


def test_a_link_that_was_tampered_with_or_overtaken_does_nothing(propose, osei, amara, now, at):
    meeting = propose()
    link = re.search(r"/meetings/pick/\S+/", mails_to(osei)[0].body)[0]
    visitor = Client()

    for odd in (link[:-3] + "xx/", "/meetings/pick/x/", "/meetings/contact/x/"):
        assert visitor.get(odd).status_code == 410
    actions.offer_times(meeting.pk, [THURSDAY + HOUR], by=amara, sequence=0, now=now)
    assert visitor.post(link, {"starts_at": TUESDAY.isoformat()}).status_code == 410
    assert Meeting.objects.get().state == "proposed"


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "soon",
        "2026-03-24T18:00:00",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-14:00",
        "0001-01-01T00:00+00:00",
        "9999-12-31T23:59+00:00",
    ],
)
def test_times_that_are_none_are_refused_in_words(signed_in, propose, together, osei, at, odd):
    meeting = propose()
    link = re.search(r"/meetings/pick/\S+/", mails_to(osei)[0].body)[0]
    his = signed_in(osei)

    chosen = his.post(f"/meetings/{meeting.pk}/choice/", {"starts_at": odd, "sequence": "0"})
    assert chosen.status_code == 302
    assert Client().post(link, {"starts_at": odd}).status_code == 422
    new = {"times": [odd], "role": "mentor", "way": "video", "repeat": 0}
    for own in ("", "soon", "0001-01-01T00:00", "9999-12-31T23:59"):
        sent = his.post(f"/mentoring/{together.pk}/meetings/new/", new | {"own_first": own})
        assert sent.status_code == 422
    assert Meeting.objects.get().state == "proposed"


def test_others_find_nothing(signed_in, held, together, amara, mallory, at):
    stranger = signed_in(mallory)
    addresses = [
        *(f"/meetings/{held.pk}/{part}" for part in ("", "times/", "cancellation/", "log/")),
        f"/meetings/{held.pk}/meeting.ics",
        *(f"/mentoring/{together.pk}/{part}" for part in ("meetings/", "meetings/new/")),
        f"/mentoring/{together.pk}/reviews/",
        f"/mentoring/{together.pk}/meetings/log/",
        f"/meetings/{2**70}/",
        f"/mentoring/{2**70}/meetings/",
    ]
    found = {path: stranger.get(path).status_code for path in addresses}
    posted = [
        f"/meetings/{held.pk}/{part}/" for part in ("choice", "own-note", "shared-note", "pulse")
    ]
    found |= {path: stranger.post(path).status_code for path in posted}

    assert found == dict.fromkeys(found, 404)
    visitor = Client().get(f"/meetings/{held.pk}/")
    assert visitor.status_code == 302


def test_the_agenda_carries_over(signed_in, agree, together, amara, osei, at):
    meeting = agree()
    hers, his = signed_in(amara), signed_in(osei)
    for words in ("Outline of the paper", "Electives"):
        hers.post(f"/mentoring/{together.pk}/agenda/", {"words": words})
    first = AgendaItem.objects.order_by("pk").first()
    assert f"/mentoring/{together.pk}/agenda/" in hers.get(f"/meetings/{meeting.pk}/").text
    at(TUESDAY + HOUR)
    his.post(f"/meetings/agenda/{first.pk}/done/", {"next": f"/meetings/{meeting.pk}/"})
    his.post(
        f"/meetings/{meeting.pk}/log/",
        {
            "was_held": "yes",
            "minutes": 40,
            "topic": "Paper",
            "next_step": "Send it",
            "keeps_step": "on",
        },
    )

    page = hers.get(f"/meetings/{meeting.pk}/").content.decode()
    assert "You talked about" in page
    assert "Outline of the paper" in page
    following = hers.get(f"/mentoring/{together.pk}/meetings/").content.decode()
    assert "Electives" in following
    assert "Send it" in following
    assert "Outline of the paper" not in following


def test_private_notes_stay_with_whoever_wrote_them(signed_in, held, amara, osei, at):
    at(TUESDAY + 2 * HOUR)
    hers, his = signed_in(amara), signed_in(osei)
    path = f"/meetings/{held.pk}/"
    hers.post(f"{path}own-note/", {"own-words": "I felt rushed"})
    hers.post(f"{path}shared-note/", {"shared-words": "Read Smith 2020", "version": "0"})

    assert "I felt rushed" in hers.get(path).content.decode()
    page = his.get(path).content.decode()
    assert "I felt rushed" not in page
    assert "Read Smith 2020" in page
    assert b"rushed" not in bytes(MeetingNote.objects.get(owner="mentee").sealed_words)


def test_two_who_write_the_shared_note_at_once_lose_nothing(signed_in, held, amara, osei, at):
    path = f"/meetings/{held.pk}/"
    signed_in(osei).post(f"{path}shared-note/", {"shared-words": "His line", "version": "0"})
    late = signed_in(amara).post(
        f"{path}shared-note/", {"shared-words": "Her line", "version": "0"}
    )

    page = late.content.decode()
    assert late.status_code == 409
    assert "His line" in page
    assert "Her line" in page


def test_the_feed_is_private_and_can_be_renewed(signed_in, agree, amara, osei, at):
    agree()
    hers = signed_in(amara)
    hers.post("/meetings/calendar/feed/")
    page = hers.get("/meetings/calendar/").content.decode()
    address = re.search(r"/meetings/feed/[\w-]+\.ics", page)[0]

    answer = Client().get(address)
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["summary"] == "Meeting with Dr Kwame Osei"
    assert "private" in answer["Cache-Control"]
    hers.post("/meetings/calendar/feed/")
    assert Client().get(address).status_code == 404
    renewed = re.search(
        r"/meetings/feed/[\w-]+\.ics", hers.get("/meetings/calendar/").content.decode()
    )
    hers.post("/meetings/calendar/feed/", {"end": "1"})
    assert Client().get(renewed[0]).status_code == 404


def test_days_off_take_times_out(signed_in, together, free, amara, osei, at):
    path = f"/mentoring/{together.pk}/meetings/new/"
    before = signed_in(amara).get(path).content.decode().count('name="times"')
    signed_in(osei).post(
        "/meetings/calendar/", {"starts_on": "2026-03-21", "ends_on": "2026-03-29"}
    )

    after = signed_in(amara).get(path).content.decode()
    assert 0 < after.count('name="times"') < before
    assert "24 March" not in after


def test_a_review_is_shown_when_both_have_answered(signed_in, together, amara, osei, now, at):
    actions.ask_reviews(now=now + timedelta(days=8))
    of = {one.side: one for one in Survey.objects.all()}
    hers, his = signed_in(amara), signed_in(osei)
    said = {
        "weight_feedback": 5,
        "rating_feedback": 4,
        "weight_research": 3,
        "rating_research": 5,
        "own_name": "Night shifts",
        "weight_own": 1,
        "rating_own": 2,
        "words": "Between us",
        "shows_words": "",
    }
    hers.post(f"/meetings/reviews/{of['mentee'].pk}/", said)

    path = f"/mentoring/{together.pk}/reviews/"
    assert "4.1 of 5" in hers.get(path).content.decode()
    assert "Night shifts" not in his.get(path).content.decode()
    his.post(f"/meetings/reviews/{of['mentor'].pk}/", {"weight_time": 4, "rating_time": 3})
    page = his.get(path).content.decode()
    assert "Night shifts" in page
    assert "Between us" not in page
    assert hers.get(f"/meetings/reviews/{of['mentor'].pk}/").status_code == 404


def test_half_an_area_is_refused_and_kept(signed_in, together, amara, now, at):
    actions.ask_reviews(now=now + timedelta(days=8))
    survey = Survey.objects.get(side="mentee")
    sent = signed_in(amara).post(
        f"/meetings/reviews/{survey.pk}/", {"weight_feedback": 5, "words": "My words"}
    )

    assert sent.status_code == 422
    assert "My words" in sent.content.decode()
    survey.refresh_from_db()
    assert survey.is_waiting


def test_what_was_written_into_a_review_is_not_lost_when_it_was_let_be(
    signed_in, together, amara, now, at
):
    actions.ask_reviews(now=now + timedelta(days=8))
    survey = Survey.objects.get(side="mentee")
    actions.let_reviews_be(now=now + timedelta(days=90))
    said = {"weight_feedback": 5, "rating_feedback": 4, "words": "All that I wrote"}

    sent = signed_in(amara).post(f"/meetings/reviews/{survey.pk}/", said)

    assert sent.status_code == 422
    assert "All that I wrote" in sent.content.decode()
    assert signed_in(amara).get(f"/meetings/reviews/{survey.pk}/").status_code == 302


def test_whether_they_are_in_touch_is_one_click(together, amara, osei, now, at):
    actions.ask_contact(now=now + timedelta(days=8))
    send_due(now=now + timedelta(days=8))
    link = re.search(r"/meetings/contact/\S+/", mails_to(osei)[0].body)[0]
    visitor = Client()
    mail.outbox.clear()

    assert "Are you in touch with Amara Nwosu?" in visitor.get(link).content.decode()
    assert "Are you in touch with Amara Nwosu?" in visitor.post(link).content.decode()
    assert mails_to(amara) == []
    visitor.post(link, {"answer": "no"})
    (letter,) = mails_to(amara)
    assert letter.subject == "Dr Kwame Osei would like to hear from you"
    assert visitor.post(link, {"answer": "yes"}).status_code == 410


def test_pages_ask_few_questions(
    signed_in, agree, propose, held, free, together, amara, at, django_assert_max_num_queries
):
    agree(starts_at=THURSDAY)
    hers = signed_in(amara)
    pages = {
        "/meetings/": 14,
        f"/meetings/{held.pk}/": 20,
        f"/mentoring/{together.pk}/meetings/": 16,
        f"/mentoring/{together.pk}/meetings/new/": 20,
        f"/mentoring/{together.pk}/reviews/": 12,
    }
    for path, most in pages.items():
        with django_assert_max_num_queries(most):
            assert hers.get(path).status_code == 200


def test_every_address_has_a_page(signed_in, agree, together, amara, at):
    meeting = agree()
    hers = signed_in(amara)
    for name, args in [
        ("meetings", []),
        ("meeting-calendar", []),
        ("meeting", [meeting.pk]),
        ("meeting-times", [meeting.pk]),
        ("meeting-cancellation", [meeting.pk]),
        ("meeting-file", [meeting.pk]),
        ("meeting-unplanned", [together.pk]),
    ]:
        assert hers.get(reverse(name, args=args)).status_code == 200, name
    at(datetime(2026, 3, 24, 20, tzinfo=UTC))
    assert hers.get(reverse("meeting-log", args=[meeting.pk])).status_code == 200


def test_no_meeting_of_long_ago_is_cut_off(signed_in, agree, together, amara, at, monkeypatch):
    monkeypatch.setattr("corridor.web.meetings.listing.ON_A_PAGE", 2)
    days = [TUESDAY + timedelta(days=number) for number in range(3)]
    numbers = [agree(starts_at=day).pk for day in days]
    for number in numbers:
        actions.call_off(number, by=amara, now=TUESDAY - timedelta(days=1))
    hers, path = signed_in(amara), f"/mentoring/{together.pk}/meetings/"

    newest, oldest = (hers.get(f"{path}?page={page}").content.decode() for page in (1, 2))

    links = [f'href="/meetings/{number}/"' for number in numbers]
    assert [link in newest for link in links] == [False, True, True]
    assert [link in oldest for link in links] == [True, False, False]
    assert 'href="?page=2" rel="next"' in newest
    assert 'href="?page=1" rel="prev"' in oldest
    assert hers.get(f"{path}?page={'9' * 5_000}").status_code == 200
