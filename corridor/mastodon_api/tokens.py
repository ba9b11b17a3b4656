"""Who a token stands for: one query, compiled once, that also tells what is asked next anyway."""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Expression, OuterRef, Subquery
from oauth2_provider.models import AccessToken

from corridor.kernel.compiled import Compiled
from corridor.people import queries as people
from corridor.posts import queries as posts

COLUMNS = (
    "pk",
    "scope",
    "application__name",
    "user",
    "user__profile",
    "user__is_active",
    "user__departure",
    "is_frozen",
    "filters",
)


class Bearer(NamedTuple):
    token_id: int
    scope: str
    application: str
    account_id: int | None
    """None for an app that nobody signed in to."""
    profile_id: int | None
    """None as well where she may not sign in, or asked to leave."""
    is_frozen: bool
    """Moderators let her read only."""
    filters: str
    """As `posts.queries.filters_as_text` tells them; empty where there are none."""
    besides: Any = None
    """The value of what was asked with it."""


@cache
def query(besides: Expression | None = None) -> Compiled:
    def build(checksum: str, now: datetime) -> Any:
        kept = AccessToken.objects.filter(token_checksum=checksum, expires__gt=now).order_by()
        told = kept.annotate(
            is_frozen=people.is_frozen(OuterRef("user__profile")),
            filters=Subquery(posts.filters_as_text(OuterRef("user__profile"))),
        )
        if besides is None:
            return told.values_list(*COLUMNS)
        return told.annotate(besides=besides).values_list(*COLUMNS, "besides")

    return Compiled(build, checksum=str, now=datetime)


def bearer_of(
    checksum: str, *, now: datetime, database: Any = None, besides: Expression | None = None
) -> Bearer | None:
    """None where there is no such token, or it is over."""
    found = query(besides).rows({"checksum": checksum, "now": now}, database)
    if not found:
        return None
    token_id, scope, application, account_id, *person = found[0]
    profile_id, is_active, departure, is_frozen, *rest = person
    return Bearer(
        token_id=token_id,
        scope=scope,
        application=application or "",
        account_id=account_id,
        profile_id=profile_id if is_active and departure is None else None,
        is_frozen=bool(is_frozen),
        filters=rest[0] or "",
        besides=rest[1] if besides is not None else None,
    )
