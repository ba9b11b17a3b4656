"""What every test of notifications may call on."""

import pytest

from corridor.notifications.queries import notifications
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def told(now):
    """What somebody is told of: `told(amara) == [("kudos", "kwame_osei")]`, newest first."""

    def look(profile, *, at=now, **which):
        rows = notifications(profile.pk, now=at, **which).order_by("-pk")
        return [(row.kind, row.by.handle) for row in rows.select_related("by")]

    return look
