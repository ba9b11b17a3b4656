"""Tokens that are given without a code: to whoever joined through an app."""

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from oauth2_provider.models import AccessToken, Application, set_token_value

from corridor.mastodon_api.callers import NOBODY, Caller
from corridor.mastodon_api.oauth.rules import A_LONG_TIME, TOKEN_BYTES

if TYPE_CHECKING:
    from corridor.people.models import Account


def issue(account: "Account | None", *, by: Caller) -> dict[str, Any]:
    """Through the app that asks, with what it may; without an account one that opens nothing."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    scopes = " ".join(sorted(by.scopes))
    kept = AccessToken(
        user=account,
        application=Application.objects.get(accesstoken=by.token_id),
        scope=NOBODY if account is None else scopes,
        expires=by.now + timedelta(seconds=A_LONG_TIME),
    )
    set_token_value(kept, token)
    kept.save()
    return {
        "access_token": token,
        "token_type": "Bearer",
        "scope": scopes,
        "created_at": int(by.now.timestamp()),
    }
