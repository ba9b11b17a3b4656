"""https://docs.joinmastodon.org/methods/bookmarks/ and .../favourites/: paged by the marks."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Router

from corridor.mastodon_api import answers
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.mastodon_api.parameters import Asked
from corridor.posts import queries as posts

router = Router(tags=["statuses"])


@router.get("/bookmarks", auth=Needs("read:bookmarks"))
def bookmarks(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    caller = caller_of_request(request)
    return _marked(posts.bookmarked(caller.member.pk, now=caller.now), request, asked, caller)


@router.get("/favourites", auth=Needs("read:favourites"))
def favourites(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    caller = caller_of_request(request)
    return _marked(posts.given_kudos(caller.member.pk, now=caller.now), request, asked, caller)


def _marked(
    marks: QuerySet[Any, Any], request: HttpRequest, asked: Page, caller: Caller
) -> HttpResponse:
    found = piece(marks.values_list("pk", "post"), asked, by="pk")
    texts = answers.texts_by_id([post_id for _, post_id in found], caller)
    said = ",".join(texts[post_id] for _, post_id in found if post_id in texts)
    answer = answers.json_text(f"[{said}]")
    return with_links(answer, request, [pk for pk, _ in found], limit=asked.stretch().limit)
