"""Words and posts that somebody does not want to see; nobody else knows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Aggregate, Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import JSONArray

from corridor.posts.filtering import ROW, Met, Sieve, filters_of
from corridor.posts.models import Filter, FilteredPost, FilterKeyword
from corridor.posts.queries.ties import strangers_among


def filter_rows(viewer_id: int, *, now: datetime) -> QuerySet[Any, Any]:
    """Of those in force, as `filtering.filters_of` takes them."""
    rows = Filter.objects.filter(Q(expires_at=None) | Q(expires_at__gt=now), profile=viewer_id)
    return rows.order_by("pk", "keywords__pk").values_list(*ROW)


def covered(filter_ids: Collection[int], post_ids: Collection[int]) -> set[tuple[int, int]]:
    """Pairs of a filter and a post that was put under it by itself."""
    rows = FilteredPost.objects.filter(filter__in=filter_ids, post__in=post_ids)
    return set(rows.order_by().values_list("filter", "post"))


@dataclass(frozen=True, kw_only=True)
class Said:
    by: int
    """Id of its author."""
    words: str
    """All of them, case folded."""


def filters_met(
    viewer_id: int, said: Mapping[int, Said], *, now: datetime, context: str = ""
) -> dict[int, list[Met]]:
    """`said`: by id of a post; `context`: where it is shown."""
    filters = filters_of(filter_rows(viewer_id, now=now))
    holding = [one for one in filters if not context or context in one.contexts]
    if not holding or not said:
        return {}
    sieve = Sieve(holding)
    by_known: Collection[int] = ()
    if sieve.is_for_strangers:
        authors = {post_id: one.by for post_id, one in said.items()}
        by_known = by_people_known(authors, to=viewer_id, now=now)
    words = {post_id: one.words for post_id, one in said.items()}
    return sieve.met(words, covered([one.pk for one in holding], list(words)), by_known)


def by_people_known(authors: Mapping[int, int], *, to: int, now: datetime) -> set[int]:
    """Of posts with these authors, those by people who are no strangers to somebody."""
    strangers = strangers_among(set(authors.values()), to=to, now=now)
    return {post_id for post_id, author in authors.items() if author not in strangers}


def own_filters(viewer_id: int) -> QuerySet[Filter]:
    rows = Filter.objects.filter(profile=viewer_id).prefetch_related("keywords", "posts")
    return rows.order_by("pk")


def own_filter(filter_id: int, *, viewer_id: int) -> Filter | None:
    return own_filters(viewer_id).filter(pk=filter_id).first()


def own_keywords(viewer_id: int) -> QuerySet[FilterKeyword]:
    rows = FilterKeyword.objects.filter(filter__profile=viewer_id).select_related("filter")
    return rows.order_by("pk")


def own_covered(viewer_id: int) -> QuerySet[FilteredPost]:
    return FilteredPost.objects.filter(filter__profile=viewer_id).order_by("pk")


class _Listed(Aggregate):
    """JSON of all, as text; in no order."""

    function = "JSON_GROUP_ARRAY"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        template = "JSONB_AGG(%(expressions)s)::text"
        return self.as_sql(compiler, connection, template=template)


def filters_as_text(profile: Any) -> QuerySet[Any, Any]:
    """One row, of those that are over too; `filtering.rows_of` reads it. None without filters.

    `profile`: an id, or an `OuterRef` to one, for a column of a query that is asked anyway.
    """
    covering = FilteredPost.objects.filter(filter=OuterRef("pk")).order_by()
    hers = Filter.objects.filter(profile=profile).order_by().values("profile")
    return hers.annotate(text=_Listed(JSONArray(*ROW, Exists(covering)))).values_list("text")
