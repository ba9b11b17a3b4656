"""Role models: people who chose to be shown, to whoever may see them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from corridor.algorithms.careers import CAREERS
from corridor.algorithms.matching.lottery import keys
from corridor.people.choices import Visibility
from corridor.people.models import Profile
from corridor.people.queries.relations import kept_from
from corridor.people.queries.restrictions import limited
from corridor.people.queries.shields import shielded

IN_A_GALLERY = 24


@dataclass(frozen=True, kw_only=True)
class Gallery:
    people: tuple[Profile, ...]
    total: int
    pages: int


def gallery(
    *,
    viewer: Profile | None,
    now: datetime,
    specialty: str = "",
    rungs: tuple[int, int] | None = None,
    page: int = 1,
) -> Gallery:
    """In the order of a lottery of the day, so that nobody hangs first for good."""
    shown = _shown(viewer, now)
    if specialty:
        shown = shown.filter(specialty=specialty)
    if rungs is not None:
        least, most = rungs
        codes = [one.code for one in CAREERS if one.rung is not None and least <= one.rung <= most]
        shown = shown.filter(stage__in=codes)
    ids = _drawn(list(shown.order_by("pk").values_list("pk", flat=True)), now)
    first = (max(1, page) - 1) * IN_A_GALLERY
    there = Profile.objects.in_bulk(ids[first : first + IN_A_GALLERY])
    return Gallery(
        people=tuple(there[one] for one in ids[first : first + IN_A_GALLERY] if one in there),
        total=len(ids),
        pages=-(-len(ids) // IN_A_GALLERY),
    )


def _shown(viewer: Profile | None, now: datetime) -> QuerySet[Profile]:
    people = Profile.objects.filter(
        in_gallery=True, account__is_active=True, account__departure=None
    )
    people = people.exclude(pk__in=limited()).exclude(pk__in=shielded())
    if viewer is None:
        return people.filter(visibility=Visibility.PUBLIC)
    return people.exclude(pk__in=kept_from(viewer, today=now.date()))


def _drawn(ids: list[int], now: datetime) -> list[int]:
    tickets = keys(f"gallery {now.date().isoformat()}", [str(one) for one in ids]).tolist()
    return [one for _, one in sorted(zip(tickets, ids, strict=True))]
