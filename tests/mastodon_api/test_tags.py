"""Hashtags as apps follow and show them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.people.actions import follow
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience


@pytest.fixture
def now():
    return timezone.now()


def home_of(client):
    return [one["content"].count("Airways") for one in client.get("/api/v1/timelines/home").json()]


def test_a_tag_tells_how_it_was_used_this_week(app, amara, dr_osei, now):
    for days in (0, 0, 2, 9):
        at = now - timedelta(days=days)
        publish_post(NewPost(text="On #Airways"), by=dr_osei, now=at)
    publish_post(NewPost(text="On #airways"), by=amara, now=now)
    publish_post(NewPost(text="On #airways", audience=Audience.NAMED), by=amara, now=now)

    told = app(amara).get("/api/v1/tags/AIRWAYS").json()

    assert (told["name"], told["following"], told["featuring"]) == ("Airways", False, False)
    assert [(day["uses"], day["accounts"]) for day in told["history"]] == [
        ("3", "2"), ("0", "0"), ("1", "1"), ("0", "0"), ("0", "0"), ("0", "0"), ("0", "0"),
    ]  # fmt: skip


def test_a_tag_that_nobody_used_is_a_tag_and_words_are_none(client, db):
    del db
    assert client.get("/api/v1/tags/Unheard").json()["history"] == []
    assert client.get("/api/v1/tags/two words").status_code == 404


def test_following_a_tag_brings_its_posts_and_unfollowing_takes_them_away(
    app, amara, dr_osei, mallory, now
):
    follow(follower=amara, followed=mallory, now=now)
    publish_post(NewPost(text="Before: #Airways"), by=dr_osei, now=now)
    publish_post(NewPost(text="A friend: #Airways"), by=mallory, now=now)
    mine = app(amara)
    assert home_of(mine) == [1]

    assert mine.post("/api/v1/tags/Airways/follow").json()["following"] is True
    publish_post(NewPost(text="After: #airways #Airways"), by=dr_osei, now=now)
    assert len(home_of(mine)) == 3
    assert [tag["name"] for tag in mine.get("/api/v1/followed_tags").json()] == ["Airways"]

    assert mine.post("/api/v1/tags/Airways/unfollow").json()["following"] is False
    assert home_of(mine) == [1]
    assert mine.get("/api/v1/followed_tags").json() == []


def test_what_is_no_tag_cannot_be_followed(app, amara):
    assert app(amara).post("/api/v1/tags/two words/follow").status_code == 422


def test_tags_are_shown_on_a_profile_with_what_she_said(app, amara, dr_osei, now):
    publish_post(NewPost(text="On #Airways"), by=amara, now=now)
    publish_post(NewPost(text="Only for us: #Airways", audience=Audience.NAMED), by=amara, now=now)
    mine = app(amara)
    assert [tag["name"] for tag in mine.get("/api/v1/featured_tags/suggestions").json()] == [
        "Airways"
    ]

    made = mine.post("/api/v1/featured_tags", {"name": "Airways"}).json()

    assert (made["name"], made["statuses_count"]) == ("Airways", "1")
    shown = app(dr_osei).get(f"/api/v1/accounts/{amara.pk}/featured_tags").json()
    assert [tag["name"] for tag in shown] == ["Airways"]
    assert mine.get("/api/v1/featured_tags/suggestions").json() == []
    assert mine.delete(f"/api/v1/featured_tags/{made['id']}").json() == {}
    assert mine.delete(f"/api/v1/featured_tags/{made['id']}").status_code == 404
    assert mine.get("/api/v1/featured_tags").json() == []


def test_a_profile_shows_ten_tags(app, amara):
    mine = app(amara)
    for number in range(10):
        assert mine.post("/api/v1/featured_tags", {"name": f"Tag{number}"}).status_code == 200

    refused = mine.post("/api/v1/featured_tags", {"name": "Eleventh"})

    assert refused.status_code == 422
    assert len(mine.get("/api/v1/featured_tags").json()) == 10
