"""A token of somebody of the demo, for trying out apps and the API without signing in."""

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from oauth2_provider.models import AccessToken, Application, set_token_value

from corridor.demo import community
from corridor.people import queries

if TYPE_CHECKING:
    from corridor.people.models import Profile

NAME = "Trying out the demo"
SCOPES = "read write follow push"
LASTS = timedelta(days=30)


class NotOfTheDemo(Exception):
    """No token opens an account of somebody real this way."""


def demo_token(handle: str) -> str:
    """Raises NotOfTheDemo."""
    profile = _of_the_demo(handle)
    application, _ = Application.objects.get_or_create(
        name=NAME,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris="urn:ietf:wg:oauth:2.0:oob",
    )
    token = secrets.token_urlsafe(32)
    kept = AccessToken(
        user=profile.account,
        application=application,
        scope=SCOPES,
        expires=timezone.now() + LASTS,
    )
    set_token_value(kept, token)
    kept.save()
    return token


def _of_the_demo(handle: str) -> "Profile":
    found = queries.profile_by_handle(handle.removeprefix("@"))
    emails = {person.email for person in community.everybody()}
    if found is None or not community.is_seeded() or found.account.email not in emails:
        raise NotOfTheDemo
    return found
