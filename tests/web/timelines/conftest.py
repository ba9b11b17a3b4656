"""What is said some minutes ago."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.posts.actions import NewPost, publish_post


@pytest.fixture
def say():
    """`say(dr_osei, "Blocks on Thursday")`, some minutes ago."""

    def publish(author, text, *, minutes=5, **more):
        now = timezone.now() - timedelta(minutes=minutes)
        return publish_post(NewPost(text=text, **more), by=author, now=now)

    return publish
