"""https://docs.joinmastodon.org/methods/statuses/: who passed a post on, likes or quotes it."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from corridor.mastodon_api import answers
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.callers import Needs, caller_of_request
from corridor.mastodon_api.named import post_named
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.mastodon_api.parameters import Asked
from corridor.posts import queries as posts

router = Router(tags=["statuses"])
READS = Needs("read:accounts", visitors=True)
MOST = 80


class PeoplePage(Page):
    limit: int = Field(default=40, ge=1)


@router.get("/statuses/{status_id}/reblogged_by", auth=READS)
def boosted_by(request: HttpRequest, status_id: str, asked: Asked[PeoplePage]) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    rows = posts.boosts_of(post, viewer_id=caller.viewer_id, now=caller.now)
    found = piece(rows.values_list("pk", "booster"), asked, by="pk", most=MOST)
    return _people(found, request, asked)


@router.get("/statuses/{status_id}/favourited_by", auth=READS)
def liked_by(request: HttpRequest, status_id: str, asked: Asked[PeoplePage]) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    rows = posts.kudos_of(post, viewer_id=caller.viewer_id, now=caller.now)
    found = piece(rows.values_list("pk", "profile"), asked, by="pk", most=MOST)
    return _people(found, request, asked)


@router.get("/statuses/{status_id}/quotes", auth=Needs("read:statuses", visitors=True))
def quoted_by(request: HttpRequest, status_id: str, asked: Asked[Page]) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    found = posts.quotes_of(post, viewer_id=caller.viewer_id, now=caller.now)
    return answers.statuses(found, request, asked, caller)


def _people(found: list[tuple[int, int]], request: HttpRequest, asked: Page) -> HttpResponse:
    texts = account_texts([profile_id for _, profile_id in found])
    said = ",".join(texts[profile_id] for _, profile_id in found)
    limit = asked.stretch(most=MOST).limit
    return with_links(answers.json_text(f"[{said}]"), request, [pk for pk, _ in found], limit=limit)
