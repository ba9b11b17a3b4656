"""Office hours over HTTP: offered by a form, found by whom they are for, a queue in turn."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from corridor.mentoring import queries
from corridor.mentoring.actions import meetings
from corridor.mentoring.meeting_choices import Repeat

pytestmark = pytest.mark.django_db
MOST_QUERIES = 14


@pytest.fixture
def given(now):
    return {
        "topic": "First papers",
        "first_at": (now + timedelta(days=3)).strftime("%Y-%m-%dT18:00"),
        "minutes": "60",
        "places": "1",
        "repeat": "0",
        "last_on": "",
        "whom": "verified",
        "phase": "",
        "where": "https://meet.example/osei",
    }


def test_an_offer_by_form_is_found_by_whom_it_is_for(signed_in, given, osei, amara):
    mentor = signed_in(osei)
    assert "None at the moment" in mentor.get("/office-hours/").text
    mentor.post("/office-hours/new/", given)
    (hours,) = queries.own_hours(osei)
    (one,) = hours.ahead
    page = f"/office-hours/dates/{one.pk}/"

    assert "First papers" in mentor.get("/office-hours/").text
    assert "Nobody has signed up yet" in mentor.get(page).text

    text = signed_in(amara).get("/office-hours/").text
    assert page in text
    assert "First papers" in text


def test_a_queue_in_turn_by_forms(signed_in, offer, osei, amara, sam):
    sitting = offer(places=1, where="https://meet.example/osei").sittings.get()
    page = f"/office-hours/dates/{sitting.pk}/"
    mentor, hers, his = signed_in(osei), signed_in(amara), signed_in(sam)
    assert "https://meet.example/osei" not in hers.get(page).text
    nothing = hers.post(page, {"question": " "})
    assert nothing.status_code == 422
    asked = hers.post(page, {"question": "Who is first?", "may_be_answered_to_all": "on"})
    assert asked.status_code == 302
    assert "You are next" in hers.get(page).text
    assert "https://meet.example/osei" in hers.get(page).text

    assert "Onto the waiting list" in his.get(page).text
    his.post(page, {"question": "And who is last?"})
    text = his.get(page).text
    assert "You are number 1 on the waiting list" in text
    assert "Who is first?" not in text
    assert "Amara" not in text

    early = mentor.post(f"{page}call/", follow=True)
    assert "Turns begin a quarter of an hour before" in early.text
    assert "You gave up your turn" in hers.post(f"{page}turn/end/", follow=True).text
    assert "Take it again" in hers.get(page).text
    assert "You are next" in his.get(page).text
    hers.post(f"{page}turn/again/")
    assert "You are number 1 on the waiting list" in hers.get(page).text


def test_an_answer_to_all_is_read_by_whoever_signed_up(signed_in, sitting, asks, osei, amara, sam):
    turn = asks(amara, sitting, question="Does anybody else cry?", to_all=True)
    asks(sam, sitting)
    page = f"/office-hours/dates/{sitting.pk}/"
    mentor = signed_in(osei)
    said = {"question": "Does anybody else cry?"}

    assert mentor.post(f"{page}turns/{turn.pk}/answer/", said | {"words": ""}).status_code == 422
    mentor.post(f"{page}turns/{turn.pk}/answer/", said | {"words": "All of us."})

    text = signed_in(sam).get(page).text
    assert "Does anybody else cry?" in text
    assert "All of us." in text
    assert "Amara" not in text
    assert f"/@{osei.handle}/flag/?words=Does%20anybody%20else%20cry%3F%0A%0AAll%20of%20us." in text
    assert f"/@{amara.handle}/flag/?words=Does%20anybody%20else%20cry%3F" in mentor.get(page).text


def test_a_mistake_in_the_offer_loses_nothing(signed_in, given, osei):
    client = signed_in(osei)

    for wrong in (
        {"first_at": "2020-01-01T10:00"},
        {"first_at": "soon"},
        {"where": "http://meet.example"},
        {"last_on": "2020-01-01", "repeat": "1"},
        {"whom": "circle:999999999999999999999999"},
        {"places": "400"},
        {"phase": "\x00"},
    ):
        answer = client.post("/office-hours/new/", given | wrong)
        assert answer.status_code == 422, wrong
        assert "First papers" in answer.text
    assert queries.own_hours(osei) == []


def test_the_times_that_a_clock_leaps_over_are_refused(signed_in, given, osei):
    osei.time_zone = "Europe/London"
    osei.save(update_fields=["time_zone"])

    answer = signed_in(osei).post("/office-hours/new/", given | {"first_at": "2027-03-28T01:30"})

    assert answer.status_code == 422
    assert "this time does not come" in answer.text


def test_a_date_is_not_there_for_whoever_it_is_not_for(signed_in, sitting, asks, mallory, amara):
    page = f"/office-hours/dates/{sitting.pk}/"
    client = signed_in(mallory)

    for address in ("", "calendar/"):
        assert client.get(f"{page}{address}").status_code == 404
    for address in ("", "turn/end/", "turn/again/", "queue/", "call/", "turns/", "end/"):
        assert client.post(f"{page}{address}").status_code == 404
    turn = asks(amara, sitting, to_all=True)
    hers = signed_in(amara)
    for address in ("queue/", "call/", "turns/", "end/", f"turns/{turn.pk}/answer/"):
        assert hers.post(f"{page}{address}").status_code == 404
    assert client.get(f"/office-hours/{sitting.hours_id}/words/").status_code == 404
    assert client.post(f"/office-hours/{sitting.hours_id}/end/").status_code == 404
    assert client.get("/office-hours/dates/99999999999999999999999/").status_code == 404


def test_what_no_page_sends_is_answered_so(signed_in, sitting, osei):
    page = f"/office-hours/dates/{sitting.pk}/"
    client = signed_in(osei)

    for address, odd in (
        ("queue/", {}),
        ("queue/", {"deed": "burn"}),
        ("end/", {}),
        ("turns/", {"turn": "1"}),
        ("turns/", {"came": "yes"}),
        ("call/", {"turn": "\x00"}),
    ):
        assert client.post(f"{page}{address}", odd).status_code == 400, (address, odd)
    assert client.get(f"{page}turns/{10**30}/answer/").status_code == 404


def test_topic_and_link_are_worded_anew_and_the_offer_is_ended(signed_in, sitting, asks, osei, sam):
    asks(sam, sitting)
    client = signed_in(osei)
    hours = f"/office-hours/{sitting.hours_id}/"

    assert client.post(f"{hours}words/", {"topic": "", "where": "ftp://x"}).status_code == 422
    client.post(f"{hours}words/", {"topic": "Grants", "where": "https://meet.example/new"})
    assert (
        "https://meet.example/new" in signed_in(sam).get(f"/office-hours/dates/{sitting.pk}/").text
    )
    ended = client.post(f"{hours}end/", follow=True)
    assert "Ended." in ended.text
    assert "Called off" in signed_in(sam).get("/office-hours/earlier/").text


def test_a_calendar_has_it_as_a_file_and_in_the_feed(
    signed_in, sitting, asks, osei, amara, sam, now
):
    asks(amara, sitting)
    page = f"/office-hours/dates/{sitting.pk}/calendar/"
    code = meetings.renew_feed(by=osei)

    files = [signed_in(one).get(page) for one in (osei, amara)]
    fed = signed_in(osei).get(reverse("meeting-feed", args=[code]))

    for answer in (*files, fed):
        (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
        assert event["DTSTART"].dt == sitting.starts_at
        assert str(event["LOCATION"]) == "https://meet.example/osei"
    assert signed_in(sam).get(page).status_code == 302


def test_pages_ask_as_much_for_many_as_for_few(signed_in, offer, asks, osei, amara, sam, tomi, now):
    hours = offer(repeat=Repeat.WEEKLY, places=5)
    first, *_others = hours.sittings.order_by("starts_at")
    for one in (amara, sam, tomi):
        asks(one, first)

    for client, path in (
        (signed_in(osei), "/office-hours/"),
        (signed_in(amara), "/office-hours/"),
        (signed_in(osei), f"/office-hours/dates/{first.pk}/"),
        (signed_in(amara), f"/office-hours/dates/{first.pk}/"),
    ):
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        assert len(asked) <= MOST_QUERIES, (path, len(asked))


def test_the_fragment_that_asks_again_is_the_queue_alone(signed_in, sitting, asks, amara):
    asks(amara, sitting)

    text = (
        signed_in(amara)
        .get(f"/office-hours/dates/{sitting.pk}/", headers={"HX-Request": "true"})
        .text
    )

    assert "You are next" in text
    assert "<html" not in text
