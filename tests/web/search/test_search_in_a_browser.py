"""The page of search, as people with other eyes and hands meet it."""

import pytest
from django.utils import timezone

from corridor.posts.actions import NewPost, publish_post
from tests.web.browser import flaws

pytestmark = pytest.mark.django_db(transaction=True)


def test_search_is_accessible(open_page, amara, dr_osei):
    del dr_osei
    publish_post(NewPost(text="Kwame speaks on #KwameTalks"), by=amara, now=timezone.now())
    page = open_page("/search/", viewer=amara)

    for path in ("/search/", "/search/?q=kwame", "/search/?q=nobodyatall", "/search/?q=x&in=posts"):
        page.goto(path)
        assert flaws(page) == []


def test_search_is_by_the_keyboard_and_without_scripts(open_page, amara, dr_osei):
    del dr_osei
    page = open_page("/search/", viewer=amara, scripts=False)

    page.get_by_role("searchbox").fill("kwame")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=kwame")

    assert page.get_by_role("link", name="Dr Kwame Osei").is_visible()
