"""https://docs.joinmastodon.org/methods/filters/: words and statuses of one filter."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities import filters as entities
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.filters.refusals import told
from corridor.mastodon_api.filters.several import named
from corridor.mastodon_api.given_posts import Id
from corridor.mastodon_api.named import post_named
from corridor.mastodon_api.parameters import Given, number
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import FilteredPost, FilterKeyword

router = Router(tags=["filters"])
READS = Needs("read:filters")
WRITES = Needs("write:filters")


class Word(Schema):
    keyword: str | None = None
    whole_word: bool | None = None


class Covered(Schema):
    status_id: Id


@router.get("/filters/{filter_id}/keywords", auth=READS)
def keywords(request: HttpRequest, filter_id: str) -> HttpResponse:
    kept = named(filter_id, caller_of_request(request))
    return JsonResponse([entities.keyword(one) for one in kept.keywords.all()], safe=False)


@router.post("/filters/{filter_id}/keywords", auth=WRITES)
def add_keyword(request: HttpRequest, filter_id: str, given: Given[Word]) -> HttpResponse:
    caller = caller_of_request(request)
    kept = named(filter_id, caller)
    word = posting.Keyword(text=given.keyword or "", is_whole=given.whole_word is not False)
    with told():
        [pk] = posting.keep_keywords(kept, [word], by=caller.member)
    return JsonResponse(entities.keyword(_keyword(str(pk), caller)))


@router.get("/filters/keywords/{keyword_id}", auth=READS)
def keyword(request: HttpRequest, keyword_id: str) -> HttpResponse:
    return JsonResponse(entities.keyword(_keyword(keyword_id, caller_of_request(request))))


@router.put("/filters/keywords/{keyword_id}", auth=WRITES)
def change_keyword(request: HttpRequest, keyword_id: str, given: Given[Word]) -> HttpResponse:
    caller = caller_of_request(request)
    kept = _keyword(keyword_id, caller)
    word = posting.Keyword(
        text=kept.keyword if given.keyword is None else given.keyword,
        is_whole=kept.is_whole_word if given.whole_word is None else given.whole_word,
        pk=kept.pk,
    )
    with told():
        posting.keep_keywords(kept.filter, [word], by=caller.member)
    return JsonResponse(entities.keyword(_keyword(keyword_id, caller)))


@router.delete("/filters/keywords/{keyword_id}", auth=WRITES)
def end_keyword(request: HttpRequest, keyword_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    with told():
        posting.end_keyword(_keyword(keyword_id, caller), by=caller.member)
    return JsonResponse({})


@router.get("/filters/{filter_id}/statuses", auth=READS)
def statuses(request: HttpRequest, filter_id: str) -> HttpResponse:
    kept = named(filter_id, caller_of_request(request))
    return JsonResponse([entities.covered_status(one) for one in kept.posts.all()], safe=False)


@router.post("/filters/{filter_id}/statuses", auth=WRITES)
def cover(request: HttpRequest, filter_id: str, given: Given[Covered]) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(str(given.status_id), caller)
    with told():
        kept = posting.cover_post(named(filter_id, caller), post, by=caller.member)
    return JsonResponse(entities.covered_status(kept))


@router.get("/filters/statuses/{covered_id}", auth=READS)
def covered(request: HttpRequest, covered_id: str) -> HttpResponse:
    return JsonResponse(entities.covered_status(_covered(covered_id, caller_of_request(request))))


@router.delete("/filters/statuses/{covered_id}", auth=WRITES)
def uncover(request: HttpRequest, covered_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    with told():
        posting.uncover_post(_covered(covered_id, caller), by=caller.member)
    return JsonResponse({})


def _keyword(keyword_id: str, caller: Caller) -> "FilterKeyword":
    kept = posts.own_keywords(caller.member.pk).filter(pk=number(keyword_id)).first()
    if kept is None:
        raise NotThere
    return kept


def _covered(covered_id: str, caller: Caller) -> "FilteredPost":
    kept = posts.own_covered(caller.member.pk).filter(pk=number(covered_id)).first()
    if kept is None:
        raise NotThere
    return kept
