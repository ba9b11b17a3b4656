"""Shields that are up, and who is no stranger to somebody."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from corridor.algorithms.careers import BY_CODE
from corridor.kernel.compiled import CompiledObjects
from corridor.people.choices import FirstWords
from corridor.people.models import (
    Acquaintance,
    Badge,
    ContactWishes,
    Follow,
    Offer,
    Profile,
    Shield,
)
from corridor.people.queries.descriptions import works_with

Ids = QuerySet[Any, Any]
NEAR = 2
"""Rungs: as near as near-peers are."""
NEW_FOLLOWER = timedelta(days=3)
"""Who began to follow so lately is still a stranger: else whoever attacks would follow first."""


def shield_of(profile_id: int) -> Shield | None:
    """The one that is up."""
    return _shield_of().first(profile=profile_id)


@cache
def _shield_of() -> CompiledObjects[Shield]:
    def build(profile: int) -> QuerySet[Shield]:
        return Shield.objects.filter(profile=profile, lowered_at=None).order_by()

    return CompiledObjects(build, profile=int)


def shielded() -> Ids:
    """Those whose shield is up."""
    return Shield.objects.filter(lowered_at=None).order_by().values("profile")


def is_shielded(profile: Any) -> Exists:
    """As a condition; may be an `OuterRef`."""
    return Exists(Shield.objects.filter(lowered_at=None, profile=profile).order_by())


def shields_up() -> QuerySet[Shield]:
    """For queries of contexts above to narrow down."""
    return Shield.objects.filter(lowered_at=None).order_by()


def hides_counts(profile: Any) -> Exists:
    """Whether her posts are shown without figures; may be an `OuterRef`."""
    up = Shield.objects.filter(lowered_at=None, hides_counts=True, profile=profile)
    return Exists(up.order_by())


def first_words_of(ids: Collection[int]) -> dict[int, FirstWords]:
    """Who may write to each of them first."""
    said = ContactWishes.objects.filter(profile__in=ids).order_by()
    chosen = dict(said.values_list("profile", "first_words"))
    return {pk: FirstWords(chosen.get(pk, FirstWords.REQUEST)) for pk in ids}


def far_from(profile: Profile, ids: Collection[int]) -> set[int]:
    """Those of them more than two rungs of the career ladder away, up or down.

    Whoever offers something has asked to be written to, from wherever.
    """
    offers = Offer.objects.filter(profile=OuterRef("pk")).order_by()
    others = Profile.objects.filter(~Exists(offers), pk__in=ids).order_by()
    return {pk for pk, stage in others.values_list("pk", "stage") if _is_far(profile.stage, stage)}


def _is_far(stage: str, other: str) -> bool:
    """Without a rung, such as outside of training, nobody is near."""
    one, two = BY_CODE.get(stage), BY_CODE.get(other)
    if one is None or two is None or one.rung is None or two.rung is None:
        return True
    return abs(one.rung - two.rung) > NEAR


def tied_to(profile_id: int, ids: Collection[int], *, now: datetime) -> set[int]:
    """Of these people those who are no strangers to somebody, as far as people are concerned.

    She follows them or let them through; they have followed her for some days; she works with
    them here. What was said between them is for contexts above to know.
    """
    known = _followed_or_following(profile_id, ids, now)
    let = Acquaintance.objects.filter(profile=profile_id, other__in=ids)
    known |= set(let.order_by().values_list("other", flat=True))
    if left := set(ids) - known:
        known |= left & works_with(Profile.objects.get(pk=profile_id))
    return known


def verified_among(ids: Collection[int], *, now: datetime) -> set[int]:
    held = Badge.objects.filter(profile__in=ids, withdrawn_at=None, expires_at__gt=now)
    return set(held.order_by().values_list("profile", flat=True))


def _followed_or_following(profile_id: int, ids: Collection[int], now: datetime) -> set[int]:
    hers = Follow.objects.filter(
        follower=profile_id, followed__in=ids, accepted_at__isnull=False
    ).values_list("followed")
    theirs = Follow.objects.filter(
        follower__in=ids, followed=profile_id, accepted_at__lte=now - NEW_FOLLOWER
    ).values_list("follower")
    return {pk for (pk,) in hers.order_by().union(theirs.order_by())}
