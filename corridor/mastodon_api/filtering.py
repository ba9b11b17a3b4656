"""Which of the reader's filters statuses meet: one query where there are none, three where some."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from corridor.kernel.compiled import Compiled
from corridor.mastodon_api.callers import Viewer
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.entities.filters import filtered
from corridor.mastodon_api.models import RenderedPost
from corridor.posts import queries as posts

PAGES = (20, 40)
"""Numbers of posts that are asked for at once; fewer are filled up."""


def filters_met(wanted: Sequence[rows.Row], caller: Viewer) -> Mapping[int, str]:
    """Id of a post -> JSON of `filtered`, of those that meet a filter."""
    if caller.viewer_id is None or not wanted:
        return rows.NOTHING
    kept = _filters().rows({"viewer": caller.viewer_id, "now": caller.now})
    if not kept:
        return rows.NOTHING
    words = _words_of(list({row[0] for row in wanted}))
    named = {(row[0], row[1]) for row in _covered().rows({"viewer": caller.viewer_id})}
    return filtered(map(_as_python, kept), words, named)


@cache
def _filters() -> Compiled:
    def build(viewer: int, now: datetime) -> Any:
        return posts.filter_rows(viewer, now=now)

    return Compiled(build, viewer=int, now=datetime)


@cache
def _covered() -> Compiled:
    def build(viewer: int) -> Any:
        return posts.own_covered(viewer).values_list("filter", "post")

    return Compiled(build, viewer=int)


@cache
def _words(count: int) -> Compiled:
    def build(**ids: int) -> Any:
        found = RenderedPost.objects.filter(pk__in=list(ids.values())).order_by()
        return found.values_list("pk", "words")

    return Compiled(build, **{f"id{number}": int for number in range(count)})


def _words_of(ids: list[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(ids), PAGES[-1]):
        some = ids[start : start + PAGES[-1]]
        count = PAGES[0] if len(some) <= PAGES[0] else PAGES[1]
        some += some[-1:] * (count - len(some))
        asked = {f"id{number}": one for number, one in enumerate(some)}
        found.update((row[0], row[1]) for row in _words(count).rows(asked))
    return found


def _as_python(row: rows.Row) -> list[Any]:
    """A row of `posts.filtering.ROW`: databases hand over JSON, and SQLite moments, as text."""
    pk, title, contexts, action, expires_at, *word = row
    if isinstance(contexts, str):
        contexts = json.loads(contexts)
    if isinstance(expires_at, datetime) and expires_at.tzinfo is None:
        expires_at = expires_at.replace(tzinfo=UTC)
    return [pk, title, contexts, action, expires_at, *word]
