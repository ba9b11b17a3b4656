"""What every test of posts may call on."""

import pytest

from corridor.posts import queries
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import Attachment
from tests.films import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def says(now):
    """`says(amara, "Hello", audience=Audience.NAMED)` publishes, and answers the post."""

    def publish(profile, text="Blocks on Thursday", *, at=now, **more):
        return publish_post(NewPost(text=text, **more), by=profile, now=at)

    return publish


@pytest.fixture
def reads(now):
    """Whether somebody may read a post: `reads(amara, post)`; None is a visitor."""

    def may(profile, post, *, at=now):
        viewer_id = None if profile is None else profile.pk
        return queries.readable(viewer_id, now=at).filter(pk=post.pk).exists()

    return may


@pytest.fixture
def picture(now):
    """A picture of somebody, ready for a post, without a file behind it."""
    made = iter(range(1, 1000))

    def send(profile, **facts):
        return Attachment.objects.create(
            id=next(made), owner=profile, **{"kind": "image", "at": now} | facts
        )

    return send
