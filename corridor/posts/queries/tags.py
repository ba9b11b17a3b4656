"""Hashtags: how much they are used, who follows them, what somebody shows of them."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet, Value

from corridor.kernel.compiled import Compiled, CompiledSeveral
from corridor.kernel.ids import BITS, first_id
from corridor.posts.choices import OPEN, Audience
from corridor.posts.models import FeaturedTag, Post, Tag, TagFollow, TagUse

DAYS = 7
A_DAY = 24 * 60 * 60 * 1000 << BITS
"""So far apart are the numbers of posts of two days."""
Kept = TagFollow | FeaturedTag


@dataclass(frozen=True, kw_only=True)
class DayOfTag:
    day: date
    uses: int = 0
    people: int = 0


def tag_named(name: str) -> Tag | None:
    return Tag.objects.filter(name=_kept(name)).first()


def tags_beginning(typed: str) -> QuerySet[Tag]:
    """The tag itself comes first, since nothing that begins so is shorter."""
    return Tag.objects.filter(name__startswith=_kept(typed)).order_by("name")


def _kept(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip().removeprefix("#")).casefold()


def history(tag_ids: Iterable[int], *, now: datetime) -> dict[int, list[DayOfTag]]:
    """Of posts for everybody, the last seven days in UTC, today first."""
    ids = list(tag_ids)
    today = now.astimezone(UTC).date()
    days = [today - timedelta(days=back) for back in range(DAYS)]
    since = datetime(days[-1].year, days[-1].month, days[-1].day, tzinfo=UTC)
    told = _uses().rows(ids, since=first_id(since))
    epoch = date(1970, 1, 1)
    found = {
        (tag, epoch + timedelta(days=number)): (count, authors)
        for tag, number, count, authors in told
    }
    return {pk: [_day(day, found.get((pk, day), (0, 0))) for day in days] for pk in ids}


@cache
def _uses() -> CompiledSeveral[TagUse]:
    """Tag, day by its number, uses, people."""

    def build(ids: Sequence[int], *, since: int) -> QuerySet[Any, Any]:
        uses = TagUse.objects.filter(tag__in=ids, post__gte=since, post__audience=Audience.PUBLIC)
        days = uses.order_by().annotate(number=F("post_id") / Value(A_DAY))
        counted = days.values_list("tag", "number")
        return counted.annotate(uses=Count("pk"), people=Count("post__author", distinct=True))

    return CompiledSeveral(Compiled, build, int, since=int)


def _day(day: date, figures: tuple[int, int]) -> DayOfTag:
    return DayOfTag(day=day, uses=figures[0], people=figures[1])


def tags_followed(viewer_id: int) -> QuerySet[TagFollow]:
    """With their tags."""
    return TagFollow.objects.filter(profile=viewer_id).select_related("tag")


def followed_of(tag_ids: Sequence[int], *, viewer_id: int | None) -> set[int]:
    """Those of these tags that she follows."""
    return _of(tag_ids, TagFollow, viewer_id)


def featured_of(tag_ids: Sequence[int], *, viewer_id: int | None) -> set[int]:
    """Those of these tags that she shows on her profile."""
    return _of(tag_ids, FeaturedTag, viewer_id)


def _of(tag_ids: Sequence[int], kept: type[Kept], viewer_id: int | None) -> set[int]:
    if viewer_id is None:
        return set()
    return {tag for (tag,) in _among(kept).rows(tag_ids, viewer=viewer_id)}


@cache
def _among(kept: type[Kept]) -> CompiledSeveral[Kept]:
    def build(ids: Sequence[int], *, viewer: int) -> QuerySet[Any, Any]:
        rows = kept._default_manager.filter(profile=viewer, tag__in=ids)  # noqa: SLF001
        return rows.order_by().values_list("tag")

    return CompiledSeveral(Compiled, build, int, viewer=int)


def tags_featured(profile_id: int) -> QuerySet[FeaturedTag]:
    """With `tag`, and `uses` and `last` of what she published openly."""
    hers = Q(tag__uses__post__author=profile_id, tag__uses__post__audience__in=OPEN)
    return (
        FeaturedTag.objects.filter(profile=profile_id)
        .select_related("tag")
        .annotate(
            uses=Count("tag__uses", filter=hers), last=Max("tag__uses__post__at", filter=hers)
        )
        .order_by("at", "pk")
    )


def tags_to_feature(profile_id: int, *, most: int = 10) -> list[Tag]:
    """What she uses most and does not show yet."""
    shown = FeaturedTag.objects.filter(profile=profile_id).order_by().values("tag")
    hers = Post.objects.filter(author=profile_id, audience__in=OPEN).order_by().values("pk")
    used = Tag.objects.filter(uses__post__in=hers).exclude(pk__in=shown)
    return list(used.annotate(times=Count("uses")).order_by("-times", "name")[:most])
