"""A first-generation student finds a mentor, on a phone and without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.web.browser import flaws, follow
from tests.web.first_contact.conftest import THREE

LINES = {"Who I am": "who", "What I admire, or need": "why", "What I ask": "ask"}
pytestmark = pytest.mark.django_db(transaction=True)


def test_a_first_generation_student_finds_a_mentor(open_page, osei, wishing_amara):
    def hers(path):
        return open_page(path, viewer=wishing_amara, width=390, scripts=False)

    def his(path):
        return open_page(path, viewer=osei, width=390, scripts=False)

    page = hers("/mentors/")
    follow(page.get_by_role("link", name="Say hello"))
    follow(page.get_by_role("button", name="This work helps me"))
    for label, name in LINES.items():
        page.get_by_label(label).fill(THREE[name])
    follow(page.get_by_role("button", name="Say hello", exact=True))
    expect(page.get_by_text("It waits for an answer until")).to_be_visible()

    page = his("/first-contact/")
    expect(page.get_by_text("1 person finds your work helpful.")).to_be_visible()
    follow(page.get_by_role("link", name="Amara Nwosu"))
    page.get_by_text("Offer times for fifteen minutes").click()
    soon = timezone.now() + timedelta(days=3)
    page.get_by_label("First time").fill(soon.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("Where").fill("https://meet.example/osei")
    follow(page.get_by_role("button", name="Yes, let us talk"))

    page = hers("/first-contact/")
    follow(page.get_by_role("link", name="Dr Kwame Osei"))
    follow(page.get_by_role("button", name="Take it"))
    expect(page.get_by_text("agreed")).to_be_visible()
    follow(page.get_by_role("button", name="Ask for Mentorship"))

    page = his("/first-contact/")
    follow(page.get_by_role("link", name="Amara Nwosu"))
    follow(page.get_by_role("button", name="Yes, from today"))
    expect(page.get_by_text("You work together since")).to_be_visible()


def test_pages_have_no_flaws(open_page, osei, amara, said, verify):
    verify(amara)
    page = open_page("/first-contact/", viewer=osei)
    found = {"list": flaws(page)}
    for path in (f"/first-contact/{said}/", "/@amara_nwosu/", "/ask/"):
        page.goto(path)
        found[path] = flaws(page)
    page = open_page("/@mallory_crane/hello/", viewer=amara)
    found["hello"] = flaws(page)

    assert {path: some for path, some in found.items() if some} == {}
