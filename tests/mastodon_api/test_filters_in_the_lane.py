"""What a reader filters is told by the reading lane as the ordinary view tells it."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.posts.actions import Edit, NewPost, edit_post, publish_post
from corridor.posts.models import Filter
from tests.mastodon_api.asking import *  # noqa: F403 - pytest finds fixtures by name

PUBLIC = "/api/v1/timelines/public"
SOON = timedelta(minutes=1)


@pytest.fixture
def token(app):
    def of(profile, scopes="read"):
        app(profile, scopes)
        return f"token-of-{profile.handle}-{scopes}"

    return of


@pytest.fixture
def post(dr_osei, now):
    return publish_post(NewPost(text="Blocks on Thursday #FirstGenMed"), by=dr_osei, now=now)


def test_filters_are_told(both, token, amara, post, now):
    made = Filter.objects.create(
        profile=amara, title="Work", contexts=["home"], expires_at=timezone.now() + SOON
    )
    made.keywords.create(keyword="thursday")
    mine = token(amara)

    lane, view = both.ask(PUBLIC, mine)

    assert (both.passed_on, lane) == (0, view)
    assert json.loads(lane[2])[0]["filtered"][0]["keyword_matches"] == ["thursday"]


def test_a_post_that_was_edited_is_held_against_filters_anew(both, token, amara, dr_osei, post):
    Filter.objects.create(profile=amara, title="Work", contexts=["home"]).keywords.create(
        keyword="thursday"
    )
    mine = token(amara)
    assert json.loads(both.ask_lane(PUBLIC, mine)[2])[0]["filtered"]

    edit_post(Edit(text="Blocks on Friday"), post=post, by=dr_osei, now=timezone.now())

    lane, view = both.ask(PUBLIC, mine)
    assert (both.passed_on, lane) == (0, view)
    assert json.loads(lane[2])[0]["filtered"] == []
