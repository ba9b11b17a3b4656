"""Mastodon's Notification, joined from prepared texts.

https://docs.joinmastodon.org/entities/Notification/
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.answers import texts_by_id
from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.post import moment
from corridor.notifications.choices import GROUPED, Kind

TYPES: Mapping[str, str] = {
    Kind.MENTION: "mention",
    Kind.REPLY_WAITING: "mention",
    Kind.BOOST: "reblog",
    Kind.KUDOS: "favourite",
    Kind.FOLLOW: "follow",
    Kind.FOLLOW_REQUEST: "follow_request",
    Kind.POLL: "poll",
    Kind.EDIT: "update",
    Kind.POST: "status",
    Kind.QUOTE: "quote",
}
"""As Mastodon's apps call them; it has no replies that wait."""


@dataclass(frozen=True, kw_only=True)
class Told:
    pk: int
    kind: str
    at: datetime
    by: int
    post: int | None
    group: str
    is_apart: bool


COLUMNS = ("pk", "kind", "at", "by", "post", "group", "is_apart")


@dataclass(frozen=True, kw_only=True)
class Texts:
    """Accounts and statuses that notifications speak of."""

    accounts: Mapping[int, str]
    statuses: Mapping[int, str]


def of_told(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return rows.values_list(*COLUMNS)


def told(rows: Sequence[Sequence[Any]]) -> list[Told]:
    """Compiled queries of SQLite answer moments as text."""
    several = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    for one in several:
        if isinstance(one["at"], str):
            one["at"] = datetime.fromisoformat(one["at"]).replace(tzinfo=UTC)
    return [Told(**one) for one in several]


def kinds(types: Sequence[str]) -> list[str]:
    """Types that this server has none of mean nothing."""
    return [kind for kind, name in TYPES.items() if name in types]


def group_of(one: Told, grouped: Sequence[str] | None = None) -> str:
    """`grouped`: the types that the app shows together; None is all that can be."""
    is_together = one.kind in GROUPED and (grouped is None or TYPES[one.kind] in grouped)
    return one.group if is_together else f"ungrouped-{one.pk}"


def texts_of(several: Sequence[Told], caller: Caller) -> Texts:
    named = {one.post for one in several if one.post is not None}
    return Texts(
        accounts=account_texts(one.by for one in several),
        statuses=texts_by_id(named, caller) if named else {},
    )


def notification(one: Told, texts: Texts) -> str:
    said = dumps(
        {
            "id": str(one.pk),
            "type": TYPES[one.kind],
            "created_at": moment(one.at),
            "group_key": group_of(one),
        }
    )
    apart = ',"filtered":true' if one.is_apart else ""
    status = "" if one.post is None else f',"status":{texts.statuses.get(one.post, "null")}'
    return f'{said[:-1]}{apart},"account":{texts.accounts[one.by]}{status}}}'
