"""A first-generation student finds a mentor: she on a phone and without scripts, he at a desk."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from corridor.mentoring import queries
from corridor.people.choices import Kind
from tests.web.browser import PHONE, flaws, follow
from tests.web.first_contact.conftest import THREE

LINES = {"Who I am": "who", "What I admire, or need": "why", "What I ask": "ask"}
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def first_gen_osei(osei, say, agree):
    """He shows that he was the first of his family, too."""
    say(osei, audience="public", family=["first-in-family"])
    agree(osei, "display")
    return osei


@pytest.fixture
def mallory(mallory, present):
    """Offers a place as well, with neither her topics nor what he shares with her."""
    return present(mallory, topics=("exam preparation",))


def test_a_first_generation_student_finds_a_mentor(
    open_page, first_gen_osei, wishing_amara, mallory
):
    del mallory
    hers = open_page("/mentors/", viewer=wishing_amara, width=PHONE, scripts=False)
    look_for_somebody_like_her(hers)
    assert flaws(open_page(hers.url, viewer=wishing_amara)) == []
    read_and_say_hello(hers)

    his = open_page("/first-contact/", viewer=first_gen_osei)
    offer_fifteen_minutes(his)
    hers.goto("/first-contact/")
    pick_a_time(hers)
    his.goto("/first-contact/")
    follow(his.get_by_role("link", name="Amara Nwosu"))
    follow(his.get_by_role("button", name="Yes, from today"))
    expect(his.get_by_text("You work together since")).to_be_visible()

    agree_on(hers, his)
    assert queries.places_left(first_gen_osei, Kind.MENTORSHIP) == 0


def look_for_somebody_like_her(page):
    page.get_by_text("2 people can take somebody on.").wait_for()
    page.get_by_text("All filters", exact=True).click()
    page.locator("summary", has_text="Shared experience").click()
    page.get_by_label("first in family at university").check()
    follow(page.get_by_role("button", name="Show mentors"))
    page.get_by_text("1 person can take somebody on.").wait_for()
    why = page.get_by_role("article", name="Dr Kwame Osei").get_by_role("list").first
    expect(why).to_contain_text("Helps with 1 of 2: first research project")


def read_and_say_hello(page):
    follow(page.get_by_role("link", name=re.compile("Profile.*Kwame Osei")))
    expect(page.get_by_text("first in family at university")).to_be_visible()
    follow(page.get_by_role("link", name="Say hello"))
    follow(page.get_by_role("button", name="This work helps me"))
    for label, name in LINES.items():
        page.get_by_label(label).fill(THREE[name])
    follow(page.get_by_role("button", name="Say hello", exact=True))
    expect(page.get_by_text("It waits for an answer until")).to_be_visible()


def offer_fifteen_minutes(page):
    expect(page.get_by_text("1 person finds your work helpful.")).to_be_visible()
    follow(page.get_by_role("link", name="Amara Nwosu"))
    page.get_by_text("Offer times for fifteen minutes").click()
    soon = timezone.localtime() + timedelta(days=3)
    for days, label in enumerate(["First time", "Second time"]):
        time = soon + timedelta(days=days)
        page.get_by_label(label).fill(time.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("Where").fill("https://meet.example/osei")
    follow(page.get_by_role("button", name="Yes, let us talk"))


def pick_a_time(page):
    follow(page.get_by_role("link", name="Dr Kwame Osei"))
    expect(page.get_by_text("https://meet.example/osei")).to_be_visible()
    follow(page.get_by_role("button", name="Take it").last)
    expect(page.get_by_text("agreed")).to_be_visible()
    follow(page.get_by_role("button", name="Ask for Mentorship"))


def agree_on(hers, his):
    """She writes it down, he signs what she signed, and it stands."""
    hers.goto("/mentoring/")
    follow(hers.get_by_role("link", name="Dr Kwame Osei"))
    follow(hers.get_by_role("link", name="Write it down").first)
    hers.get_by_label("Goals").fill("A first paper")
    follow(hers.get_by_role("button", name="Keep and sign"))
    follow(his.get_by_role("link", name="Open it"))
    follow(his.get_by_role("link", name="Read it").first)
    expect(his.get_by_text("A first paper")).to_be_visible()
    follow(his.get_by_role("button", name="Sign this version"))
    expect(his.get_by_text("Signed.")).to_be_visible()
    follow(hers.get_by_role("link", name="Dr Kwame Osei"))
    expect(hers.get_by_text("Both signed on")).to_be_visible()
