"""What lists of notifications take, however they are told."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any

from django.db.models import QuerySet
from ninja import Schema
from pydantic import BeforeValidator, Field

from corridor.mastodon_api import reads
from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.given_posts import MaybeId
from corridor.mastodon_api.notifications.entity import TYPES, Told, kinds, of_told, told
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


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which kinds of notifications, whoever asks."""

    kinds: tuple[str, ...]
    includes_apart: bool
    is_by_one: bool

    def rows(self, viewer: int, now: datetime, by: int | None = None) -> QuerySet[Any, Any]:
        is_apart = None if self.includes_apart else False
        rows = notices.notifications(viewer, now=now, is_apart=is_apart)
        if len(self.kinds) < len(TYPES):
            rows = rows.filter(kind__in=self.kinds)
        return rows.filter(by=by) if self.is_by_one else rows


def wanted(asked: Which) -> Wanted:
    """Those that the app asks for; of one person also what lies apart."""
    is_by_one = asked.account_id is not None
    named = set(TYPES.values() if asked.types is None else asked.types)
    return Wanted(
        kinds=tuple(kinds(sorted(named - set(asked.exclude_types)))),
        includes_apart=asked.include_filtered or is_by_one,
        is_by_one=is_by_one,
    )


def page_of(asked: NotificationsPage, caller: Caller) -> list[Told]:
    """Newest first."""
    which = wanted(asked)
    if not which.kinds:
        return []
    named = {} if asked.account_id is None else {"by": asked.account_id}
    return told(reads.found(_read(which), asked.piece(most=MOST), caller, named))


@lru_cache(maxsize=128)
def _read(wanted: Wanted) -> reads.Read:
    def all_of(viewer: int, now: datetime, by: int | None = None) -> QuerySet[Any, Any]:
        return of_told(wanted.rows(viewer, now, by))

    names = (("by", int),) if wanted.is_by_one else ()
    return reads.Read(all=all_of, names=names, by="id", visitors=False)


class Counting(Which):
    limit: int = Field(default=notices.MOST_COUNTED, ge=1)


def count_unread(asked: Counting, caller: Caller, *, groups: bool) -> int:
    read_to = notices.read_to(caller.member.pk)
    rows = wanted(asked).rows(caller.member.pk, caller.now, asked.account_id)
    newer = rows.filter(pk__gt=read_to).order_by("-pk")
    most = min(asked.limit, 1000)
    if not groups:
        return newer[:most].count()
    return len(set(newer.values_list("group", flat=True)[:most]))
