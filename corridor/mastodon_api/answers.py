"""Answers made of prepared texts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from corridor.mastodon_api import reads
from corridor.mastodon_api.besides import besides
from corridor.mastodon_api.callers import Caller, Viewer
from corridor.mastodon_api.completing import complete
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.filtering import filters_met
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.posts import queries as posts

JSON = "application/json; charset=utf-8"


def boost(viewer: int | None, now: datetime, boost: int) -> reads.Rows:
    boosts = posts.boosts_shown(viewer, now=now).filter(pk=boost)
    return rows.of_boosts(boosts.order_by(), viewer)


BOOST = reads.Read(all=boost, names=(("boost", int),), text=rows.entry)


def json_text(text: str) -> HttpResponse:
    return HttpResponse(text, content_type=JSON)


def statuses(
    found: QuerySet[Any, Any], request: HttpRequest, page: Page, caller: Caller, *, by: str = "id"
) -> HttpResponse:
    """A piece of a query of posts."""
    wanted = complete(lambda: piece(rows.of_posts(found, caller.viewer_id), page, by=by))
    return _listed(
        status_texts(wanted, caller), [rows.number(row) for row in wanted], request, page
    )


def read(
    what: reads.Read, request: HttpRequest, page: Page, caller: Caller, **named: Any
) -> HttpResponse:
    """A piece of what apps read most."""
    wanted = complete(lambda: reads.found(what, page.piece(), caller, named))
    return _listed(
        texts_of(what, wanted, caller), [rows.number(row) for row in wanted], request, page
    )


def texts_of(what: reads.Read, wanted: Sequence[rows.Row], viewer: Viewer) -> list[str]:
    filtered, more = _besides(wanted, viewer)
    return [what.text(row, filtered, more) for row in wanted]


def merged(
    fetch: Callable[[], list[rows.Row]], request: HttpRequest, page: Page, caller: Caller
) -> HttpResponse:
    """Rows of posts and of boosts, in the order in which `fetch` answers them."""
    wanted = complete(fetch)
    texts = entry_texts(wanted, caller)
    return _listed(texts, [rows.number(row) for row in wanted], request, page)


def status(post_id: int, caller: Caller) -> HttpResponse:
    """Raises NotThere where there is none for her."""
    return json_text(status_text(post_id, caller))


def status_text(post_id: int, caller: Caller) -> str:
    """Raises NotThere where there is none for her."""
    texts = _status_texts(post_id, caller)
    if not texts:
        raise NotThere
    return texts[0]


def status_or_boost(number: int, caller: Caller) -> HttpResponse:
    """Of a boost, with the post in it. Raises NotThere where there is none for her."""
    texts = _status_texts(number, caller)  # no number is both
    if texts:
        return json_text(texts[0])
    named = {"boost": number}
    wanted = complete(lambda: reads.found(BOOST, reads.WHOLE, caller, named))
    if not wanted:
        raise NotThere
    return json_text(texts_of(BOOST, wanted, caller)[0])


def _status_texts(post_id: int, caller: Caller) -> list[str]:
    named = {"post": post_id}
    wanted = complete(lambda: reads.found(reads.STATUS, reads.WHOLE, caller, named))
    return texts_of(reads.STATUS, wanted, caller)


def texts_by_id(ids: Iterable[int], caller: Caller) -> dict[int, str]:
    """Of those that she may read."""
    wanted = complete(lambda: reads.numbered(sorted(set(ids)), caller))
    return dict(zip([row[0] for row in wanted], status_texts(wanted, caller), strict=True))


def status_texts(wanted: Sequence[rows.Row], caller: Caller) -> list[str]:
    filtered, more = _besides(wanted, caller)
    return [rows.status(row, filtered, more) for row in wanted]


def entry_texts(wanted: Sequence[rows.Row], caller: Viewer) -> list[str]:
    filtered, more = _besides(wanted, caller)
    return [rows.entry(row, filtered, more) for row in wanted]


def _besides(
    wanted: Sequence[rows.Row], caller: Viewer
) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """What depends on the reader and is in no column: filters that match, polls, quotes ..."""
    return filters_met(wanted, caller), besides(wanted, caller)


def _listed(
    texts: Sequence[str], ids: Sequence[int], request: HttpRequest, page: Page
) -> HttpResponse:
    answer = json_text(f"[{','.join(texts)}]")
    return with_links(answer, request, ids, limit=page.stretch().limit)
