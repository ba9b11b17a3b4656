"""Who asks, through which app, and what it was allowed."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from django.http import HttpRequest
from django.utils import timezone
from ninja.security.base import AuthBase
from oauth2_provider.models import AccessToken

from corridor.mastodon_api import rates, scopes
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.tokens import bearer_of
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Account, Profile

NOBODY = "corridor:nobody"
"""The scope of a token that looks like a newcomer's and opens nothing."""
INVALID = "The access token is invalid"
STILL = frozenset({"write:blocks", "write:mutes", "write:notifications", "write:reports"})
"""What somebody whom moderators let read only may do all the same: it protects her."""
UNCONFIRMED = "Your login is missing a confirmed e-mail address"


class Viewer(Protocol):
    """As much of a caller as reading asks for."""

    @property
    def viewer_id(self) -> int | None: ...

    @property
    def now(self) -> datetime: ...

    @property
    def filters(self) -> str | None:
        """As `posts.queries.filters_as_text` tells them; None where they are to be asked for."""


@dataclass(frozen=True, kw_only=True)
class Caller:
    viewer_id: int | None
    """None for a visitor, and for an app that nobody signed in to."""
    scopes: frozenset[str]
    application: str
    token_id: int | None
    now: datetime
    filters: str | None = None
    is_frozen: bool = False
    """Moderators let her read only."""

    @cached_property
    def profile(self) -> "Profile | None":
        return None if self.viewer_id is None else people.profile_here(self.viewer_id)

    @property
    def member(self) -> "Profile":
        """Behind `Needs`, which lets no visitor through unless told to."""
        if self.profile is None:
            raise ApiError(422, "This method requires an authenticated user")
        return self.profile

    def may(self, scope: str) -> bool:
        return scopes.includes(self.scopes, scope)


class Needs(AuthBase):
    """``auth=Needs("read:statuses")``; with `visitors` also without a token."""

    openapi_type = "http"

    def __init__(self, scope: str, *, visitors: bool = False) -> None:
        self.openapi_scheme = "bearer"
        super().__init__()
        self.scope = scope
        self.visitors = visitors

    def __call__(self, request: HttpRequest) -> Any:
        caller = caller_of(request)
        if caller is None:
            if self.visitors:
                return visitor()
            raise ApiError(401, INVALID)
        count(request, caller)
        if caller.viewer_id is None and not self.visitors:
            raise ApiError(422, "This method requires an authenticated user")
        if self.scope and not caller.may(self.scope):
            raise ApiError(403, "This action is outside the authorized scopes")
        if caller.is_frozen and self.scope.startswith("write:") and self.scope not in STILL:
            raise ApiError(403, "This action is not allowed")
        return caller


def count(request: HttpRequest, caller: Caller) -> None:
    """Raises ApiError for a member whose apps asked too much lately."""
    if caller.viewer_id is None:
        return
    rate = rates.count_member(caller.viewer_id, now=caller.now)
    request.rate = rate  # type: ignore[attr-defined]
    if rate.is_over:
        raise ApiError(429, "Too many requests")


def visitor() -> Caller:
    return Caller(
        viewer_id=None, scopes=frozenset(), application="", token_id=None, now=timezone.now()
    )


def bearer(header: str) -> str:
    kind, _, token = header.partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def checksum(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def caller_of(request: HttpRequest) -> Caller | None:
    """None without a token. Raises ApiError where it is unknown, revoked or over."""
    token = bearer(request.headers.get("Authorization", ""))
    return caller_with(token, now=timezone.now()) if token else None


def caller_with(token: str, *, now: datetime) -> Caller:
    """Raises ApiError where the token is unknown, revoked or over, or its owner gone."""
    kept = bearer_of(checksum(token), now=now)
    if kept is None:
        raise ApiError(401, INVALID)
    if kept.account_id is not None and kept.profile_id is None:
        raise ApiError(403, _why_closed(kept_token(token, now=now).user))
    if kept.account_id is None and kept.scope == NOBODY:
        raise ApiError(403, UNCONFIRMED)
    return Caller(
        viewer_id=kept.profile_id,
        scopes=frozenset(kept.scope.split()),
        application=kept.application,
        token_id=kept.token_id,
        now=now,
        filters=kept.filters,
        is_frozen=kept.is_frozen,
    )


def kept_token(token: str, *, now: datetime) -> AccessToken:
    """Whoever may be behind it. Raises ApiError where there is none."""
    kept = (
        AccessToken.objects.select_related("application", "user")
        .filter(token_checksum=checksum(token), expires__gt=now)
        .first()
    )
    if kept is None:
        raise ApiError(401, INVALID)
    return kept


def _why_closed(account: "Account") -> str:
    if people.is_unconfirmed(account):
        return UNCONFIRMED
    if people.awaits_admission(account):
        return "Your login is currently pending approval"
    return "Your login is currently disabled"


def caller_of_request(request: HttpRequest) -> Caller:
    """Whom `Needs` let in."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    return caller
