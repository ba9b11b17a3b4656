"""Somebody says which words she does not want to see; nobody is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.posts.events import FiltersChanged
from corridor.posts.models import Filter, FilteredPost, FilterKeyword

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post

FilterAction = Filter.Action
CONTEXTS = ("home", "notifications", "public", "thread", "account")
LONGEST = 100
MOST_FILTERS = 100
MOST_KEYWORDS = 200


class FilterRefused(Exception):
    """It has no name, no place where it holds, or a word that is missing or too long."""


class TooManyFilters(Exception):
    """Filters or words of one."""


class NotYourFilter(Exception):
    """Filters are changed by whoever keeps them."""


@dataclass(frozen=True, kw_only=True)
class FilterWords:
    title: str
    contexts: Sequence[str]
    action: FilterAction = FilterAction.WARN
    expires_at: datetime | None = None
    for_strangers: bool | None = None
    """None leaves it as it was: apps do not know of it."""


@dataclass(frozen=True, kw_only=True)
class Keyword:
    text: str
    is_whole: bool = True
    pk: int | None = None
    """Of one that is there; None is a new one."""
    is_ended: bool = False


@transaction.atomic
def make_filter(words: FilterWords, *, keywords: Sequence[Keyword] = (), by: "Profile") -> Filter:
    """Raises FilterRefused or TooManyFilters."""
    if Filter.objects.filter(profile=by).count() >= MOST_FILTERS:
        raise TooManyFilters

    made = Filter.objects.create(profile=by, **_columns(words))
    keep_keywords(made, [replace(one, pk=None) for one in keywords], by=by)
    return made


@transaction.atomic
def change_filter(
    kept: Filter, words: FilterWords, *, keywords: Sequence[Keyword] = (), by: "Profile"
) -> Filter:
    """Words that are not named stay. Raises NotYourFilter, FilterRefused or TooManyFilters."""
    _check_owner(kept, by)
    columns = _columns(words)

    for name, value in columns.items():
        setattr(kept, name, value)
    kept.save(update_fields=list(columns))
    keep_keywords(kept, keywords, by=by)
    return kept


@transaction.atomic
def keep_keywords(kept: Filter, keywords: Sequence[Keyword], *, by: "Profile") -> list[int]:
    """New ones, changed ones and ended ones; answers the ids of those that stay.

    Raises NotYourFilter, FilterRefused or TooManyFilters.
    """
    _check_owner(kept, by)
    ids = [pk for one in keywords if (pk := _keep(kept, one)) is not None]
    if FilterKeyword.objects.filter(filter=kept).count() > MOST_KEYWORDS:
        raise TooManyFilters
    _tell(kept)
    return ids


def end_filter(kept: Filter, *, by: "Profile") -> None:
    """Raises NotYourFilter."""
    _check_owner(kept, by)
    kept.delete()
    _tell(kept)


def end_keyword(keyword: FilterKeyword, *, by: "Profile") -> None:
    """Raises NotYourFilter."""
    _check_owner(keyword.filter, by)
    keyword.delete()
    _tell(keyword.filter)


def cover_post(kept: Filter, post: "Post", *, by: "Profile") -> FilteredPost:
    """A post that she may read, as if it met the filter. Twice is once. Raises NotYourFilter."""
    _check_owner(kept, by)
    covered, _is_new = FilteredPost.objects.get_or_create(filter=kept, post=post)
    _tell(kept)
    return covered


def uncover_post(covered: FilteredPost, *, by: "Profile") -> None:
    """Raises NotYourFilter."""
    _check_owner(covered.filter, by)
    covered.delete()
    _tell(covered.filter)


def _tell(kept: Filter) -> None:
    events.publish(FiltersChanged(profile_id=kept.profile_id))


def _columns(words: FilterWords) -> dict[str, object]:
    title, contexts = words.title.strip(), [one for one in CONTEXTS if one in words.contexts]
    if not title or len(title) > LONGEST or not contexts or set(words.contexts) - set(CONTEXTS):
        raise FilterRefused
    columns: dict[str, object] = {
        "title": title,
        "contexts": contexts,
        "action": words.action,
        "expires_at": words.expires_at,
    }
    if words.for_strangers is not None:
        columns["for_strangers"] = words.for_strangers
    return columns


def _keep(kept: Filter, keyword: Keyword) -> int | None:
    text = keyword.text.strip()
    if not keyword.is_ended and (not text or len(text) > LONGEST):
        raise FilterRefused
    if keyword.pk is None:
        if keyword.is_ended:
            return None
        made = FilterKeyword.objects.create(
            filter=kept, keyword=text, is_whole_word=keyword.is_whole
        )
        return made.pk
    found = FilterKeyword.objects.filter(filter=kept, pk=keyword.pk)
    if keyword.is_ended:
        found.delete()
        return None
    if not found.update(keyword=text, is_whole_word=keyword.is_whole):
        raise NotYourFilter
    return keyword.pk


def _check_owner(kept: Filter, by: "Profile") -> None:
    if kept.profile_id != by.pk:
        raise NotYourFilter
