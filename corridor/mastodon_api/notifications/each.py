"""https://docs.joinmastodon.org/methods/notifications/: one by one."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from corridor.mastodon_api.answers import json_text
from corridor.mastodon_api.callers import Needs, caller_of_request
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.given_posts import Id
from corridor.mastodon_api.notifications.asking import (
    MOST,
    Counting,
    NotificationsPage,
    count_unread,
    page_of,
)
from corridor.mastodon_api.notifications.entity import notification, of_told, texts_of, told
from corridor.mastodon_api.paging import with_links
from corridor.mastodon_api.parameters import Asked, Given, number
from corridor.notifications import actions
from corridor.notifications import queries as notices

router = Router(tags=["notifications"])
READS = Needs("read:notifications")
WRITES = Needs("write:notifications")


class Which(Schema):
    id: Id


@router.get("/notifications", auth=READS)
def several(request: HttpRequest, asked: Asked[NotificationsPage]) -> HttpResponse:
    caller = caller_of_request(request)
    rows = page_of(asked, caller)
    texts = texts_of(rows, caller)
    answer = json_text(f"[{','.join(notification(one, texts) for one in rows)}]")
    limit = asked.stretch(most=MOST).limit
    return with_links(answer, request, [one.pk for one in rows], limit=limit)


@router.get("/notifications/unread_count", auth=READS)
def unread(request: HttpRequest, asked: Asked[Counting]) -> HttpResponse:
    count = count_unread(asked, caller_of_request(request), groups=False)
    return JsonResponse({"count": count})


@router.post("/notifications/clear", auth=WRITES)
def clear(request: HttpRequest) -> HttpResponse:
    actions.clear(by=caller_of_request(request).member.pk)
    return JsonResponse({})


@router.post("/notifications/dismiss", auth=WRITES)
def dismiss_as_before(request: HttpRequest, given: Given[Which]) -> HttpResponse:
    """As apps asked for it long ago."""
    return dismiss(request, str(given.id))


@router.get("/notifications/{notification_id}", auth=READS)
def one(request: HttpRequest, notification_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    rows = notices.notifications(caller.member.pk, now=caller.now, is_apart=None)
    kept = told(list(of_told(rows.filter(pk=number(notification_id)).order_by("pk"))))
    if not kept:
        raise NotThere
    return json_text(notification(kept[0], texts_of(kept, caller)))


@router.post("/notifications/{notification_id}/dismiss", auth=WRITES)
def dismiss(request: HttpRequest, notification_id: str) -> HttpResponse:
    try:
        actions.dismiss(number(notification_id), by=caller_of_request(request).member.pk)
    except actions.NothingToDismiss as refused:
        raise NotThere from refused
    return JsonResponse({})
