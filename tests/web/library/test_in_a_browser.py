"""Threads, tutorials, achievements, stories and old posts in a browser: for everybody."""

import pytest
from django.utils import timezone

from corridor.posts.actions import NewAchievement, NewPost, celebrate, publish_post
from corridor.posts.choices import Feat
from tests.library.conftest import drafts, publishes
from tests.web.browser import flaws

__all__ = ["drafts", "publishes"]


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def pages(drafts, publishes, dr_osei, amara, now):
    """Addresses of all of them, with something on each."""
    asked = {"answers": {1: "Yes\nNo"}, "reveals": {2}}
    publishes(dr_osei, "Why? 10.1234/a", "Because", title="Awake", **asked)
    version = drafts(dr_osei, "x" * 1200, "Two", title="Draft", **asked)
    new = NewAchievement(feat=Feat.AWARD, title="Best poster", about=dr_osei.handle)
    celebrate(new, by=amara, now=now)
    own = celebrate(NewAchievement(feat=Feat.TALK, title="On blocks"), by=dr_osei, now=now)
    publish_post(NewPost(text="Old #blocks"), by=dr_osei, now=now)
    return [
        "/compose/thread/",
        f"/compose/thread/{version.tutorial_id}/",
        "/tutorials/",
        "/tutorials/awake/",
        "/tutorials/awake/cite/",
        "/compose/achievement/",
        "/you/achievements/",
        f"/achievements/{own.pk}/",
        f"/@{dr_osei.handle}/achievements/",
        "/compose/story/",
        "/you/old-posts/",
        f"/you/old-posts/year/{now.year}/",
        "/you/old-posts/rule/",
    ]


def test_everybody_can_use_the_pages(open_page, pages, dr_osei):
    page = open_page(pages[0], viewer=dr_osei)

    for path in pages:
        page.goto(path)
        assert flaws(page) == []
