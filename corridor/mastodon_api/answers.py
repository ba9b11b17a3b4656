"""Answers made of prepared texts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from corridor.mastodon_api.besides import polls_and_quotes
from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.completing import complete
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.filtering import filters_met
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.posts import queries as posts

JSON = "application/json; charset=utf-8"


def json_text(text: str) -> HttpResponse:
    return HttpResponse(text, content_type=JSON)


def statuses(
    found: QuerySet[Any, Any], request: HttpRequest, page: Page, caller: Caller, *, by: str = "id"
) -> HttpResponse:
    """A piece of a query of posts."""
    wanted = complete(lambda: piece(rows.of_posts(found, caller.viewer_id), page, by=by))
    texts = status_texts(wanted, caller)
    return _listed(texts, [row[0] for row in wanted], request, page)


def entries(
    found: QuerySet[Any, Any], request: HttpRequest, page: Page, caller: Caller
) -> HttpResponse:
    """A piece of a query of timeline entries."""
    viewer_id = caller.member.pk
    return merged(
        lambda: piece(rows.of_entries(found, viewer_id), page, by="entry"), request, page, caller
    )


def merged(
    fetch: Callable[[], list[rows.Row]], request: HttpRequest, page: Page, caller: Caller
) -> HttpResponse:
    """Rows of posts and of boosts, in the order in which `fetch` answers them."""
    wanted = complete(fetch)
    filtered, more = _besides(wanted, caller)
    texts = [rows.entry(row, filtered, more) for row in wanted]
    return _listed(texts, list(map(rows.number, wanted)), request, page)


def status(post_id: int, caller: Caller) -> HttpResponse:
    """Raises NotThere where there is none for her."""
    return json_text(status_text(post_id, caller))


def status_text(post_id: int, caller: Caller) -> str:
    """Raises NotThere where there is none for her."""
    found = posts.readable(caller.viewer_id, now=caller.now).filter(pk=post_id)
    wanted = complete(lambda: list(rows.of_posts(found, caller.viewer_id)))
    if not wanted:
        raise NotThere
    return status_texts(wanted, caller)[0]


def status_or_boost(number: int, caller: Caller) -> HttpResponse:
    """Of a boost, with the post in it. Raises NotThere where there is none for her."""
    boosts = posts.boosts_shown(caller.viewer_id, now=caller.now).filter(pk=number)
    wanted = complete(lambda: list(rows.of_boosts(boosts, caller.viewer_id)))
    if not wanted:
        return status(number, caller)
    filtered, more = _besides(wanted, caller)
    return json_text(rows.entry(wanted[0], filtered, more))


def texts_by_id(ids: Iterable[int], caller: Caller) -> dict[int, str]:
    """Of those that she may read."""
    found = posts.readable(caller.viewer_id, now=caller.now).filter(pk__in=set(ids)).order_by("pk")
    wanted = complete(lambda: list(rows.of_posts(found, caller.viewer_id)))
    return dict(zip([row[0] for row in wanted], status_texts(wanted, caller), strict=True))


def status_texts(wanted: Sequence[rows.Row], caller: Caller) -> list[str]:
    filtered, more = _besides(wanted, caller)
    return [rows.status(row, filtered, more) for row in wanted]


def _besides(
    wanted: Sequence[rows.Row], caller: Caller
) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """What depends on the reader and is in no column: filters that match, polls, quotes."""
    return filters_met(wanted, caller), polls_and_quotes(wanted, caller)


def _listed(
    texts: Sequence[str], ids: Sequence[int], request: HttpRequest, page: Page
) -> HttpResponse:
    answer = json_text(f"[{','.join(texts)}]")
    return with_links(answer, request, ids, limit=page.stretch().limit)
