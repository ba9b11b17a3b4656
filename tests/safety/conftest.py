"""What is flagged, and by whom."""

import pytest

from corridor.posts.actions import NewPost, publish_post
from corridor.safety.actions import (
    NewDecision,
    NewFlag,
    appoint_moderator,
    decide_case,
    flag_post,
)
from corridor.safety.choices import Measure, Queue, Reason


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


@pytest.fixture
def moderator(join, now):
    """`moderator()`: somebody with a right to every queue; `moderator("spam")` to one."""
    count = iter(range(1, 100))

    def appoint(*queues):
        handle = f"moderator_{'abcdefgh'[next(count)]}"
        profile = join(handle=handle, display_name=handle.replace("_", " ").title())
        appoint_moderator(profile, queues=[Queue(one) for one in queues] or list(Queue), now=now)
        return profile

    return appoint


@pytest.fixture
def case(says, flags, amara, mallory):
    """Amara flagged what Mallory says."""
    return flags(amara, says(mallory, "I know when your shift ends")).case


@pytest.fixture
def decides(now):
    """`decides(case, rosa, Measure.REMOVE, days=3)`"""

    def decide(case, by, *measures, at=None, **more):
        new = NewDecision(
            measures=measures or (Measure.NOTHING,),
            reason=more.pop("reason", Reason.HARASSMENT),
            words=more.pop("words", "It goes at a person."),
            **more,
        )
        return decide_case(new, case=case, by=by, now=at or now)

    return decide
