"""https://docs.joinmastodon.org/methods/notifications/#get-requests: what lies apart, by person.

A request has the number of the person it is from.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from corridor.kernel import ids
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.answers import json_text, texts_by_id
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.post import moment
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.notifications.asking import MOST, Ids
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.mastodon_api.parameters import Asked, Given, number
from corridor.notifications import actions
from corridor.notifications import queries as notices

router = Router(tags=["notifications"])
READS = Needs("read:notifications")
WRITES = Needs("write:notifications")


class Which(Schema):
    id: Ids = []


@router.get("/notifications/requests", auth=READS)
def several(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    caller = caller_of_request(request)
    rows = notices.requests(caller.member.pk, now=caller.now)
    found = piece(rows, asked, by="newest", most=MOST)
    answer = json_text(f"[{','.join(_texts(found, caller))}]")
    limit = asked.stretch(most=MOST).limit
    return with_links(answer, request, [row["newest"] for row in found], limit=limit)


@router.get("/notifications/requests/merged", auth=READS)
def merged(request: HttpRequest) -> HttpResponse:
    """What is accepted is told at once."""
    del request
    return JsonResponse({"merged": True})


@router.post("/notifications/requests/accept", auth=WRITES)
def accept_several(request: HttpRequest, given: Given[Which]) -> HttpResponse:
    return _accept(request, given.id)


@router.post("/notifications/requests/dismiss", auth=WRITES)
def dismiss_several(request: HttpRequest, given: Given[Which]) -> HttpResponse:
    return _dismiss(request, given.id)


@router.get("/notifications/requests/{by_id}", auth=READS)
def one(request: HttpRequest, by_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    row = notices.request_from(caller.member.pk, number(by_id), now=caller.now)
    if row is None:
        raise NotThere
    return json_text(_texts([row], caller)[0])


@router.post("/notifications/requests/{by_id}/accept", auth=WRITES)
def accept(request: HttpRequest, by_id: str) -> HttpResponse:
    return _accept(request, [number(by_id)])


@router.post("/notifications/requests/{by_id}/dismiss", auth=WRITES)
def dismiss(request: HttpRequest, by_id: str) -> HttpResponse:
    return _dismiss(request, [number(by_id)])


def _accept(request: HttpRequest, senders: Sequence[int]) -> HttpResponse:
    caller = caller_of_request(request)
    try:
        actions.accept_requests(senders, by=caller.member.pk, now=caller.now)
    except actions.NoRequest as refused:
        raise NotThere from refused
    return JsonResponse({})


def _dismiss(request: HttpRequest, senders: Sequence[int]) -> HttpResponse:
    caller = caller_of_request(request)
    try:
        actions.dismiss_requests(senders, by=caller.member.pk, now=caller.now)
    except actions.NoRequest as refused:
        raise NotThere from refused
    return JsonResponse({})


def _texts(found: Sequence[Mapping[str, Any]], caller: Caller) -> list[str]:
    accounts = account_texts(row["by"] for row in found)
    last = notices.posts_of({row["newest"] for row in found})
    statuses = texts_by_id(last.values(), caller) if last else {}
    return [
        f'{_request(row)[:-1]},"account":{accounts[row["by"]]}'
        f',"last_status":{statuses.get(last.get(row["newest"], 0), "null")}}}'
        for row in found
    ]


def _request(row: Mapping[str, Any]) -> str:
    return dumps(
        {
            "id": str(row["by"]),
            "created_at": moment(ids.moment(row["oldest"])),
            "updated_at": moment(ids.moment(row["newest"])),
            "notifications_count": str(row["count"]),
        }
    )
