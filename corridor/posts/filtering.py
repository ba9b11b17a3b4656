"""Which filters of somebody a post meets: rows of filters in, matches out; nothing is read here."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from corridor.algorithms.word_filters import Phrase, found_in

ROW = (
    "pk",
    "title",
    "contexts",
    "action",
    "expires_at",
    "keywords__keyword",
    "keywords__is_whole_word",
)
"""What a row of filters holds: a line for each word, one without a word where there is none."""


@dataclass(frozen=True, kw_only=True)
class InForce:
    """A filter that holds now."""

    pk: int
    title: str
    contexts: Collection[str]
    action: str
    expires_at: datetime | None
    keywords: list[tuple[str, bool]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Met:
    """A filter that a post meets, and why."""

    filter: InForce
    keywords: Sequence[str]
    is_covered: bool
    """She named the post itself."""


def filters_of(rows: Iterable[Sequence[Any]]) -> list[InForce]:
    found: dict[int, InForce] = {}
    for pk, title, contexts, action, expires_at, keyword, is_whole in rows:
        one = found.setdefault(
            pk,
            InForce(pk=pk, title=title, contexts=contexts, action=action, expires_at=expires_at),
        )
        if keyword:
            one.keywords.append((keyword, bool(is_whole)))
    return list(found.values())


def met(
    filters: Sequence[InForce],
    words: Mapping[int, str],
    covered: Collection[tuple[int, int]] = (),
) -> dict[int, list[Met]]:
    """`words`: id of a post -> what it says, case folded; `covered`: pairs of filter and post."""
    phrases = [
        (one, keyword, Phrase(text=keyword.casefold(), is_whole=is_whole))
        for one in filters
        for keyword, is_whole in one.keywords
    ]
    places = found_in(list(words.values()), [phrase for _, _, phrase in phrases])
    named = set(covered)
    found: dict[int, list[Met]] = {}
    for post_id, several in zip(words, places, strict=True):
        hits: dict[int, list[str]] = {}
        for place in several:
            one, keyword, _ = phrases[place]
            hits.setdefault(one.pk, []).append(keyword)
        for one in filters:
            is_covered = (one.pk, post_id) in named
            if is_covered or one.pk in hits:
                reason = Met(filter=one, keywords=hits.get(one.pk, []), is_covered=is_covered)
                found.setdefault(post_id, []).append(reason)
    return found
