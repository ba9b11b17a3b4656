"""Hashtags that somebody follows, what is on a profile, and filters on pages."""

from datetime import timedelta

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from corridor.people.actions import follow
from corridor.posts.actions import NewPost, pin_post, publish_post
from corridor.posts.choices import Audience
from corridor.posts.models import Filter, FilterKeyword


@pytest.fixture
def say():
    def publish(author, text, *, minutes=5, **more):
        now = timezone.now() - timedelta(minutes=minutes)
        return publish_post(NewPost(text=text, **more), by=author, now=now)

    return publish


def read(client, path):
    page = client.get(path).content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def test_a_hashtag_that_she_follows_comes_to_her(signed_in, amara, dr_osei, say):
    say(dr_osei, "Erector spinae #POCUS")
    client = signed_in(amara)
    assert "You follow no hashtags yet" in read(client, "/your-hashtags/")

    page = client.post("/tags/pocus/follow/", follow=True).content.decode()

    assert "You follow #POCUS" in page
    assert "Erector spinae" in read(client, "/your-hashtags/")
    assert "Erector spinae" in read(client, "/")
    client.post("/tags/pocus/follow/end/")
    assert "Erector spinae" not in read(client, "/your-hashtags/")
    assert "Erector spinae" not in read(client, "/")


def test_what_is_no_hashtag_cannot_be_followed(signed_in, amara):
    assert signed_in(amara).post("/tags/%20/follow/").status_code == 404


def test_a_profile_shows_what_somebody_said_the_pinned_first(dr_osei, amara, say):
    pinned = say(dr_osei, "Read this first", minutes=90)
    asked = say(amara, "Which block?", minutes=80)
    say(dr_osei, "Fascia iliaca", in_reply_to=asked.pk)
    say(dr_osei, "Newest")
    pin_post(post=pinned, by=dr_osei, now=timezone.now())

    page = read(Client(), "/@kwame_osei/")

    assert page.index("Read this first") < page.index("Newest")
    assert "Fascia iliaca" not in page
    assert "Fascia iliaca" in read(Client(), "/@kwame_osei/?shows=replies")
    assert "Newest" not in read(Client(), "/@kwame_osei/?shows=media")


def test_a_profile_shows_nobody_what_is_not_for_her(signed_in, dr_osei, amara, say, now):
    say(dr_osei, "For followers", audience=Audience.FOLLOWERS)

    assert "For followers" not in read(signed_in(amara), "/@kwame_osei/").replace(
        "For followers</", ""
    )
    follow(follower=amara, followed=dr_osei, now=now)
    assert "<p>For followers</p>" in read(signed_in(amara), "/@kwame_osei/")


@pytest.mark.parametrize(
    ("action", "is_there", "is_folded"), [("hide", False, False), ("warn", True, True)]
)
def test_a_filter_holds_on_pages(signed_in, amara, dr_osei, say, action, is_there, is_folded):
    kept = Filter.objects.create(profile=amara, title="Exams", contexts=["public"], action=action)
    FilterKeyword.objects.create(filter=kept, keyword="viva")
    say(dr_osei, "My viva is tomorrow")

    page = read(signed_in(amara), "/public/")

    assert ("My viva is tomorrow" in page) == is_there
    assert ("Your filter “Exams”" in page) == is_folded
    assert "My viva is tomorrow" in read(signed_in(dr_osei), "/public/")
