"""Replies that wait for the author of a post, as apps of GoToSocial answer them.

Mastodon has none; the addresses and shapes are those of
https://docs.gotosocial.org/en/latest/api/swagger/. Of what may wait there, replies wait here.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from ninja import Router

from corridor.mastodon_api import answers
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.post import moment
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.given_posts import MaybeId
from corridor.mastodon_api.named import post_named
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.mastodon_api.parameters import Asked
from corridor.mastodon_api.refusals import told
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import Post

router = Router(tags=["interaction_requests"])
READS = Needs("read:notifications")
WRITES = Needs("write:statuses")


class Waiting(Page):
    status_id: MaybeId = None
    """Only of replies to this post."""


@router.get("/interaction_requests", auth=READS)
def several(request: HttpRequest, asked: Asked[Waiting]) -> HttpResponse:
    caller = caller_of_request(request)
    rows = posts.replies_waiting(caller.member.pk, now=caller.now)
    if asked.status_id is not None:
        rows = rows.filter(in_reply_to=asked.status_id)
    found = piece(rows, asked)
    answer = answers.json_text(f"[{','.join(_texts(found, caller))}]")
    return with_links(answer, request, [one.pk for one in found], limit=asked.stretch().limit)


@router.get("/interaction_requests/{request_id}", auth=READS)
def read(request: HttpRequest, request_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    reply = post_named(request_id, caller)
    is_to_hers = reply.in_reply_to_author_id == caller.member.pk and reply.in_reply_to_id
    if not is_to_hers or not reply.is_held or reply.is_behind_shield:
        raise NotThere
    return answers.json_text(_text(reply, caller))


@router.post("/interaction_requests/{request_id}/authorize", auth=WRITES)
def authorize(request: HttpRequest, request_id: str) -> HttpResponse:
    """One that was refused, too."""
    caller = caller_of_request(request)
    reply = post_named(request_id, caller)
    with told():
        posting.let_reply_through(reply=reply, by=caller.member)
    return answers.json_text(_text(reply, caller, accepted_at=moment(caller.now)))


@router.post("/interaction_requests/{request_id}/reject", auth=WRITES)
def reject(request: HttpRequest, request_id: str) -> HttpResponse:
    """Whoever wrote it is not told."""
    caller = caller_of_request(request)
    reply = post_named(request_id, caller)
    with told():
        posting.refuse_reply(reply=reply, by=caller.member, now=caller.now)
    return answers.json_text(_text(reply, caller, rejected_at=moment(caller.now)))


def _text(reply: "Post", caller: Caller, **answered: str | None) -> str:
    (text,) = _texts([reply], caller, **answered)
    return text


def _texts(replies: Sequence["Post"], caller: Caller, **answered: str | None) -> list[str]:
    above = {one.in_reply_to_id for one in replies if one.in_reply_to_id is not None}
    statuses = answers.texts_by_id({*above, *(one.pk for one in replies)}, caller)
    accounts = account_texts(one.author_id for one in replies)
    return [
        f'{_facts(one, **answered)[:-1]},"account":{accounts[one.author_id]},'
        f'"status":{statuses.get(one.in_reply_to_id or 0, "null")},"reply":{statuses[one.pk]}}}'
        for one in replies
    ]


def _facts(reply: "Post", **answered: str | None) -> str:
    facts = {"id": str(reply.pk), "type": "reply", "created_at": moment(reply.at)}
    return dumps(facts | answered)
