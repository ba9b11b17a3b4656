"""What lists of notifications take, however they are told."""

from typing import Annotated, Any

from django.db.models import QuerySet
from ninja import Schema
from pydantic import BeforeValidator, Field

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.given_posts import MaybeId
from corridor.mastodon_api.notifications.entity import kinds
from corridor.mastodon_api.paging import LARGEST_ID, Page
from corridor.notifications import queries as notices

MOST = 80


def _listed(said: Any) -> Any:
    return said if isinstance(said, list) else [said]


Names = Annotated[list[str], BeforeValidator(_listed), Field(max_length=40)]
Ids = Annotated[
    list[Annotated[int, Field(ge=0, le=LARGEST_ID)]],
    BeforeValidator(_listed),
    Field(max_length=MOST),
]


class Which(Schema):
    types: Names | None = None
    exclude_types: Names = []
    account_id: MaybeId = None
    include_filtered: bool = False


class NotificationsPage(Page, Which):
    limit: int = Field(default=40, ge=1)


def found(asked: Which, caller: Caller) -> QuerySet[Any, Any]:
    """Those that she is told of and the app asks for; of one person also what lies apart."""
    both = asked.include_filtered or asked.account_id is not None
    rows = notices.notifications(caller.member.pk, now=caller.now, is_apart=None if both else False)
    if asked.types is not None:
        rows = rows.filter(kind__in=kinds(asked.types))
    if asked.exclude_types:
        rows = rows.exclude(kind__in=kinds(asked.exclude_types))
    if asked.account_id is not None:
        rows = rows.filter(by=asked.account_id)
    return rows


class Counting(Which):
    limit: int = Field(default=notices.MOST_COUNTED, ge=1)


def count_unread(asked: Counting, caller: Caller, *, groups: bool) -> int:
    read_to = notices.read_to(caller.member.pk)
    newer = found(asked, caller).filter(pk__gt=read_to).order_by("-pk")
    most = min(asked.limit, 1000)
    if not groups:
        return newer[:most].count()
    return len(set(newer.values_list("group", flat=True)[:most]))
