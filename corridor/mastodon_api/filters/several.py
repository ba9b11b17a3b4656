"""https://docs.joinmastodon.org/methods/filters/"""

from typing import TYPE_CHECKING, Any, Literal

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import ValidationError

from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities import filters as entities
from corridor.mastodon_api.errors import ApiError, NotThere
from corridor.mastodon_api.filters.asking import (
    Keywords,
    KeywordWords,
    Names,
    Seconds,
    until,
)
from corridor.mastodon_api.filters.refusals import told
from corridor.mastodon_api.parameters import Given, number
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import Filter

router = Router(tags=["filters"])
READS = Needs("read:filters")
WRITES = Needs("write:filters")


class FilterGiven(Schema):
    title: str | None = None
    context: Names | None = None
    filter_action: Literal["warn", "hide", "blur"] | None = None
    expires_in: Seconds = None
    keywords_attributes: Keywords = []


@router.get("/filters", auth=READS)
def several(request: HttpRequest) -> HttpResponse:
    kept = posts.own_filters(caller_of_request(request).member.pk)
    return JsonResponse([entities.filter_whole(one) for one in kept], safe=False)


@router.post("/filters", auth=WRITES)
def make(request: HttpRequest, given: Given[FilterGiven]) -> HttpResponse:
    caller = caller_of_request(request)
    words = posting.FilterWords(
        title=given.title or "",
        contexts=given.context or (),
        action=posting.FilterAction(given.filter_action or "warn"),
        expires_at=until(given.expires_in, caller),
    )
    with told():
        made = posting.make_filter(words, keywords=_keywords(given), by=caller.member)
    return _whole(made.pk, caller)


@router.get("/filters/{filter_id}", auth=READS)
def one(request: HttpRequest, filter_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    return _whole(number(filter_id), caller)


@router.put("/filters/{filter_id}", auth=WRITES)
def change(request: HttpRequest, filter_id: str, given: Given[FilterGiven]) -> HttpResponse:
    caller = caller_of_request(request)
    kept = named(filter_id, caller)
    words = posting.FilterWords(
        title=kept.title if given.title is None else given.title,
        contexts=kept.contexts if given.context is None else given.context,
        action=posting.FilterAction(given.filter_action or kept.action),
        expires_at=(
            until(given.expires_in, caller)
            if "expires_in" in given.model_fields_set
            else kept.expires_at
        ),
    )
    with told():
        posting.change_filter(kept, words, keywords=_keywords(given, kept), by=caller.member)
    return _whole(kept.pk, caller)


@router.delete("/filters/{filter_id}", auth=WRITES)
def end(request: HttpRequest, filter_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    with told():
        posting.end_filter(named(filter_id, caller), by=caller.member)
    return JsonResponse({})


def named(filter_id: str, caller: Caller) -> "Filter":
    """Raises NotThere."""
    kept = posts.own_filter(number(filter_id), viewer_id=caller.member.pk)
    if kept is None:
        raise NotThere
    return kept


def _whole(filter_id: int, caller: Caller) -> HttpResponse:
    return JsonResponse(entities.filter_whole(named(str(filter_id), caller)))


def _keywords(given: FilterGiven, kept: "Filter | None" = None) -> list[posting.Keyword]:
    """What is not said of a word stays as it is."""
    known = {} if kept is None else {word.pk: word for word in kept.keywords.all()}
    return [_keyword(said, known) for said in given.keywords_attributes]


def _keyword(said: dict[str, Any], known: dict[int, Any]) -> posting.Keyword:
    try:
        words = KeywordWords.model_validate(said)
    except ValidationError as wrong:
        raise ApiError(422, "Validation failed: keywords_attributes") from wrong
    before = known.get(words.id or 0)
    text = words.keyword if words.keyword is not None or before is None else before.keyword
    is_whole = words.whole_word
    if is_whole is None:
        is_whole = True if before is None else before.is_whole_word
    return posting.Keyword(text=text or "", is_whole=is_whole, pk=words.id, is_ended=words.destroy)
