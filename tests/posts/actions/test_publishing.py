"""Somebody says something, and those whom it is for find it."""

from corridor.people.actions import follow
from corridor.posts import queries
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.queries import Stretch


def home(profile, now):
    found = queries.stretch_of(queries.home(profile.pk, now=now), Stretch(), by="entry")
    return [entry.post.text for entry in found.select_related("post")]


def test_a_post_reaches_those_who_follow(amara, dr_osei, mallory, now):
    follow(follower=amara, followed=dr_osei, now=now)

    publish_post(NewPost(text="Blocks on Thursday"), by=dr_osei, now=now)

    assert home(amara, now) == ["Blocks on Thursday"]
    assert home(dr_osei, now) == ["Blocks on Thursday"]
    assert home(mallory, now) == []
