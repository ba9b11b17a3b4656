"""Who listens, to what, and with which right."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from oauth2_provider.models import AccessToken

from corridor.mastodon_api.callers import Caller, caller_with
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.streaming.channels import OF_PAGES, Channel
from corridor.people import queries as people


@dataclass(frozen=True, kw_only=True)
class Message:
    channel: Channel
    event: str
    payload: str
    """JSON, or the number of what is gone."""


class Listener(Protocol):
    """An open connection; the loop of the process calls these two."""

    caller: Caller
    channels: dict[Channel, None]

    def tell(self, message: Message) -> None: ...

    def close(self) -> None: ...


def listening(token: str, *, now: datetime) -> Caller:
    """Raises ApiError."""
    if not token:
        raise ApiError(401, "Missing access token")
    caller = caller_with(token, now=now)
    if caller.profile is None:
        raise ApiError(401, "Invalid access token")
    return replace(caller, filters=None)  # they change while she listens


def check_scope(caller: Caller, channel: Channel) -> None:
    """Raises ApiError."""
    if channel.name in OF_PAGES and caller.application:
        raise ApiError(404, "Not found")
    if not caller.may(channel.scope):
        raise ApiError(401, "Access token does not have the required scopes")


def check_list(caller: Caller, channel: Channel) -> None:
    """Of nobody's list as of somebody else's. Raises ApiError."""
    if people.list_kept(int(channel.subject), viewer=caller.member) is None:
        raise ApiError(401, "Not authorized to stream this list")


def still_good(token_ids: Collection[int], *, now: datetime) -> set[int]:
    """Of those who stream: not revoked, not over, and of somebody who may sign in."""
    tokens = AccessToken.objects.filter(pk__in=token_ids, expires__gt=now, user__is_active=True)
    return set(tokens.filter(user__departure=None).values_list("pk", flat=True))
