"""What is flagged, and by whom."""

import pytest

from corridor.posts.actions import NewPost, publish_post
from corridor.safety.actions import NewFlag, flag_post
from corridor.safety.choices import Reason


@pytest.fixture
def says(now):
    """`says(mallory, "You will regret this")`: a post for everybody."""

    def say(author, text="Blocks on Thursday", **more):
        return publish_post(NewPost(text=text, **more), by=author, now=now)

    return say


@pytest.fixture
def flags(now):
    """`flags(amara, post, Reason.SPAM)`"""

    def flag(by, post, reason=Reason.HARASSMENT, words="", at=None):
        new = NewFlag(reason=reason, words=words)
        return flag_post(new, post=post, by=by, now=at or now)

    return flag
