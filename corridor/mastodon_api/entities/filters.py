"""Mastodon's filters, and what of them a status meets.

https://docs.joinmastodon.org/entities/FilterResult/. Every filter that is met is told, wherever
the status is shown: apps look at `context` themselves.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.post import moment
from corridor.posts.filtering import InForce, Met, filters_of, met

if TYPE_CHECKING:
    from corridor.posts.models import Filter, FilteredPost, FilterKeyword


def filtered(
    rows: Iterable[Sequence[Any]],
    words: Mapping[int, str],
    covered: Collection[tuple[int, int]] = (),
) -> dict[int, str]:
    """Id of a post -> JSON of `filtered`, of those that meet a filter.

    `rows`: of the viewer's filters in force, as `posts.filtering.ROW` has them; `words`: of
    prepared posts; `covered`: pairs of filter and post.
    """
    filters = filters_of(rows)
    if not filters:
        return {}
    found = met(filters, words, covered)
    return {pk: dumps([_result(pk, one) for one in several]) for pk, several in found.items()}


def _result(post_id: int, one: Met) -> dict[str, Any]:
    return {
        "filter": _filter(one.filter),
        "keyword_matches": list(one.keywords) or None,
        "status_matches": [str(post_id)] if one.is_covered else None,
    }


def filter_whole(one: "Filter") -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/Filter/"""
    return {
        **_filter(one),
        "keywords": [keyword(word) for word in one.keywords.all()],
        "statuses": [covered_status(post) for post in one.posts.all()],
    }


def keyword(word: "FilterKeyword") -> dict[str, Any]:
    return {"id": str(word.pk), "keyword": word.keyword, "whole_word": word.is_whole_word}


def covered_status(post: "FilteredPost") -> dict[str, Any]:
    return {"id": str(post.pk), "status_id": str(post.post_id)}


def first_version(word: "FilterKeyword") -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/V1_Filter/: one word each."""
    return {
        "id": str(word.pk),
        "phrase": word.keyword,
        "context": word.filter.contexts,
        "whole_word": word.is_whole_word,
        "expires_at": moment(word.filter.expires_at),
        "irreversible": word.filter.action == "hide",
    }


def _filter(one: "Filter | InForce") -> dict[str, Any]:
    return {
        "id": str(one.pk),
        "title": one.title,
        "context": list(one.contexts),
        "expires_at": moment(one.expires_at),
        "filter_action": one.action,
    }
