"""https://docs.joinmastodon.org/methods/accounts/: who somebody is, and who is to do with whom.

Whom others follow is for members; a visitor gets empty lists.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from corridor.mastodon_api import reads
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.accounts import answers
from corridor.mastodon_api.accounts.answers import PeoplePage
from corridor.mastodon_api.answers import json_text
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.paging import LARGEST_ID
from corridor.mastodon_api.parameters import Asked, Ids
from corridor.people import queries as people

router = Router(tags=["accounts"])
MOST_ACCOUNTS = 80
ANYBODY = Needs("read:accounts", visitors=True)


class Several(Schema):
    id: Ids = []


class Lookup(Schema):
    acct: str = Field(max_length=300)


class AccountSearch(Schema):
    q: str = Field(default="", max_length=300)
    limit: int = Field(default=40, ge=1)
    offset: int = Field(default=0, ge=0, le=10_000)
    following: bool = False
    resolve: bool = False


@router.get("/accounts", auth=ANYBODY)
def several(request: HttpRequest, asked: Asked[Several]) -> HttpResponse:
    caller = caller_of_request(request)
    found = answers.nameable(caller).filter(pk__in=asked.id).order_by("pk")
    return answers.array(answers.texts_of(found))


@router.get("/accounts/lookup", auth=ANYBODY)
def lookup(request: HttpRequest, asked: Asked[Lookup]) -> HttpResponse:
    """By handle, with or without our own host."""
    caller = caller_of_request(request)
    return answers.account(reads.ACCOUNT_WITH_HANDLE, caller, handle=local_handle(asked.acct))


@router.get("/accounts/search", auth=Needs("read:accounts"))
def search(request: HttpRequest, asked: Asked[AccountSearch]) -> HttpResponse:
    caller = caller_of_request(request)
    texts = people_found(
        caller,
        asked.q,
        only_followed=asked.following,
        piece=slice(asked.offset, asked.offset + min(asked.limit, MOST_ACCOUNTS)),
    )
    return answers.array(texts)


def people_found(caller: Caller, typed: str, *, only_followed: bool, piece: slice) -> list[str]:
    """JSON of accounts, best first."""
    ids = people.people_found_by_apps(
        local_handle(typed),
        viewer_id=caller.member.pk,
        now=caller.now,
        only_followed=only_followed,
        piece=piece,
    )
    return answers.in_order(ids)


@router.get("/accounts/familiar_followers", auth=Needs("read:follows"))
def familiar_followers(request: HttpRequest, asked: Asked[Several]) -> HttpResponse:
    caller = caller_of_request(request)
    viewer_id, today = caller.member.pk, caller.now.date()
    seen = people.people_seen(viewer_id, today=today)
    ids = list(seen.filter(pk__in=asked.id).values_list("pk", flat=True))
    familiar = people.familiar_followers(ids, viewer_id=viewer_id, today=today)
    texts = account_texts({one for those in familiar.values() for one in those})
    told = [
        f'{{"id":"{pk}","accounts":[{",".join(texts[one] for one in familiar[pk])}]}}'
        for pk in asked.id
        if pk in familiar
    ]
    return answers.array(told)


@router.get("/accounts/{int:account_id}", auth=ANYBODY)
def one(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    if account_id > LARGEST_ID:
        raise NotThere
    return answers.account(reads.ACCOUNT, caller, account=account_id)


@router.get("/accounts/{int:account_id}/followers", auth=ANYBODY)
def followers(request: HttpRequest, account_id: int, asked: Asked[PeoplePage]) -> HttpResponse:
    caller = caller_of_request(request)
    somebody = answers.somebody_seen(account_id, caller)
    if caller.viewer_id is None:
        return answers.array([])
    return answers.people_read(reads.FOLLOWERS, request, asked, caller, of=somebody.pk)


@router.get("/accounts/{int:account_id}/following", auth=ANYBODY)
def following(request: HttpRequest, account_id: int, asked: Asked[PeoplePage]) -> HttpResponse:
    caller = caller_of_request(request)
    somebody = answers.somebody_seen(account_id, caller)
    if caller.viewer_id is None:
        return answers.array([])
    return answers.people_read(reads.FOLLOWING, request, asked, caller, by=somebody.pk)


@router.get("/accounts/{int:account_id}/endorsements", auth=ANYBODY)
def endorsed_by(request: HttpRequest, account_id: int, asked: Asked[PeoplePage]) -> HttpResponse:
    caller = caller_of_request(request)
    somebody = answers.somebody_seen(account_id, caller)
    today = caller.now.date()
    found = people.endorsements_shown(somebody.pk, viewer_id=caller.viewer_id, today=today)
    return answers.page_of_people(found, request, asked, person="profile")


@router.get("/accounts/{int:account_id}/lists", auth=Needs("read:lists"))
def lists_with(request: HttpRequest, account_id: int) -> HttpResponse:
    """Hers on which somebody is."""
    caller = caller_of_request(request)
    somebody = answers.somebody(account_id, caller)
    found = people.lists(caller.member).filter(entries__profile=somebody).order_by("title", "pk")
    return json_text(dumps([list_entity(kept) for kept in found]))


def list_entity(kept: Any) -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/List/"""
    return {
        "id": str(kept.pk),
        "title": kept.title,
        "replies_policy": kept.replies,
        "exclusive": kept.is_exclusive,
    }


def local_handle(text: str) -> str:
    """`@amara`, `amara@our.host`: the handle; other text as it is."""
    plain = text.strip().removeprefix("@")
    name, _, host = plain.partition("@")
    ours = settings.PUBLIC_URL.partition("://")[2]
    return name.lower() if host.lower() == ours and name else plain.lower()
