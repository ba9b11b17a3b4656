"""Circles over HTTP: whoever sits in one finds all of it, anybody else as much as the list says."""

from datetime import timedelta

import pytest

from corridor.mentoring import queries
from corridor.mentoring.actions import circles
from corridor.people.actions import block

pytestmark = pytest.mark.django_db


def test_a_member_reads_all_of_it(signed_in, circle, osei, amara, now):
    met = circles.set_meeting(
        circle.pk,
        circles.NewCircleMeeting(starts_at=now + timedelta(days=2), where="https://meet.example/x"),
        by=osei,
        now=now,
    )
    circles.add_topic(circle.pk, "Reviewer two", by=amara, now=now)
    page = f"/circles/{circle.pk}/"
    client = signed_in(amara)

    assert "Writing circle" in client.get("/circles/").text
    text = client.get(page).text
    for word in ("Reviewer two", "https://meet.example/x", "Sam Whitlock", "Talk with each other"):
        assert word in text
    assert "Who was there" in client.get(f"{page}meetings/{met.pk}/log/").text
    assert client.get(f"{page}meetings/").status_code == 404
    assert client.get(f"{page}rules/").status_code == 404


def test_somebody_who_finds_it_in_the_list_reads_no_names_of_members(
    signed_in, circle, mallory, osei
):
    client = signed_in(mallory)

    text = client.get(f"/circles/{circle.pk}/").text
    assert "Kwame Osei" in text
    assert "Sam Whitlock" not in text
    client.post(f"/circles/{circle.pk}/asking/")
    assert "You are number 1 on the list" in client.get(f"/circles/{circle.pk}/").text
    assert "Sam Whitlock" not in client.get(f"/circles/{circle.pk}/").text


def test_a_circle_of_others_is_not_there(signed_in, form, mallory):
    formed = form(is_listed=False)
    client = signed_in(mallory)

    for address in ("", "rules/", "meetings/"):
        assert client.get(f"/circles/{formed.pk}/{address}").status_code == 404
    for address in ("seat/", "leaving/", "pause/", "end/", "topics/"):
        assert client.post(f"/circles/{formed.pk}/{address}").status_code == 404


def test_from_start_to_end_by_forms(signed_in, osei, amara, begin, now):
    begin(amara)
    client = signed_in(osei)
    given = {"name": "Grants", "purpose": "", "rules": "Listen.", "shape": "peer", "places": "3"}

    missing = client.post("/circles/new/", given | {"name": ""})
    assert missing.status_code == 422
    assert "Listen." in missing.text
    alone = client.post("/circles/new/", given | {"members": [amara.pk]})
    assert "Nobody could come in" in alone.text
    client.post("/circles/new/", given | {"members": [amara.pk], "is_listed": "on"})
    (made,) = queries.circles_of(osei)
    page = f"/circles/{made.circle.pk}/"
    assert "facilitates" in client.get(page).text

    client.post(f"{page}rules/", {"purpose": "Two grants", "rules": "Listen well."})
    hers = signed_in(amara)
    refused = hers.post(f"{page}seat/", {"answer": "yes", "version": "1"}, follow=True)
    assert "Read them once more" in refused.text
    assert (
        "You are in."
        in hers.post(f"{page}seat/", {"answer": "yes", "version": "2"}, follow=True).text
    )
    assert "You have left" in hers.post(f"{page}leaving/", follow=True).text
    closed = signed_in(osei).post(f"{page}end/", follow=True)
    assert "Closed" in closed.text


def test_a_time_that_has_passed_is_refused_and_nothing_typed_is_lost(signed_in, circle, osei):
    client = signed_in(osei)

    answer = client.post(
        f"/circles/{circle.pk}/meetings/",
        {"starts_at": "2001-01-01T10:00", "minutes": "60", "way": "place", "where": "Room 4"},
    )

    assert answer.status_code == 422
    assert "still to come" in answer.text
    assert "Room 4" in answer.text


def test_what_a_page_asks_the_database(
    signed_in, circle, amara, form, now, django_assert_max_num_queries
):
    form(name="Another")
    client = signed_in(amara)
    with django_assert_max_num_queries(16):
        client.get("/circles/")
    with django_assert_max_num_queries(16):
        client.get(f"/circles/{circle.pk}/")


@pytest.mark.parametrize("said", [{}, {"answer": "", "comes": ""}, {"answer": "y", "comes": "1"}])
def test_an_answer_that_is_missing_is_no_no(signed_in, form, sam, now, said):
    formed = form()
    client = signed_in(sam)

    assert client.post(f"/circles/{formed.pk}/seat/", said).status_code == 400
    assert client.post(f"/circles/{formed.pk}/meetings/1/answer/", said).status_code == 400
    assert formed.seats.get(profile=sam).state == "invited"


def test_meetings_that_were_come_in_pages_and_a_file_goes_into_a_calendar(
    signed_in, circle, osei, amara, mallory, now, django_assert_max_num_queries
):
    for days in range(1, 18):
        starts_at = now + timedelta(days=days)
        new = circles.NewCircleMeeting(starts_at=starts_at)
        met = circles.set_meeting(circle.pk, new, by=osei, now=now)
        log = circles.CircleLog(was_there=[circle.seats.first().pk], topic=f"Paper {days}")
        circles.log_circle_meeting(met.pk, log, by=osei, now=starts_at)
    ahead = circles.set_meeting(
        circle.pk, circles.NewCircleMeeting(starts_at=now + timedelta(days=20)), by=osei, now=now
    )
    client = signed_in(amara)
    page = f"/circles/{circle.pk}/"

    with django_assert_max_num_queries(25):
        first = client.get(page).text
    second = client.get(f"{page}?page=2").text
    assert "Paper 17" in first
    assert "Paper 5<" not in first
    assert "Paper 5<" in second
    file = client.get(f"{page}meetings/{ahead.pk}/calendar/")
    assert "BEGIN:VEVENT" in file.text
    assert "Writing circle" not in file.text
    assert signed_in(mallory).get(f"{page}meetings/{ahead.pk}/calendar/").status_code == 404
    assert client.get(f"{page}meetings/{10**30}/calendar/").status_code == 404


def test_whoever_keeps_away_from_somebody_in_her_circle_is_told_so_and_nobody_else(
    signed_in, circle, amara, sam, tomi, now
):
    circles.add_topic(circle.pk, "Reviewer two", by=sam, now=now)
    block(blocker=amara, blocked=sam, now=now)

    told = signed_in(amara).get(f"/circles/{circle.pk}/").text
    assert "Somebody whom you keep away from is in this circle" in told
    assert "Reviewer two" not in told
    for other in (sam, tomi):
        read = signed_in(other).get(f"/circles/{circle.pk}/").text
        assert "keep away" not in read
        assert "Reviewer two" in read
