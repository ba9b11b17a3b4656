"""https://docs.joinmastodon.org/methods/statuses/: who passed a post on, likes or quotes it."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from corridor.mastodon_api import answers, reads
from corridor.mastodon_api.accounts.answers import PeoplePage, people_read
from corridor.mastodon_api.callers import Needs, caller_of_request
from corridor.mastodon_api.named import post_named
from corridor.mastodon_api.paging import Page
from corridor.mastodon_api.parameters import Asked
from corridor.posts import queries as posts

router = Router(tags=["statuses"])
READS = Needs("read:accounts", visitors=True)


@router.get("/statuses/{status_id}/reblogged_by", auth=READS)
def boosted_by(request: HttpRequest, status_id: str, asked: Asked[PeoplePage]) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    return people_read(reads.BOOSTERS, request, asked, caller, of=post.pk)


@router.get("/statuses/{status_id}/favourited_by", auth=READS)
def liked_by(request: HttpRequest, status_id: str, asked: Asked[PeoplePage]) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    return people_read(reads.GIVERS_OF_KUDOS, request, asked, caller, of=post.pk)


@router.get("/statuses/{status_id}/quotes", auth=Needs("read:statuses", visitors=True))
def quoted_by(request: HttpRequest, status_id: str, asked: Asked[Page]) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    found = posts.quotes_of(post, viewer_id=caller.viewer_id, now=caller.now)
    return answers.statuses(found, request, asked, caller)
