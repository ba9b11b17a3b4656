"""https://docs.joinmastodon.org/methods/scheduled_statuses/"""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.scheduled import scheduled_status
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.given_posts import Moment
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.mastodon_api.parameters import Asked, Given, number
from corridor.mastodon_api.refusals import told
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import ScheduledPost

router = Router(tags=["scheduled_statuses"])
READS = Needs("read:statuses")
WRITES = Needs("write:statuses")


class NewTime(Schema):
    scheduled_at: Moment


@router.get("/scheduled_statuses", auth=READS)
def several(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    caller = caller_of_request(request)
    found = piece(posts.own_schedule(caller.member.pk), asked, by="pk")
    answer = JsonResponse([scheduled_status(one) for one in found], safe=False)
    return with_links(answer, request, [one.pk for one in found], limit=asked.stretch().limit)


@router.get("/scheduled_statuses/{scheduled_id}", auth=READS)
def read(request: HttpRequest, scheduled_id: str) -> HttpResponse:
    return JsonResponse(scheduled_status(_named(scheduled_id, caller_of_request(request))))


@router.put("/scheduled_statuses/{scheduled_id}", auth=WRITES)
def change(request: HttpRequest, scheduled_id: str, given: Given[NewTime]) -> HttpResponse:
    caller = caller_of_request(request)
    kept = _named(scheduled_id, caller)
    with told():
        changed = posting.change_schedule(
            scheduled=kept, due_at=given.scheduled_at, by=caller.member, now=caller.now
        )
    return JsonResponse(scheduled_status(changed))


@router.delete("/scheduled_statuses/{scheduled_id}", auth=WRITES)
def cancel(request: HttpRequest, scheduled_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    kept = _named(scheduled_id, caller)
    with told():
        posting.cancel_schedule(scheduled=kept, by=caller.member)
    return JsonResponse({})


def _named(scheduled_id: str, caller: Caller) -> "ScheduledPost":
    kept = posts.own_schedule(caller.member.pk).filter(pk=number(scheduled_id)).first()
    if kept is None:
        raise NotThere
    return kept
