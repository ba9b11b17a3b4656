"""Readings of helpers and of what they did. Whoever asks says who is looking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from corridor.helping import policies
from corridor.helping.models import Helper, HelperDeed
from corridor.helping.policies import MOST_HELPERS, may_tend

if TYPE_CHECKING:
    from corridor.people.models import Profile

SHOWN = 200


@dataclass(frozen=True, kw_only=True)
class DoneForHer:
    deed: HelperDeed
    by: str
    """Handle that the helper had then."""
    about: Mapping[str, Any]


def own_helpers(owner: "Profile") -> list[Helper]:
    """Asked and agreed, oldest first."""
    rows = Helper.objects.filter(owner=owner, ended_at=None).select_related("helper")
    return list(rows.order_by("asked_at", "pk"))


def own_helper(helper_id: int, *, owner: "Profile") -> Helper | None:
    rows = Helper.objects.filter(pk=helper_id, owner=owner, ended_at=None)
    return rows.select_related("helper").first()


def whom_she_helps(helper: "Profile") -> list[Helper]:
    return list(_of_helper(policies.active(), helper))


def who_asks_her(helper: "Profile") -> list[Helper]:
    return list(_of_helper(Helper.objects.filter(agreed_at=None), helper))


def helping(helper_id: int, *, by: "Profile") -> Helper | None:
    """Whom she helps; None where she does not, or not any more."""
    return _of_helper(policies.active(), by).filter(pk=helper_id).first()


def was_ever(helper_id: int, *, by: "Profile") -> bool:
    """She helps there, or did, or was asked."""
    return Helper.objects.filter(pk=helper_id, helper=by).exists()


def helps_or_is_asked(profile: "Profile") -> bool:
    return _of_helper(Helper.objects.all(), profile).exists()


def done_for(owner: "Profile") -> list[DoneForHer]:
    """What helpers did for her, newest first."""
    return _read(HelperDeed.objects.filter(owner=owner))


def done_by(helper: "Profile", *, owner_id: int) -> list[DoneForHer]:
    """What one helper did for somebody, for that helper."""
    return _read(HelperDeed.objects.filter(helper=helper, owner=owner_id))


def _of_helper(rows: QuerySet[Helper], helper: "Profile") -> QuerySet[Helper]:
    found = rows.filter(helper=helper, ended_at=None, owner__account__is_active=True)
    found = found.filter(owner__account__departure=None)
    return found.select_related("owner").order_by("asked_at", "pk")


def _read(rows: QuerySet[HelperDeed]) -> list[DoneForHer]:
    found: Sequence[HelperDeed] = list(rows.select_related("helper").order_by("-at", "-pk")[:SHOWN])
    return [DoneForHer(deed=one, by=one.about["helper"], about=one.about) for one in found]


__all__ = [
    "MOST_HELPERS",
    "DoneForHer",
    "done_by",
    "done_for",
    "helping",
    "helps_or_is_asked",
    "may_tend",
    "own_helper",
    "own_helpers",
    "was_ever",
    "who_asks_her",
    "whom_she_helps",
]
