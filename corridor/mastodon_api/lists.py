"""https://docs.joinmastodon.org/methods/lists/

Anybody whom she sees may be on a list of hers: following is not needed, as on the pages.
"""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from corridor.mastodon_api.accounts import answers
from corridor.mastodon_api.accounts.reading import list_entity
from corridor.mastodon_api.answers import json_text
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.errors import ApiError, NotThere
from corridor.mastodon_api.paging import Page
from corridor.mastodon_api.parameters import Asked, Given, Ids, number
from corridor.people import actions
from corridor.people import queries as people
from corridor.people.choices import RepliesShown

if TYPE_CHECKING:
    from corridor.people.models import PersonList

router = Router(tags=["lists"])
REFUSALS: dict[type[Exception], str] = {
    actions.TitleMissing: "Validation failed: Title can't be blank",
    actions.TitleTaken: "Validation failed: Title has already been taken",
    actions.TitleTooLong: "Validation failed: Title is too long",
    actions.TooManyLists: "Validation failed: you have as many lists as there can be",
}


class ListWords(Schema):
    title: str | None = Field(default=None, max_length=1_000)
    replies_policy: RepliesShown | None = None
    exclusive: bool | None = None


class PeopleOfList(Page):
    limit: int = Field(default=40, ge=0)
    """0 for all of them."""


class Several(Schema):
    account_ids: Ids = []


@router.get("/lists", auth=Needs("read:lists"))
def lists(request: HttpRequest) -> HttpResponse:
    caller = caller_of_request(request)
    found = people.lists(caller.member).order_by("title", "pk")
    return json_text(dumps([list_entity(kept) for kept in found]))


@router.post("/lists", auth=Needs("write:lists"))
def make(request: HttpRequest, given: Given[ListWords]) -> HttpResponse:
    caller = caller_of_request(request)
    try:
        kept = actions.make_list(owner=caller.member, title=given.title or "")
    except tuple(REFUSALS) as refused:
        raise ApiError(422, REFUSALS[type(refused)]) from refused
    _tune(kept, given, caller)
    return json_text(dumps(list_entity(kept)))


@router.get("/lists/{list_id}", auth=Needs("read:lists"))
def one(request: HttpRequest, list_id: str) -> HttpResponse:
    return json_text(dumps(list_entity(_kept(list_id, caller_of_request(request)))))


@router.put("/lists/{list_id}", auth=Needs("write:lists"))
def change(request: HttpRequest, list_id: str, given: Given[ListWords]) -> HttpResponse:
    caller = caller_of_request(request)
    kept = _kept(list_id, caller)
    if given.title is not None:
        try:
            actions.rename_list(kept=kept, title=given.title, by=caller.member)
        except tuple(REFUSALS) as refused:
            raise ApiError(422, REFUSALS[type(refused)]) from refused
    _tune(kept, given, caller)
    return json_text(dumps(list_entity(kept)))


@router.delete("/lists/{list_id}", auth=Needs("write:lists"))
def end(request: HttpRequest, list_id: str) -> dict[str, Any]:
    caller = caller_of_request(request)
    actions.end_list(kept=_kept(list_id, caller), by=caller.member)
    return {}


@router.get("/lists/{list_id}/accounts", auth=Needs("read:lists"))
def on_it(request: HttpRequest, list_id: str, asked: Asked[PeopleOfList]) -> HttpResponse:
    caller = caller_of_request(request)
    entries = people.entries_shown(_kept(list_id, caller), today=caller.now.date())
    if asked.limit:
        return answers.page_of_people(entries, request, asked, person="profile")
    everybody = list(entries.order_by("-pk").values_list("profile", flat=True))
    return answers.array(answers.in_order(everybody))


@router.post("/lists/{list_id}/accounts", auth=Needs("write:lists"))
def put(request: HttpRequest, list_id: str, given: Given[Several]) -> dict[str, Any]:
    """All of them or none."""
    caller = caller_of_request(request)
    kept = _kept(list_id, caller)
    today = caller.now.date()
    there = list(people.people_seen(caller.viewer_id, today=today).filter(pk__in=given.account_ids))
    if {one.pk for one in there} != set(given.account_ids):
        raise NotThere
    for profile in there:
        try:
            actions.put_on_list(kept=kept, profile=profile, by=caller.member, today=today)
        except actions.CannotBeListed as refused:
            raise ApiError(422, "Validation failed: nobody lists herself") from refused
    return {}


@router.delete("/lists/{list_id}/accounts", auth=Needs("write:lists"))
def take(request: HttpRequest, list_id: str, given: Given[Several]) -> dict[str, Any]:
    caller = caller_of_request(request)
    kept = _kept(list_id, caller)
    entries = people.entries_shown(kept, today=caller.now.date()).select_related("profile")
    for entry in entries.filter(profile__in=given.account_ids).order_by("pk"):
        actions.take_off_list(kept=kept, profile=entry.profile, by=caller.member)
    return {}


def _kept(list_id: str, caller: Caller) -> "PersonList":
    kept = people.list_kept(number(list_id), viewer=caller.member)
    if kept is None:
        raise NotThere
    return kept


def _tune(kept: "PersonList", given: ListWords, caller: Caller) -> None:
    """What an app does not say stays as it is."""
    replies = RepliesShown(kept.replies) if given.replies_policy is None else given.replies_policy
    is_exclusive = kept.is_exclusive if given.exclusive is None else given.exclusive
    if (replies, is_exclusive) != (kept.replies, kept.is_exclusive):
        actions.tune_list(kept=kept, replies=replies, is_exclusive=is_exclusive, by=caller.member)
