"""What somebody who listens is told of what happens: no process is started for it."""

from dataclasses import replace

import pytest
from django.utils import timezone

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.streaming.channels import channel_of
from corridor.mastodon_api.streaming.deliveries import Deliveries
from corridor.mastodon_api.streaming.journal import Journal
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name

EVERYTHING = frozenset({"read", "write", "follow"})


@pytest.fixture
def listener(now):
    def of(profile, scopes=EVERYTHING):
        return Caller(viewer_id=profile.pk, scopes=scopes, application="", token_id=None, now=now)

    return of


@pytest.fixture
def heard(db, now, listener):
    """`heard(amara, "user")` since it was asked for: [("update", '{"id":...')]."""
    journal = Journal()
    journal.begin(now=timezone.now())
    happened = []

    def by(profile, name="user", *, at=now, scopes=EVERYTHING, **asked):
        happened.extend(journal.fresh(now=timezone.now()))
        caller = replace(listener(profile, scopes), now=at)
        deliveries = Deliveries(happened, {profile.pk})
        told = deliveries.to(caller, [channel_of(name, asked)])
        return [(message.event, message.payload) for message in told]

    return by


@pytest.fixture
def hears(heard):
    """The names of the events alone."""
    return lambda *given, **asked: [event for event, _payload in heard(*given, **asked)]
