"""https://docs.joinmastodon.org/methods/filters/#v1: as apps knew filters before, a word each."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.filters import first_version
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.filters.asking import Names, Seconds, until
from corridor.mastodon_api.filters.refusals import told
from corridor.mastodon_api.parameters import Given, number
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.posts.models import FilterKeyword

router = Router(tags=["filters"])
READS = Needs("read:filters")
WRITES = Needs("write:filters")


class Phrase(Schema):
    phrase: str = ""
    context: Names = []
    irreversible: bool = False
    whole_word: bool = True
    expires_in: Seconds = None

    def words(self, caller: Caller) -> posting.FilterWords:
        return posting.FilterWords(
            title=self.phrase[:100],
            contexts=self.context,
            action=posting.FilterAction("hide" if self.irreversible else "warn"),
            expires_at=until(self.expires_in, caller),
        )

    def keyword(self, pk: int | None = None) -> posting.Keyword:
        return posting.Keyword(text=self.phrase, is_whole=self.whole_word, pk=pk)


@router.get("/filters", auth=READS)
def several(request: HttpRequest) -> HttpResponse:
    kept = _hers(caller_of_request(request).member.pk)
    return JsonResponse([first_version(one) for one in kept], safe=False)


@router.post("/filters", auth=WRITES)
def make(request: HttpRequest, given: Given[Phrase]) -> HttpResponse:
    caller = caller_of_request(request)
    with told():
        made = posting.make_filter(
            given.words(caller), keywords=[given.keyword()], by=caller.member
        )
    return JsonResponse(first_version(made.keywords.get()))


@router.get("/filters/{keyword_id}", auth=READS)
def one(request: HttpRequest, keyword_id: str) -> HttpResponse:
    return JsonResponse(first_version(_named(keyword_id, caller_of_request(request))))


@router.put("/filters/{keyword_id}", auth=WRITES)
def change(request: HttpRequest, keyword_id: str, given: Given[Phrase]) -> HttpResponse:
    caller = caller_of_request(request)
    kept = _named(keyword_id, caller)
    with told():
        posting.change_filter(
            kept.filter, given.words(caller), keywords=[given.keyword(kept.pk)], by=caller.member
        )
    return JsonResponse(first_version(_named(keyword_id, caller)))


@router.delete("/filters/{keyword_id}", auth=WRITES)
def end(request: HttpRequest, keyword_id: str) -> HttpResponse:
    """Its filter goes with its last word."""
    caller = caller_of_request(request)
    kept = _named(keyword_id, caller)
    with told():
        posting.end_keyword(kept, by=caller.member)
        if not kept.filter.keywords.exists():
            posting.end_filter(kept.filter, by=caller.member)
    return JsonResponse({})


def _named(keyword_id: str, caller: Caller) -> "FilterKeyword":
    kept = _hers(caller.member.pk).filter(pk=number(keyword_id)).first()
    if kept is None:
        raise NotThere
    return kept


def _hers(viewer_id: int) -> "QuerySet[FilterKeyword]":
    """Apps that know these filters look for the words themselves, whoever says them: without those
    that hold for strangers alone."""
    return posts.own_keywords(viewer_id).filter(filter__for_strangers=False)
