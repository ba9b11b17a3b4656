"""Accounts by number, and pages of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from pydantic import Field

from corridor.mastodon_api import reads
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.answers import json_text
from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.paging import LARGEST_ID, Page, piece, with_links
from corridor.mastodon_api.rendering import render_accounts
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST = 80


class PeoplePage(Page):
    limit: int = Field(default=40, ge=1)


def page_of_people(
    found: QuerySet[Any, Any], request: HttpRequest, page: Page, *, person: str
) -> HttpResponse:
    """Of rows that hold a profile in the column `person`, the newest row first."""
    wanted = piece(found.values_list("pk", person), page, by="pk", most=MOST)
    texts = account_texts([row[1] for row in wanted])
    answer = array([texts[row[1]] for row in wanted])
    return with_pages(answer, [row[0] for row in wanted], request, page)


def people_read(
    what: reads.Read, request: HttpRequest, page: Page, caller: Caller, **named: int
) -> HttpResponse:
    """As `page_of_people`, of rows of a number and a profile."""
    wanted = reads.found(what, page.piece(most=MOST), caller, named)
    answer = array(in_order([row[1] for row in wanted]))
    return with_pages(answer, [row[0] for row in wanted], request, page)


def with_pages(
    answer: HttpResponse, numbers: Sequence[int], request: HttpRequest, page: Page
) -> HttpResponse:
    return with_links(answer, request, numbers, limit=page.stretch(most=MOST).limit)


def array(texts: Sequence[str]) -> HttpResponse:
    return json_text(f"[{','.join(texts)}]")


def texts_of(found: "QuerySet[Profile]") -> list[str]:
    """JSON of each, in the order of the query, which has an end of its own."""
    return in_order(list(found.values_list("pk", flat=True)))


def in_order(ids: Sequence[int]) -> list[str]:
    texts = account_texts(ids)
    return [texts[pk] for pk in ids]


def account(what: reads.Read, caller: Caller, **named: Any) -> HttpResponse:
    """Raises NotThere where she sees none."""
    found = reads.found(what, reads.WHOLE, caller, named)
    if not what.are_whole(found):
        render_accounts(row[0] for row in found)
        found = reads.found(what, reads.WHOLE, caller, named)
    if not found:
        raise NotThere
    return json_text(what.text(found[0]))


def nameable(caller: Caller) -> "QuerySet[Profile]":
    """Whom she blocked herself is among them: apps show them to let the block be lifted."""
    today = caller.now.date()
    if caller.viewer_id is None:
        return people.people_seen(None, today=today)
    return people.people_named(caller.viewer_id, today=today)


def somebody(profile_id: int, caller: Caller) -> "Profile":
    """Whom she may name. Raises NotThere."""
    if caller.viewer_id is None:
        return somebody_seen(profile_id, caller)
    return _there(people.person_named(profile_id, viewer_id=caller.viewer_id, now=caller.now))


def somebody_seen(profile_id: int, caller: Caller) -> "Profile":
    """Raises NotThere where she sees nobody of this number."""
    return _there(people.person_seen(profile_id, viewer_id=caller.viewer_id, now=caller.now))


def check_seen(profile_id: int, caller: Caller) -> int:
    """The same number. Raises NotThere where she sees nobody of it."""
    if profile_id > LARGEST_ID:
        raise NotThere
    if not reads.found(reads.ACCOUNT_SEEN, reads.WHOLE, caller, {"account": profile_id}):
        raise NotThere
    return profile_id


def _there(one: "Profile | None") -> "Profile":
    if one is None:
        raise NotThere
    return one
