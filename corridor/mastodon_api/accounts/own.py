"""Whom she blocks, mutes and endorses, who asks to follow her, and whom to look at next.

https://docs.joinmastodon.org/methods/ of blocks, mutes, endorsements, follow_requests,
suggestions, directory, domain_blocks and profile
"""

from contextlib import suppress
from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from corridor.mastodon_api import reads
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.accounts import answers
from corridor.mastodon_api.accounts.answers import PeoplePage
from corridor.mastodon_api.accounts.relationships import standing_answer
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.post import moment
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.paging import piece
from corridor.mastodon_api.parameters import Asked
from corridor.people import actions
from corridor.people import queries as people

router = Router(tags=["accounts"])
MOST = 80


class Directory(Schema):
    offset: int = Field(default=0, ge=0, le=100_000)
    limit: int = Field(default=40, ge=1)
    order: str = "active"
    local: bool = False


class Few(Schema):
    limit: int = Field(default=40, ge=1)


@router.get("/blocks", auth=Needs("read:blocks"))
def blocks(request: HttpRequest, asked: Asked[PeoplePage]) -> HttpResponse:
    return answers.people_read(reads.BLOCKED, request, asked, caller_of_request(request))


@router.get("/mutes", auth=Needs("read:mutes"))
def mutes(request: HttpRequest, asked: Asked[PeoplePage]) -> HttpResponse:
    """https://docs.joinmastodon.org/entities/MutedAccount/"""
    caller = caller_of_request(request)
    found = people.mutes_shown(caller.member.pk, now=caller.now)
    wanted = piece(found.values_list("pk", "muted", "until"), asked, by="pk", most=MOST)
    texts = account_texts([muted for _, muted, _ in wanted])
    told = [
        f'{texts[muted][:-1]},"mute_expires_at":{dumps(moment(until))}}}'
        for _, muted, until in wanted
    ]
    return answers.with_pages(answers.array(told), [row[0] for row in wanted], request, asked)


@router.get("/endorsements", auth=Needs("read:accounts"))
def endorsements(request: HttpRequest, asked: Asked[PeoplePage]) -> HttpResponse:
    caller = caller_of_request(request)
    viewer_id = caller.member.pk
    found = people.endorsements_shown(viewer_id, viewer_id=viewer_id, today=caller.now.date())
    return answers.page_of_people(found, request, asked, person="profile")


@router.get("/domain_blocks", auth=Needs("read:blocks"))
def domain_blocks(request: HttpRequest) -> list[str]:
    """This server speaks to no other yet, so there is none to block."""
    del request
    return []


@router.get("/follow_requests", auth=Needs("read:follows"))
def follow_requests(request: HttpRequest, asked: Asked[PeoplePage]) -> HttpResponse:
    return answers.people_read(reads.ASKING_TO_FOLLOW, request, asked, caller_of_request(request))


@router.post("/follow_requests/{int:account_id}/authorize", auth=Needs("write:follows"))
def authorize(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    follower = answers.somebody_seen(account_id, caller)
    try:
        actions.accept_follower(followed=caller.member, follower=follower, now=caller.now)
    except actions.NotFollowing as refused:
        raise NotThere from refused
    return standing_answer(follower, caller)


@router.post("/follow_requests/{int:account_id}/reject", auth=Needs("write:follows"))
def reject(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    follower = answers.somebody_seen(account_id, caller)
    waiting = people.requests_shown(caller.member.pk, today=caller.now.date())
    if not waiting.filter(follower=follower).exists():
        raise NotThere
    actions.remove_follower(followed=caller.member, follower=follower)
    return standing_answer(follower, caller)


@router.get("/directory", auth=Needs("read:accounts", visitors=True))
def directory(request: HttpRequest, asked: Asked[Directory]) -> HttpResponse:
    """Those who offer something and are listed: as on the page of mentors."""
    caller = caller_of_request(request)
    found = people.listed_in_directory(caller.viewer_id, today=caller.now.date())
    newest = F("figures__last_post_on").desc(nulls_last=True)
    order: tuple[Any, ...] = ("-pk",) if asked.order == "new" else (newest, "-pk")
    end = asked.offset + min(asked.limit, MOST)
    return answers.array(answers.texts_of(found.order_by(*order)[asked.offset : end]))


def _suggested(caller: Caller, limit: int) -> list[str]:
    """Mentors who fit her, whom she does not follow yet."""
    viewer_id, today = caller.member.pk, caller.now.date()
    fitting = people.mentors(viewer=caller.member, asked=people.Asked(), now=caller.now)
    ids = [one.profile.pk for one in fitting.suggestions]
    follows = people.asked_to_follow(viewer_id)
    seen = people.people_seen(viewer_id, today=today).filter(pk__in=ids)
    shown = set(seen.exclude(pk__in=follows).values_list("pk", flat=True))
    texts = account_texts(shown)
    return [texts[pk] for pk in ids if pk in shown][: min(limit, MOST)]


@router.get("/suggestions", auth=Needs("read:accounts"))
def suggestions(request: HttpRequest, asked: Asked[Few]) -> HttpResponse:
    caller = caller_of_request(request)
    return answers.array(_suggested(caller, asked.limit))


@router.delete("/suggestions/{int:account_id}", auth=Needs("write:accounts"))
def dismiss(request: HttpRequest, account_id: int) -> dict[str, Any]:
    caller = caller_of_request(request)
    mentor = answers.somebody_seen(account_id, caller)
    with suppress(actions.CannotDismissYourself):
        actions.dismiss_mentor(by=caller.member, mentor=mentor, now=caller.now)
    return {}


@router.delete("/profile/avatar", auth=Needs("write:accounts"))
def delete_avatar(request: HttpRequest) -> HttpResponse:
    caller = caller_of_request(request)
    with suppress(actions.NoPhoto):
        actions.remove_photo(profile=caller.member, by=caller.member)
    return answers.account(reads.ACCOUNT, caller, account=caller.member.pk)


@router.delete("/profile/header", auth=Needs("write:accounts"))
def delete_header(request: HttpRequest) -> HttpResponse:
    """There is none of hers: profiles here have no header."""
    caller = caller_of_request(request)
    return answers.account(reads.ACCOUNT, caller, account=caller.member.pk)


newer = Router(tags=["suggestions"])
"""Of the second version of the API."""


@newer.get("/suggestions", auth=Needs("read:accounts"))
def suggestions_with_reasons(request: HttpRequest, asked: Asked[Few]) -> HttpResponse:
    """https://docs.joinmastodon.org/entities/Suggestion/"""
    caller = caller_of_request(request)
    texts = _suggested(caller, asked.limit)
    return answers.array([f'{{"source":"global","sources":[],"account":{text}}}' for text in texts])
