"""Whom moderators keep from what."""

from typing import Any

from django.db.models import Exists, QuerySet

from corridor.people.choices import Restraint
from corridor.people.models import Account, Profile, Restriction
from corridor.people.queries.profiles import ids_here

Ids = QuerySet[Any, Any]


def limited() -> Ids:
    """Those who are not in public lists."""
    return _in_force(Restraint.LIMIT).values("profile")


def is_limited(profile: Any) -> Exists:
    """As a condition; may be an `OuterRef`."""
    return Exists(_in_force(Restraint.LIMIT).filter(profile=profile))


def is_frozen(profile: Any) -> Exists:
    """Whether she may only read; may be an `OuterRef`."""
    return Exists(_in_force(Restraint.FREEZE).filter(profile=profile))


def reads_only(profile: Profile) -> bool:
    return _in_force(Restraint.FREEZE).filter(profile=profile).exists()


def may_act(profile: Profile) -> bool:
    """By a link in a mail, without signing in: she is here, and moderators let her act."""
    return bool(ids_here([profile.pk])) and not reads_only(profile)


def is_held_back(profile_id: int) -> bool:
    """Limited: news from her can be kept apart."""
    return _in_force(Restraint.LIMIT).filter(profile=profile_id).exists()


def is_suspended(account: Account) -> bool:
    """Moderators closed it: no newcomer, and opened by nothing but them."""
    return _in_force(Restraint.SUSPEND).filter(profile__account=account).exists()


def restrictions_of(profile_id: int) -> list[Restriction]:
    """In force and over, newest first."""
    return list(Restriction.objects.filter(profile=profile_id).order_by("-since", "-pk"))


def _in_force(kind: Restraint) -> QuerySet[Restriction]:
    return Restriction.objects.filter(kind=kind, lifted_at=None).order_by()
