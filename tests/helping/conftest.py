"""Amara named Dr Osei as a helper, and strangers turn to her behind her shield."""

import pytest

from corridor.helping.actions import agree_to_help, ask_helper
from corridor.helping.choices import Scope
from corridor.people.actions import ShieldWishes, raise_shield
from corridor.posts.actions import NewPost, publish_post
from corridor.safety import queries as safety

ALL = frozenset(Scope)


@pytest.fixture
def asks(amara, dr_osei, now):
    """`asks({Scope.READ})`: Amara asks Dr Osei."""

    def ask(scopes=ALL, *, helper=dr_osei, by=amara, is_called=False, at=now):
        scopes = frozenset(scopes)
        return ask_helper(scopes, helper=helper, is_called=is_called, by=by, now=at)

    return ask


@pytest.fixture
def names(asks, now):
    """The same, and Dr Osei agrees."""

    def name(scopes=ALL, **more):
        asked = asks(scopes, **more)
        return agree_to_help(asked.pk, by=asked.helper, now=now)

    return name


@pytest.fixture
def helper(names):
    return names()


@pytest.fixture
def says(now):
    """`says(mallory, "You will regret this")`: a post for everybody."""

    def say(author, text="I know when your shift ends", **more):
        return publish_post(NewPost(text=text, **more), by=author, now=now)

    return say


@pytest.fixture
def held(says, amara, mallory, now):
    """`held("...")`: what Mallory says to Amara behind her shield."""
    raise_shield(ShieldWishes(), profile=amara, now=now)

    def say(text="@amara_nwosu I know when your shift ends", by=mallory):
        post = says(by, text)
        return safety.held_for(amara.pk, now=now).get(post=post)

    return say
