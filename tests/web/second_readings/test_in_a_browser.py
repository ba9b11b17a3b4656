"""A post on its way through a second reader, as people see it."""

import pytest

from corridor.posts.actions import NewPost
from corridor.posts.models import Post
from corridor.safety.actions import Wish, ask_second_reader
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)

RECORD = "My patient, MRN 12345678, is septic."


@pytest.fixture
def reading(amara, rosa, now):
    wish = Wish(grounds="agreed", words="Form in the record, signed in March, for this site")
    return ask_second_reader(NewPost(text=RECORD), wish, by=amara, now=now)


def test_pages_have_no_flaws(open_page, amara, rosa, reading):
    for who, path in (
        (amara, "/you/second-readings/"),
        (amara, f"/you/second-readings/{reading.pk}/"),
        (rosa, "/second-readings/"),
        (rosa, f"/second-readings/{reading.pk}/"),
    ):
        page = open_page(path, viewer=who)
        assert flaws(page) == [], path


def test_from_a_stop_to_a_post_without_scripts(open_page, amara, rosa):
    page = open_page("/compose/", viewer=amara, scripts=False)
    page.get_by_label("Your post").fill(RECORD)
    follow(page.get_by_role("button", name="Post", exact=True))
    follow(page.get_by_role("button", name="Ask a second reader"))
    page.get_by_label("Why it may be posted").select_option("agreed")
    page.get_by_label("To the reader").fill("Form in the record, signed in March, for this site")
    follow(page.get_by_role("button", name="Send it to be read"))
    assert page.get_by_role("heading", level=1).inner_text() == "Waits for a second reader"

    page = open_page("/second-readings/", viewer=rosa, scripts=False)
    follow(page.get_by_role("link", name="Something in it may lead to a patient"))
    assert page.locator("mark").inner_text() == "12345678"
    follow(page.get_by_role("button", name="Let it pass", exact=True))

    assert Post.objects.get().text == RECORD
