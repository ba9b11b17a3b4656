"""https://docs.joinmastodon.org/methods/polls/"""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import Field

from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.poll import polls
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.parameters import Given, number
from corridor.mastodon_api.refusals import told
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import Poll

router = Router(tags=["polls"])


class VoteWords(Schema):
    choices: list[int] = Field(max_length=50)


@router.get("/polls/{poll_id}", auth=Needs("read:statuses", visitors=True))
def read(request: HttpRequest, poll_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    return _answer(_poll_named(poll_id, caller), caller)


@router.post("/polls/{poll_id}/votes", auth=Needs("write:statuses"))
def vote(request: HttpRequest, poll_id: str, given: Given[VoteWords]) -> HttpResponse:
    caller = caller_of_request(request)
    poll = _poll_named(poll_id, caller)
    with told():
        posting.vote(poll=poll, choices=given.choices, by=caller.member, now=caller.now)
    return _answer(poll, caller)


def _poll_named(poll_id: str, caller: Caller) -> "Poll":
    poll = posts.poll_shown(number(poll_id), viewer_id=caller.viewer_id, now=caller.now)
    if poll is None:
        raise NotThere
    return poll


def _answer(poll: "Poll", caller: Caller) -> HttpResponse:
    found = polls([poll.post_id], viewer_id=caller.viewer_id, now=caller.now)
    return JsonResponse(found[poll.post_id])
