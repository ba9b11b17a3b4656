"""Conversations as people with other eyes and hands meet them."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience
from tests.web.browser import (
    flaws,
    follow,
    keyboard_stops,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _they_are_no_strangers(amara, dr_osei, know_each_other):
    know_each_other(amara, dr_osei)


@pytest.fixture
def asked(amara, dr_osei):
    new = NewPost(text="@kwame_osei, may I ask?", audience=Audience.NAMED)
    return publish_post(new, by=amara, now=timezone.now())


def test_they_are_accessible(open_page, dr_osei, asked):
    page = open_page("/conversations/", viewer=dr_osei)
    assert flaws(page) == []

    page.goto(f"/conversations/{asked.thread}/")

    assert flaws(page) == []


def test_one_is_answered_without_scripts(open_page, dr_osei, asked):
    page = open_page("/conversations/", viewer=dr_osei, width=390, scripts=False)

    follow(page.get_by_role("link", name="Amara Nwosu"))
    page.get_by_role("textbox", name="Your post").fill("@amara_nwosu Of course")
    follow(page.get_by_role("button", name="Reply", exact=True))

    expect(page.get_by_role("heading", name="Amara Nwosu")).to_be_visible()
    expect(page.get_by_text("Of course")).to_be_visible()


def test_the_keyboard_reaches_everything(open_page, dr_osei, asked):
    page = open_page(f"/conversations/{asked.thread}/", viewer=dr_osei, width=390)

    stops = keyboard_stops(page)

    assert [stop.name for stop in stops if not stop.has_outline] == []
    assert [stop.name for stop in stops if stop.is_covered] == []


def test_the_navigation_says_how_many_are_new(open_page, dr_osei, asked):
    page = open_page("/conversations/", viewer=dr_osei)
    place = page.get_by_role("navigation", name="Main").get_by_role("link", name="Messages")

    expect(place).to_contain_text("1 new")

    page.goto(f"/conversations/{asked.thread}/")
    page.goto("/conversations/")
    expect(page.locator(".conversation-line .new")).to_have_count(0)
