"""https://docs.joinmastodon.org/methods/conversations/: posts for the people named in them.

A conversation has the number of the post that began it.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from corridor.mastodon_api import reads
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.answers import json_text, texts_by_id
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.paging import Page, with_links
from corridor.mastodon_api.parameters import Asked, number
from corridor.posts import actions as posting
from corridor.posts import queries as posts

router = Router(tags=["conversations"])
WRITES = Needs("write:conversations")


@router.get("/conversations", auth=Needs("read:statuses"))
def several(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    caller = caller_of_request(request)
    rows = reads.found(reads.PRIVATE_THREADS, asked.piece(), caller, {})
    found = [{"thread": thread, "last": last} for thread, last in rows]
    answer = json_text(f"[{','.join(conversation_texts(found, caller))}]")
    return with_links(answer, request, [last for _, last in rows], limit=asked.piece().limit)


@router.delete("/conversations/{thread}", auth=WRITES)
def remove(request: HttpRequest, thread: str) -> HttpResponse:
    caller = caller_of_request(request)
    try:
        posting.remove_private_thread(number(thread), by=caller.member.pk, now=caller.now)
    except posting.NoSuchThread as refused:
        raise NotThere from refused
    return JsonResponse({})


@router.post("/conversations/{thread}/read", auth=WRITES)
def read(request: HttpRequest, thread: str) -> HttpResponse:
    caller = caller_of_request(request)
    try:
        posting.read_private_thread(number(thread), by=caller.member.pk, now=caller.now)
    except posting.NoSuchThread as refused:
        raise NotThere from refused
    rows = posts.private_threads(caller.member.pk, now=caller.now).filter(thread=number(thread))
    return json_text(conversation_texts(list(rows.order_by("thread")), caller)[0])


def conversation_texts(rows: list[dict[str, int]], caller: Caller) -> list[str]:
    viewer_id = caller.member.pk
    found = posts.in_whole(rows, viewer_id=viewer_id, now=caller.now)
    accounts = account_texts({pk for one in found for pk in one.others} | {viewer_id})
    statuses = texts_by_id([one.last for one in found], caller)
    return [
        f'{{"id":"{one.thread}","unread":{"true" if one.is_unread else "false"}'
        f',"accounts":[{",".join(accounts[pk] for pk in one.others or [viewer_id])}]'
        f',"last_status":{statuses.get(one.last, "null")}}}'
        for one in found
    ]
