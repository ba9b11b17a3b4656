"""Which of the reader's filters statuses meet: looked up with her token, and read once."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from corridor.kernel.compiled import Compiled
from corridor.mastodon_api.callers import Viewer
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.entities.filters import Told
from corridor.posts import queries as posts
from corridor.posts.filtering import filters_of, rows_of


def filters_met(wanted: Sequence[rows.Row], caller: Viewer) -> Mapping[int, str]:
    """Id of a post -> JSON of `filtered`, of those that meet a filter."""
    if caller.viewer_id is None or not wanted:
        return rows.NOTHING
    text = _text(caller.viewer_id) if caller.filters is None else caller.filters
    if not text:
        return rows.NOTHING
    told = _read(text).at(caller.now)
    named = _covered().rows({"viewer": caller.viewer_id}) if told.names_posts else ()
    words = {row[0]: row[rows.WORDS] for row in wanted}
    by_known: Collection[int] = ()
    if told.sieve.is_for_strangers:
        authors = {row[0]: row[rows.AUTHOR] for row in wanted}
        by_known = posts.by_people_known(authors, to=caller.viewer_id, now=caller.now)
    return told.filtered(words, {(row[0], row[1]) for row in named}, by_known)


@lru_cache(maxsize=1000)
def _read(text: str) -> Told:
    return Told(filters_of(rows_of(text)))


def _text(viewer_id: int) -> str:
    """Where she did not come with a token just now."""
    found = _kept().rows({"viewer": viewer_id})
    return found[0][0] if found else ""


@cache
def _kept() -> Compiled:
    def build(viewer: int) -> Any:
        return posts.filters_as_text(viewer)

    return Compiled(build, viewer=int)


@cache
def _covered() -> Compiled:
    def build(viewer: int) -> Any:
        return posts.own_covered(viewer).values_list("filter", "post")

    return Compiled(build, viewer=int)
