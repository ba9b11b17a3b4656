"""Mastodon's filters, and what of them a status meets.

https://docs.joinmastodon.org/entities/FilterResult/. Every filter that is met is told, wherever
the status is shown: apps look at `context` themselves.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.post import moment
from corridor.posts.filtering import InForce, Met, Sieve

if TYPE_CHECKING:
    from corridor.posts.models import Filter, FilteredPost, FilterKeyword


MOST_KNOWN = 100
NEVER = (None, "")
MOST_SEEN = 80
"""Posts of which is remembered what they meet: two of the longest pages."""


class Told:
    """Filters of one reader, and how a status tells that it meets them."""

    def __init__(self, filters: Sequence[InForce]) -> None:
        self.sieve = Sieve(filters)
        self.texts = {one.pk: dumps(_filter(one)) for one in filters}
        self.names_posts = any(one.names_posts for one in filters)
        self.known: dict[tuple[int, ...], str] = {}
        self.seen: dict[int, tuple[int | None, str]] = {}
        """Id of a post -> hash of its words, and JSON of what they meet."""
        self.ends = min((one.expires_at for one in filters if one.expires_at), default=None)

    def at(self, now: datetime) -> "Told":
        """Without those that are over."""
        if self.ends is None or self.ends > now:
            return self
        filters = self.sieve.filters
        return Told([one for one in filters if one.expires_at is None or one.expires_at > now])

    def filtered(
        self,
        words: Mapping[int, str],
        covered: Collection[tuple[int, int]] = (),
        by_known: Collection[int] = (),
    ) -> dict[int, str]:
        """Id of a post -> JSON of `filtered`, of those that meet a filter.

        `words`: of prepared posts; `covered`: pairs of filter and post; `by_known`: posts of
        people who are no strangers.
        """
        if not covered and not by_known:
            return self._met(words)
        met = self.sieve.met(words, covered, by_known)
        return {pk: self._results(pk, several) for pk, several in met.items()}

    def _met(self, words: Mapping[int, str]) -> dict[int, str]:
        """Apps ask for the newest page again and again: most of it was looked through before."""
        found: dict[int, str] = {}
        unseen: dict[int, str] = {}
        for pk, text in words.items():
            mark, told = self.seen.get(pk, NEVER)
            if mark != hash(text):
                unseen[pk] = text
            elif told:
                found[pk] = told
        for pk, places in self.sieve.places(unseen).items() if unseen else ():
            told = self._at(tuple(places)) if places else ""
            if len(self.seen) >= MOST_SEEN:
                self.seen.clear()
            self.seen[pk] = hash(unseen[pk]), told
            if told:
                found[pk] = told
        return found

    def _at(self, places: tuple[int, ...]) -> str:
        """Of all posts that the same words occur in it is the same."""
        if places not in self.known:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            self.known[places] = self._results(0, self.sieve.met_at(places))
        return self.known[places]

    def _results(self, post_id: int, several: Sequence[Met]) -> str:
        return f"[{','.join([self._result(post_id, one) for one in several])}]"

    def _result(self, post_id: int, one: Met) -> str:
        itself = f'["{post_id}"]' if one.is_covered else "null"
        return (
            f'{{"filter":{self.texts[one.filter.pk]}'
            f',"keyword_matches":{_listed(tuple(one.keywords))},"status_matches":{itself}}}'
        )


@lru_cache(maxsize=1000)
def _listed(keywords: tuple[str, ...]) -> str:
    return dumps(keywords or None)


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
