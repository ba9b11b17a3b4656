"""Which filters of somebody a post meets: rows of filters in, matches out; nothing is read here."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from corridor.algorithms.word_filters import Phrase, found_in

ROW = (
    "pk",
    "title",
    "contexts",
    "action",
    "expires_at",
    "for_strangers",
    "keywords__keyword",
    "keywords__is_whole_word",
)
"""What a row of filters holds: a line for each word, one without a word where there is none.

At its end may stand whether the filter names posts themselves.
"""


@dataclass(frozen=True, kw_only=True)
class InForce:
    """A filter that holds now."""

    pk: int
    title: str
    contexts: Collection[str]
    action: str
    expires_at: datetime | None
    for_strangers: bool = False
    names_posts: bool = True
    keywords: list[tuple[str, bool]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Met:
    """A filter that a post meets, and why."""

    filter: InForce
    keywords: Sequence[str]
    is_covered: bool
    """She named the post itself."""


def rows_of(text: str) -> list[list[Any]]:
    """Rows of `queries.filters_as_text`, in the order in which filters and words were made."""
    return [
        [pk, title, _parsed(contexts), action, _moment(expires_at), *words]
        for pk, title, contexts, action, expires_at, *words in json.loads(text)
    ]


def _parsed(contexts: Any) -> Any:
    """SQLite keeps JSON as text."""
    return json.loads(contexts) if isinstance(contexts, str) else contexts


def _moment(text: str | None) -> datetime | None:
    """SQLite keeps moments without saying that they are of UTC."""
    if text is None:
        return None
    said = datetime.fromisoformat(text)
    return said.replace(tzinfo=UTC) if said.tzinfo is None else said


def filters_of(rows: Iterable[Sequence[Any]]) -> list[InForce]:
    found: dict[int, InForce] = {}
    for pk, title, contexts, action, expires_at, *words in rows:
        for_strangers, keyword, is_whole, *names_posts = words
        if pk not in found:
            found[pk] = InForce(
                pk=pk,
                title=title,
                contexts=contexts,
                action=action,
                expires_at=expires_at,
                for_strangers=bool(for_strangers),
                names_posts=all(names_posts),
            )
        if keyword:
            found[pk].keywords.append((keyword, bool(is_whole)))
    return list(found.values())


class Sieve:
    """Filters, made ready to be held against many posts."""

    def __init__(self, filters: Sequence[InForce]) -> None:
        self.filters = filters
        self.reasons = [
            (one, keyword, Phrase(text=keyword.casefold(), is_whole=is_whole))
            for one in filters
            for keyword, is_whole in one.keywords
        ]
        self.phrases = [phrase for _, _, phrase in self.reasons]
        self.is_for_strangers = any(one.for_strangers for one in filters)

    def met(
        self,
        words: Mapping[int, str],
        covered: Collection[tuple[int, int]] = (),
        by_known: Collection[int] = (),
    ) -> dict[int, list[Met]]:
        """`words`: id of a post -> what it says, case folded; `covered`: pairs of filter, post;
        `by_known`: posts of people who are no strangers."""
        named = set(covered)
        found: dict[int, list[Met]] = {}
        for post_id, places in self.places(words, by_known).items():
            if places or named:
                met = self.met_at(places, post_id, named)
                if met:
                    found[post_id] = met
        return found

    def places(
        self, words: Mapping[int, str], by_known: Collection[int] = ()
    ) -> dict[int, list[int]]:
        """Id of a post -> where the phrases that hold for it and occur in it stand in `phrases`."""
        found = dict(zip(words, found_in(list(words.values()), self.phrases), strict=True))
        for post_id in by_known if self.is_for_strangers else ():
            found[post_id] = [
                place for place in found[post_id] if not self.reasons[place][0].for_strangers
            ]
        return found

    def met_at(
        self, places: Sequence[int], post_id: int = 0, named: Collection[tuple[int, int]] = ()
    ) -> list[Met]:
        """What it means that these phrases occur in a post."""
        hits: dict[int, list[str]] = {}
        for place in places:
            one, keyword, _ = self.reasons[place]
            hits.setdefault(one.pk, []).append(keyword)
        return [
            Met(filter=one, keywords=hits.get(one.pk, []), is_covered=(one.pk, post_id) in named)
            for one in self.filters
            if one.pk in hits or (one.pk, post_id) in named
        ]
