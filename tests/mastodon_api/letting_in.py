"""An app that somebody let in, without the way there."""

from datetime import timedelta

from django.utils import timezone
from oauth2_provider.models import AccessToken, Application, set_token_value

EVERYTHING = "read write follow push"


def let_in(profile, scope, token):
    """The row that is kept of a token, which opens for a day what the scope says."""
    application, _ = Application.objects.get_or_create(
        name="Pocket",
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris="https://pocket.example/back",
    )
    kept = AccessToken(
        user=profile.account,
        application=application,
        scope=scope,
        expires=timezone.now() + timedelta(days=1),
    )
    set_token_value(kept, token)
    kept.save()
    return kept
