"""Activity and filters as people meet them: widths, themes, the number in the navigation."""

import pytest

from corridor.notifications import actions
from corridor.notifications.choices import Treatment
from corridor.people import actions as people
from corridor.posts import actions as posts
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ["/notifications/", "/notifications/settings/", "/notifications/requests/", "/you/filters/"]


@pytest.fixture
def told(amara, dr_osei, mallory, says, now):
    """Amara, told of a reply, kudos, a request to follow, and something apart."""
    amara.approves_followers = True
    post = says(amara, "First block placed")
    says(dr_osei, "Well done, and remember the ultrasound", in_reply_to=post.pk)
    posts.give_kudos(post=post, by=dr_osei, now=now)
    people.follow(follower=dr_osei, followed=amara, now=now)
    actions.set_policy({"for_not_following": Treatment.FILTER}, by=amara.pk)
    says(mallory, "Hello @amara_nwosu")
    words = posts.FilterWords(title="Exams", contexts=["home"])
    posts.make_filter(words, keywords=[posts.Keyword(text="osce")], by=amara)
    return amara


def test_pages_are_accessible_and_fit(open_page, told):
    page = open_page("/notifications/", viewer=told)

    for path in PAGES:
        page.goto(path)
        assert flaws(page) == []


def test_the_navigation_says_how_many_are_new(open_page, told):
    page = open_page("/you/filters/", viewer=told)

    count = page.locator('[data-unread="/notifications/unread/"]')
    count.wait_for(state="visible")

    assert count.inner_text().split()[0] == "3"


def test_and_no_longer_once_they_are_read(open_page, told):
    page = open_page("/notifications/", viewer=told)
    count = page.locator('.nav [data-unread="/notifications/unread/"]')
    count.wait_for(state="visible")

    with page.expect_response("**/notifications/unread/") as answer:
        follow(page.get_by_role("button", name="Mark all as read"))

    assert answer.value.json() == {"count": 0}
    count.wait_for(state="hidden")
