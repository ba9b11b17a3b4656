"""What tests of accounts may call on besides."""

import pytest

from corridor.posts.models import Attachment
from tests.web.mentors.conftest import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def picture_of(now):
    """The number of a picture of somebody, ready for a post, without a file behind it."""
    made = iter(range(1, 1000))

    def send(profile):
        return Attachment.objects.create(
            id=next(made), owner=profile, kind="image", state="ready", at=now
        ).pk

    return send
