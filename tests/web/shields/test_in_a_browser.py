"""The shield and the folder as people with other eyes and hands meet them."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from corridor.people.actions import ShieldWishes, raise_shield
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def held(amara, mallory):
    now = timezone.now()
    publish_post(NewPost(text="@amara_nwosu, ask", audience=Audience.NAMED), by=mallory, now=now)
    raise_shield(ShieldWishes(lasts=None), profile=amara, now=now)
    for words in ("@amara_nwosu Diversity hire", "@amara_nwosu Nobody asked you"):
        publish_post(NewPost(text=words), by=mallory, now=now)


def test_pages_are_accessible(open_page, amara, held):
    page = open_page("/you/shield/", viewer=amara)
    for path in ("/you/shield/", "/you/held/", "/conversations/requests/"):
        page.goto(path)
        assert flaws(page) == [], path


def test_it_is_raised_and_the_folder_answered_without_scripts(open_page, amara, held):
    page = open_page("/you/shield/", viewer=amara, width=390, scripts=False)
    follow(page.get_by_role("link", name="Held for you"))

    expect(page.get_by_text("Nobody asked you").last).not_to_be_visible()
    page.get_by_text("Show the words").first.click()
    expect(page.get_by_role("blockquote").first).to_be_visible()
    page.get_by_text("Show the words").last.click()
    expect(page.get_by_role("blockquote")).to_have_count(1)

    page.get_by_label("Choose what Mallory Crane said").first.check()
    follow(page.get_by_role("button", name="Put away"))
    expect(page.get_by_text("1 is put away. Nobody is told.")).to_be_visible()
