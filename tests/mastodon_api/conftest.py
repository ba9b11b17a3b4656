"""Apps of members: `app(amara).get("/api/v1/timelines/home")`."""

import pytest
from django.test import Client

from tests.films import *  # noqa: F403 - pytest finds fixtures by name
from tests.mastodon_api.letting_in import EVERYTHING, let_in


@pytest.fixture
def app(db):
    """A client with a token of somebody, for everything or for some scopes."""
    del db
    clients = {}

    def of(profile, scopes=EVERYTHING):
        if (profile.pk, scopes) not in clients:
            clients[profile.pk, scopes] = signed_in(profile, scopes)
        return clients[profile.pk, scopes]

    def signed_in(profile, scopes):
        token = f"token-of-{profile.handle}-{scopes}"
        let_in(profile, scopes, token)
        return Client(headers={"Authorization": f"Bearer {token}"})

    return of
