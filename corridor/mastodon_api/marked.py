"""https://docs.joinmastodon.org/methods/bookmarks/ and .../favourites/: paged by the marks."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from corridor.mastodon_api import answers, reads
from corridor.mastodon_api.callers import Needs, caller_of_request
from corridor.mastodon_api.paging import Page, with_links
from corridor.mastodon_api.parameters import Asked

router = Router(tags=["statuses"])


@router.get("/bookmarks", auth=Needs("read:bookmarks"))
def bookmarks(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    return _marked(reads.BOOKMARKED, request, asked)


@router.get("/favourites", auth=Needs("read:favourites"))
def favourites(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    return _marked(reads.GIVEN_KUDOS, request, asked)


def _marked(what: reads.Read, request: HttpRequest, asked: Page) -> HttpResponse:
    caller = caller_of_request(request)
    found = reads.found(what, asked.piece(), caller, {})
    texts = answers.texts_by_id([post_id for _, post_id in found], caller)
    said = ",".join(texts[post_id] for _, post_id in found if post_id in texts)
    answer = answers.json_text(f"[{said}]")
    return with_links(answer, request, [pk for pk, _ in found], limit=asked.stretch().limit)
