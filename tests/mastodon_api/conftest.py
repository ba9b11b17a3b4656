"""Apps of members: `app(amara).get("/api/v1/timelines/home")`."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from oauth2_provider.models import AccessToken, Application, set_token_value

from tests.films import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def app(db):
    """A client with a token of somebody, for everything or for some scopes."""
    del db
    clients = {}

    def of(profile, scopes="read write follow push"):
        if (profile.pk, scopes) not in clients:
            clients[profile.pk, scopes] = signed_in(profile, scopes)
        return clients[profile.pk, scopes]

    def signed_in(profile, scopes):
        application, _ = Application.objects.get_or_create(
            name="Pocket",
            client_type=Application.CLIENT_CONFIDENTIAL,
            authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
            redirect_uris="https://pocket.example/back",
        )
        token = f"token-of-{profile.handle}-{scopes}"
        kept = AccessToken(
            user=profile.account,
            application=application,
            scope=scopes,
            expires=timezone.now() + timedelta(days=1),
        )
        set_token_value(kept, token)
        kept.save()
        return Client(headers={"Authorization": f"Bearer {token}"})

    return of
