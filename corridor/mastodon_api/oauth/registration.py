"""https://docs.joinmastodon.org/methods/apps/"""

import secrets
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.http import HttpRequest
from ninja import Router, Schema
from oauth2_provider.models import Application
from pydantic import Field

from corridor.kernel.rate_limits import is_within_limit
from corridor.mastodon_api import scopes
from corridor.mastodon_api.callers import Caller, Needs
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.models import RegisteredApp
from corridor.mastodon_api.oauth import redirects
from corridor.mastodon_api.oauth.rules import digest
from corridor.mastodon_api.parameters import Given

router = Router(tags=["apps"])

LONGEST_NAME = 60
LONGEST_WEBSITE = 2_000
SECRET_BYTES = 32


class NewApp(Schema):
    client_name: str = Field(default="", max_length=1_000)
    redirect_uris: str | list[str] = ""
    scopes: str = Field(default="", max_length=2_000)
    website: str | None = Field(default=None, max_length=10_000)


@router.post("/apps")
def register(request: HttpRequest, given: Given[NewApp]) -> dict[str, Any]:
    """Anybody may; it opens nothing until somebody lets the app in."""
    if not is_within_limit(request, "apps", most=60, seconds=600):
        raise ApiError(429, "Too many requests")
    name = " ".join(given.client_name.split())
    if not name:
        raise ApiError(422, "Validation failed: Application name can't be blank")
    if len(name) > LONGEST_NAME:
        raise ApiError(422, "Validation failed: Application name is too long")
    secret = secrets.token_urlsafe(SECRET_BYTES)
    registered = _registered(
        name=name,
        uris=redirects.checked(given.redirect_uris),
        wanted=_scopes(given.scopes),
        website=_website(given.website or ""),
        secret=secret,
    )
    client_id = registered.application.client_id
    return _application(registered) | {
        "client_id": client_id,
        "client_secret": secret,
        "client_secret_expires_at": 0,
    }


@router.get("/apps/verify_credentials", auth=Needs("", visitors=True))
def verify(request: HttpRequest) -> dict[str, Any]:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    registered = (
        RegisteredApp.objects.select_related("application")
        .filter(application__accesstoken=caller.token_id)
        .first()
    )
    if caller.token_id is None or registered is None:
        raise ApiError(401, "The access token is invalid")
    return _application(registered)


@transaction.atomic
def _registered(
    *, name: str, uris: list[str], wanted: list[str], website: str, secret: str
) -> RegisteredApp:
    application = Application.objects.create(
        name=name,
        redirect_uris=" ".join(uris),
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        client_secret=digest(secret),
        hash_client_secret=False,  # it is a digest already
    )
    return RegisteredApp.objects.create(
        application=application, scopes=" ".join(wanted), website=website
    )


def _scopes(text: str) -> list[str]:
    try:
        return scopes.listed(text)
    except scopes.UnknownScope:
        raise ApiError(
            422, "Validation failed: Scopes doesn't match configured on the server."
        ) from None


def _website(text: str) -> str:
    if not text:
        return ""
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        raise ApiError(422, "Validation failed: Website must be a valid URL") from None
    return text


def _application(registered: RegisteredApp) -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/Application/"""
    application = registered.application
    uris = application.redirect_uris.split()
    return {
        "id": str(application.pk),
        "name": application.name,
        "website": registered.website or None,
        "scopes": registered.scopes.split(),
        "redirect_uris": uris,
        "redirect_uri": "\n".join(uris),
        "vapid_key": settings.VAPID_PUBLIC_KEY,
    }
