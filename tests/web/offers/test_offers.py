"""Somebody says what she gives and seeks, and whether there is room now."""

from datetime import date

import html5lib
import pytest
from django.test import Client

from corridor.people import actions, queries
from corridor.people.actions import NewOffer
from corridor.people.choices import Kind

NOTHING = {"days": "7"}
MENTORS = {
    "offer-mentor-is_given": "on",
    "offer-mentor-topics": ["publishing"],
    "offer-mentor-topics-more": "Nerve Blocks",
    "offer-mentor-capacity": "3",
    "offer-mentor-carries": "1",
    "offer-mentor-months": "6",
    "offer-mentor-not_for": "visa questions",
}


@pytest.fixture
def client(signed_in, dr_osei):
    return signed_in(dr_osei)


def page(response):
    return response.content.decode()


def test_the_screen_is_html_without_mistakes(client):
    html5lib.HTMLParser(strict=True).parse(page(client.get("/you/offers/")))


@pytest.mark.parametrize("path", ["offers", "bio-line"])
def test_a_visitor_signs_in_first(db, path):
    assert Client().get(f"/you/{path}/").url == f"/sign-in/?next=/you/{path}/"


def test_an_offer_is_kept_with_everything_it_says(client, dr_osei):
    client.post("/you/offers/", NOTHING | MENTORS)

    offer = dr_osei.offers.get()
    assert (offer.kind, offer.capacity, offer.carries, offer.places) == (Kind.MENTORSHIP, 3, 1, 2)
    assert (offer.months, offer.not_for) == (6, "visa questions")
    assert [topic.topic for topic in offer.topics.all()] == ["nerve blocks", "publishing"]


def test_what_is_kept_comes_back_ticked(client):
    client.post("/you/offers/", NOTHING | MENTORS)

    shown = page(client.get("/you/offers/"))
    assert 'name="offer-mentor-topics" value="nerve blocks" checked' in shown
    assert 'value="visa questions"' in shown


def test_a_wish_is_kept_and_one_that_is_not_named_ends(client, dr_osei):
    wish = {"wish-coach-is_sought": "on", "wish-coach-goal": "Speak slower"}
    client.post("/you/offers/", NOTHING | wish)

    client.post("/you/offers/", NOTHING | {"wish-sponsor-is_sought": "on"})

    assert [one.kind for one in dr_osei.wishes.all()] == [Kind.SPONSORSHIP]


def test_the_reply_promise_is_kept(client, dr_osei):
    client.post("/you/offers/", {"days": "3"})

    dr_osei.refresh_from_db()
    assert dr_osei.reply_within_days == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"offer-mentor-capacity": "21"},
        {"offer-mentor-capacity": "-1"},
        {"offer-mentor-carries": "many"},
        {"offer-mentor-months": "61"},
        {"offer-mentor-topics-more": "x" * 61},
        {"offer-mentor-topics-more": ",".join(f"topic {number}" for number in range(31))},
        {"offer-mentor-not_for": "x" * 201},
        {"days": "0"},
        {"days": "61"},
    ],
)
def test_a_mistake_is_named_and_nothing_is_kept(client, dr_osei, wrong):
    response = client.post("/you/offers/", NOTHING | MENTORS | wrong)

    assert response.status_code == 422
    assert "Not kept yet" in page(response)
    assert dr_osei.offers.count() == 0


def test_what_is_not_ticked_cannot_be_wrong(client, dr_osei):
    hidden = {"offer-coach-months": "61", "wish-mentor-goal": "x" * 201}

    response = client.post("/you/offers/", NOTHING | MENTORS | hidden)

    assert response.status_code == 302
    assert [offer.kind for offer in dr_osei.offers.all()] == [Kind.MENTORSHIP]
    assert dr_osei.wishes.count() == 0


@pytest.mark.parametrize(
    ("stage", "is_warned"), [("MS3", True), ("FEL", True), ("ATT0", False), ("EXIT", False)]
)
def test_a_sponsor_without_rank_is_told_and_not_stopped(join, signed_in, stage, is_warned):
    kofi = join(handle="kofi", display_name="Kofi Mensah", stage=stage)

    shown = page(
        signed_in(kofi).post(
            "/you/offers/", NOTHING | {"offer-sponsor-is_given": "on"}, follow=True
        )
    )

    assert ("opens doors by her own rank" in shown) == is_warned
    assert kofi.offers.get().kind == Kind.SPONSORSHIP


def test_a_student_who_mentors_is_not_warned(join, signed_in):
    kofi = join(handle="kofi", display_name="Kofi Mensah", stage="MS1")

    shown = page(
        signed_in(kofi).post("/you/offers/", NOTHING | {"offer-mentor-is_given": "on"}, follow=True)
    )

    assert "opens doors by her own rank" not in shown


def test_pausing_and_coming_back_take_one_press_each(client, dr_osei):
    offer = NewOffer(kind=Kind.MENTORSHIP, capacity=2)
    actions.set_offers(profile=dr_osei, offers=[offer], by=dr_osei)

    client.post("/you/away/", {"now": "1"})

    assert "Takes nobody new on at the moment" in page(Client().get("/@kwame_osei/"))
    client.post("/you/away/end/")
    assert "Takes nobody new on" not in page(Client().get("/@kwame_osei/"))


def test_a_time_away_is_planned(client, dr_osei):
    client.post("/you/away/", {"starts_on": "2030-07-01", "ends_on": "2030-08-01"})

    away = queries.away_of(dr_osei, today=date(2030, 6, 1))
    assert (away.starts_on, away.ends_on) == (date(2030, 7, 1), date(2030, 8, 1))
    assert queries.away_of(dr_osei, today=date(2030, 8, 1)) is None


@pytest.mark.parametrize(
    "wrong", [{}, {"starts_on": "soon"}, {"starts_on": "2030-07-01", "ends_on": "2030-07-01"}]
)
def test_a_time_away_that_cannot_be_is_refused(client, dr_osei, wrong):
    assert client.post("/you/away/", wrong).status_code == 422
    assert dr_osei.away.count() == 0


def test_nobody_promises_for_another(dr_osei, mallory):
    with pytest.raises(actions.NotYourProfile):
        actions.set_reply_promise(profile=dr_osei, days=1, by=mallory)

    dr_osei.refresh_from_db()
    assert dr_osei.reply_within_days == 7
