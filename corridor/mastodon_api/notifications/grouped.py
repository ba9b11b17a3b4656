"""https://docs.joinmastodon.org/methods/grouped_notifications/: told together within an hour."""

from collections.abc import Mapping, Sequence

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.answers import json_text, texts_by_id
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.post import moment
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.notifications.asking import (
    MOST,
    Counting,
    Names,
    NotificationsPage,
    count_unread,
    page_of,
)
from corridor.mastodon_api.notifications.entity import (
    TYPES,
    Told,
    group_of,
    of_told,
    told,
)
from corridor.mastodon_api.paging import with_links
from corridor.mastodon_api.parameters import Asked
from corridor.notifications import actions
from corridor.notifications import queries as notices

router = Router(tags=["grouped_notifications"])
READS = Needs("read:notifications")
WRITES = Needs("write:notifications")
FACES = 8
"""Accounts that a group names; the rest is a number."""


class GroupsPage(NotificationsPage):
    grouped_types: Names | None = None


@router.get("/notifications", auth=READS)
def several(request: HttpRequest, asked: Asked[GroupsPage]) -> HttpResponse:
    """A piece of notifications, told together where they are of one group."""
    caller = caller_of_request(request)
    rows = page_of(asked, caller)
    groups: dict[str, list[Told]] = {}
    for one in rows:
        groups.setdefault(group_of(one, asked.grouped_types), []).append(one)
    answer = _answer(groups, caller)
    limit = asked.stretch(most=MOST).limit
    return with_links(answer, request, [one.pk for one in rows], limit=limit)


@router.get("/notifications/unread_count", auth=READS)
def unread(request: HttpRequest, asked: Asked[Counting]) -> HttpResponse:
    return JsonResponse({"count": count_unread(asked, caller_of_request(request), groups=True)})


@router.get("/notifications/{group}", auth=READS)
def one(request: HttpRequest, group: str) -> HttpResponse:
    caller = caller_of_request(request)
    return _answer({group: _of_group(group, caller)}, caller)


@router.get("/notifications/{group}/accounts", auth=READS)
def accounts(request: HttpRequest, group: str) -> HttpResponse:
    caller = caller_of_request(request)
    senders = [one.by for one in _of_group(group, caller)]
    texts = account_texts(senders)
    return json_text(f"[{','.join(texts[pk] for pk in dict.fromkeys(senders))}]")


@router.post("/notifications/{group}/dismiss", auth=WRITES)
def dismiss(request: HttpRequest, group: str) -> HttpResponse:
    actions.dismiss_group(group, by=caller_of_request(request).member.pk)
    return JsonResponse({})


def _of_group(group: str, caller: Caller) -> list[Told]:
    """Newest first. Raises NotThere."""
    rows = notices.notifications(caller.member.pk, now=caller.now, is_apart=None)
    several = told(list(of_told(rows.filter(group=group[:60]).order_by("-pk")[:MOST])))
    if not several:
        raise NotThere
    return several


def _answer(groups: Mapping[str, Sequence[Told]], caller: Caller) -> HttpResponse:
    shown = {one.by for group in groups.values() for one in group[:FACES]}
    named = {group[0].post for group in groups.values()} - {None}
    accounts = account_texts(shown)
    statuses = texts_by_id([pk for pk in named if pk is not None], caller) if named else {}
    totals = _totals(groups, caller)
    said = [dumps(_group(key, group, totals)) for key, group in groups.items()]
    return json_text(
        f'{{"accounts":[{",".join(accounts.values())}],"statuses":[{",".join(statuses.values())}]'
        f',"notification_groups":[{",".join(said)}]}}'
    )


def _group(key: str, group: Sequence[Told], totals: Mapping[str, int]) -> dict[str, object]:
    newest, oldest = group[0], group[-1]
    senders = list(dict.fromkeys(one.by for one in group))[:FACES]
    status = {} if newest.post is None else {"status_id": str(newest.post)}
    return {
        "group_key": key,
        "notifications_count": totals.get(key, len(group)),
        "type": TYPES[newest.kind],
        "most_recent_notification_id": newest.pk,
        "page_min_id": str(oldest.pk),
        "page_max_id": str(newest.pk),
        "latest_page_notification_at": moment(newest.at),
        "sample_account_ids": [str(pk) for pk in senders],
        **status,
    }


def _totals(groups: Mapping[str, Sequence[Told]], caller: Caller) -> Mapping[str, int]:
    """A group may reach beyond the piece."""
    together = [key for key, group in groups.items() if group[0].group == key and len(group) > 1]
    if not together:
        return {}
    rows = notices.notifications(caller.member.pk, now=caller.now).filter(group__in=together)
    counted = rows.order_by().values_list("group").annotate(count=Count("pk"))
    return dict(counted)
