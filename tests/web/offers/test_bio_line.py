"""The line for a bio elsewhere, and a bio read back."""

import html5lib
import pytest

from corridor.people import actions
from corridor.people.actions import NewOffer
from corridor.people.choices import Kind

BIO = (
    "Gas doctor. Willing to mentor: airway management. 2 places. Seeking a sponsor."
    " #WillingToMentor #PatientSafety #FOAMed"
)


@pytest.fixture
def client(signed_in, dr_osei):
    offer = NewOffer(
        kind=Kind.MENTORSHIP, capacity=2, carries=1, topics=("regional anaesthesia", "first-gen")
    )
    actions.set_offers(profile=dr_osei, offers=[offer], by=dr_osei)
    return signed_in(dr_osei)


def page(response):
    return response.content.decode()


def test_the_line_says_what_the_offers_say(client):
    shown = page(client.get("/you/bio-line/"))

    html5lib.HTMLParser(strict=True).parse(shown)
    assert "Willing to mentor: first-gen, regional anaesthesia. 1 place." in shown


def test_whoever_is_away_has_no_place(client):
    client.post("/you/away/", {"now": "1"})

    assert "No place now." in page(client.get("/you/bio-line/"))


def test_reading_a_bio_proposes_and_keeps_nothing(client, dr_osei):
    shown = page(client.post("/you/bio-line/reading/", {"bio": BIO}))

    html5lib.HTMLParser(strict=True).parse(shown)
    assert "I mentor: airway management (2 places)" in shown
    assert "I look for a sponsor" in shown
    assert "#patient safety" in shown
    assert dr_osei.wishes.count() == 0
    assert dr_osei.tags.count() == 0


def test_what_is_confirmed_is_added_to_what_was_there(client, dr_osei):
    chosen = ["gives-mentor", "interest-patient safety"]

    client.post("/you/bio-line/confirmation/", {"bio": BIO, "proposal": chosen})

    offer = dr_osei.offers.get()
    topics = [topic.topic for topic in offer.topics.all()]
    assert topics == ["airway management", "first-gen", "regional anaesthesia"]
    assert (offer.carries, offer.places) == (1, 2)
    assert [tag.tag for tag in dr_osei.tags.all()] == ["patient safety"]
    assert dr_osei.wishes.count() == 0


@pytest.mark.parametrize("chosen", [[], ["gives-coach", "interest-malice", "1"]])
def test_what_the_bio_does_not_say_is_not_kept(client, dr_osei, chosen):
    client.post("/you/bio-line/confirmation/", {"bio": BIO, "proposal": chosen})

    assert [offer.kind for offer in dr_osei.offers.all()] == [Kind.MENTORSHIP]
    assert dr_osei.tags.count() == 0


def test_a_bio_that_says_nothing_new_is_told_so(client):
    assert "Nothing new is in it" in page(
        client.post("/you/bio-line/reading/", {"bio": "I like bikes."})
    )


@pytest.mark.parametrize("bio", ["", "x" * 5001])
def test_a_bio_that_cannot_be_read_is_refused(client, bio):
    assert client.post("/you/bio-line/reading/", {"bio": bio}).status_code == 422


def test_hostile_words_come_back_as_words(client):
    bio = 'Willing to mentor: <script>alert(1)</script>. #"><img/src=x>'

    shown = page(client.post("/you/bio-line/reading/", {"bio": bio}))

    assert "<script>alert" not in shown
    assert "<img/src" not in shown


def test_more_topics_than_an_offer_holds_change_nothing(client, dr_osei):
    bio = "Willing to mentor: " + ", ".join(f"topic {number}" for number in range(30)) + "."

    response = client.post(
        "/you/bio-line/confirmation/", {"bio": bio, "proposal": "gives-mentor"}, follow=True
    )

    assert "more words than a profile holds" in page(response)
    assert dr_osei.offers.get().topics.count() == 2
