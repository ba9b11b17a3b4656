"""Whether somebody may quote a post is told to each reader, by view and lane alike."""

import json

import pytest
from django.test import Client

from corridor.people.actions import follow
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience, Quoters
from tests.mastodon_api.asking import *  # noqa: F403 - pytest finds fixtures by name

MAY, MAY_NOT = "automatic", "denied"


@pytest.fixture
def follower(amara, dr_osei, now):
    follow(follower=amara, followed=dr_osei, now=now)
    return amara


@pytest.mark.parametrize(
    ("facts", "automatic", "told"),
    [
        ({}, ["public"], (MAY, MAY, MAY)),
        ({"quoters": Quoters.FOLLOWERS}, ["followers"], (MAY, MAY, MAY_NOT)),
        ({"quoters": Quoters.NOBODY}, [], (MAY, MAY_NOT, MAY_NOT)),
        ({"audience": Audience.FOLLOWERS}, [], (MAY, MAY_NOT, None)),
    ],
)
def test_each_reader_is_told_whether_she_may(
    facts, automatic, told, app, dr_osei, follower, mallory, now
):
    post = publish_post(NewPost(text="Blocks", **facts), by=dr_osei, now=now)

    for reader, current in zip((dr_osei, follower, mallory), told, strict=True):
        answer = app(reader).get(f"/api/v1/statuses/{post.pk}").json()
        if current is not None:
            assert answer["quote_approval"] == {
                "automatic": automatic,
                "manual": [],
                "current_user": current,
            }


def test_visitors_may_not_where_only_some_may(dr_osei, now):
    post = publish_post(NewPost(text="Blocks", quoters=Quoters.FOLLOWERS), by=dr_osei, now=now)

    said = Client().get(f"/api/v1/statuses/{post.pk}").json()

    assert said["quote_approval"]["current_user"] == MAY_NOT


def test_inside_of_a_quotation_and_of_a_boost_it_is_told_too(app, dr_osei, follower, mallory, now):
    post = publish_post(NewPost(text="Blocks", quoters=Quoters.FOLLOWERS), by=dr_osei, now=now)
    quoting = publish_post(NewPost(text="See", quotes=post.pk), by=follower, now=now)

    said = app(mallory).get(f"/api/v1/statuses/{quoting.pk}").json()

    assert said["quote"]["quoted_status"]["quote_approval"]["current_user"] == MAY_NOT


@pytest.mark.parametrize("quoters", Quoters)
def test_the_lane_says_the_same(quoters, both, app, dr_osei, follower, now):
    publish_post(NewPost(text="Blocks", quoters=quoters), by=dr_osei, now=now)
    token = app(follower).defaults["HTTP_AUTHORIZATION"].removeprefix("Bearer ")

    lane, view = both.ask("/api/v1/timelines/home", token)

    assert lane[2] == view[2]
    [said] = json.loads(lane[2])
    assert said["quote_approval"]["current_user"] == (MAY_NOT if quoters == "nobody" else MAY)
