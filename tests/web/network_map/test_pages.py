"""The map over HTTP: hers, on a phone without scripts, and of one mentor if she likes."""

import pytest

from corridor.mentoring import queries
from corridor.mentoring.map_words import Need
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db


def test_she_notes_changes_and_takes_off(signed_in, together, amara):
    client = signed_in(amara)
    assert "Kwame Osei" in client.get("/mentoring/map/").text

    missing = client.post("/mentoring/map/new/", {"needs": ["identity"], "name": ""})
    assert missing.status_code == 422
    client.post("/mentoring/map/new/", {"needs": ["identity"], "name": "Aunt Ngozi"})
    text = client.get("/mentoring/map/").text
    assert "Aunt Ngozi" in text
    (key,) = [one.key for one in queries.network_map(amara).people if one.is_outside]
    client.post(f"/mentoring/map/{key}/", {"needs": ["wellness"], "name": "Aunt N"})
    assert queries.network_map(amara).helped[Need.WELLNESS] == (key,)
    client.post(f"/mentoring/map/{key}/deletion/")
    assert "Aunt N" not in client.get("/mentoring/map/").text


def test_others_find_nothing_until_she_shows_it_to_one(signed_in, together, osei, amara, mallory):
    page = f"/mentoring/{together.pk}/map/"
    assert signed_in(osei).get(page).status_code == 404
    signed_in(amara).post("/mentoring/map/reader/", {"relationship": together.pk})

    assert "The network of Amara" in signed_in(osei).get(page).text
    assert signed_in(mallory).get(page).status_code == 404
    signed_in(amara).post("/mentoring/map/reader/", {"relationship": ""})
    assert signed_in(osei).get(page).status_code == 404


def test_what_the_page_asks_the_database(signed_in, together, amara, django_assert_max_num_queries):
    client = signed_in(amara)
    with django_assert_max_num_queries(18):
        client.get("/mentoring/map/")


@pytest.mark.django_db(transaction=True)
def test_without_scripts_on_a_phone(open_page, together, amara):
    page = open_page("/mentoring/map/", viewer=amara, width=390, scripts=False)
    follow(page.get_by_role("link", name="Add somebody from elsewhere"))
    page.get_by_label("Who", exact=True).fill("Aunt Ngozi")
    page.get_by_label("Somebody who has lived it").check()
    follow(page.get_by_role("button", name="Keep"))
    assert page.get_by_role("cell", name="Aunt Ngozi").is_visible()

    shown = open_page("/mentoring/map/", viewer=amara)
    found = flaws(shown)
    shown.goto(page.url.replace("/map/", "/map/new/"))
    assert found + flaws(shown) == []
