"""A verified member says that she knows somebody; two of them make a badge.

It is the weakest way of all, so it has rules: vouchers are verified in another way, have been
here for a while, vouch for a few people only, and nobody is vouched for in a circle.
"""

from datetime import datetime, timedelta

from django.db import transaction

from corridor.people import queries
from corridor.people.actions.verifying.grant_badge import NewBadge, grant_badge
from corridor.people.actions.verifying.withdraw_badge import (
    NEEDED_VOUCHES,
    end_vouched_badge,
    holding_vouches,
)
from corridor.people.choices import Route
from corridor.people.models import Badge, Profile, Vouch

HERE_FOR = timedelta(days=14)
MOST_IN_A_MONTH = 5
A_MONTH = timedelta(days=30)
RENEWABLE_AFTER = timedelta(days=330)
"""Somebody who still knows her says so again before the badge runs out."""


class VouchForSomebodyElse(Exception):
    """Nobody vouches for herself."""


class VoucherNotVerified(Exception):
    """A voucher is verified herself, and not by vouching."""


class VoucherTooNew(Exception):
    """She joined less than two weeks ago."""


class KeptApart(Exception):
    """One blocks the other, or evaluates the other's work."""


class VouchedForNobody(Exception):
    """A program speaks for this account: there is nobody to vouch for."""


class VouchedAlready(Exception):
    """Once is enough."""


class VouchedInACircle(Exception):
    """Her own standing leads back to whom she would vouch for."""


class VouchedForMany(Exception):
    """Five in a month at most."""


class SayHowYouKnow(Exception):
    """Where the two know each other from."""


class NoSuchVouch(Exception):
    """Nothing to take back."""


@transaction.atomic
def vouch_for(*, vouched: Profile, by: Profile, knows_from: str, now: datetime) -> Badge | None:
    """The badge, where this vouch makes it. Raises the refusals above or ValidationError."""
    # Both rows in one order: two vouches at once for one person cannot miss each other.
    list(Profile.objects.select_for_update().filter(pk__in=[by.pk, vouched.pk]).order_by("pk"))
    if vouched.is_automated:
        raise VouchedForNobody
    _refuse(vouched, by, now)
    if not knows_from.strip():
        raise SayHowYouKnow

    vouch = Vouch(voucher=by, vouched=vouched, knows_from=knows_from.strip(), at=now)
    Vouch.objects.filter(voucher=by, vouched=vouched).delete()
    vouch.full_clean()
    vouch.save()
    return _badge(vouched, now)


@transaction.atomic
def withdraw_vouch(*, vouched: Profile, by: Profile, now: datetime) -> bool:
    """Whether a badge ended with it. Raises NoSuchVouch."""
    list(Profile.objects.select_for_update().filter(pk__in=[by.pk, vouched.pk]).order_by("pk"))
    vouch = Vouch.objects.filter(voucher=by, vouched=vouched).first()
    if vouch is None:
        raise NoSuchVouch

    vouch.delete()
    return end_vouched_badge(vouched, now=now)


def _refuse(vouched: Profile, by: Profile, now: datetime) -> None:
    if by.pk == vouched.pk:
        raise VouchForSomebodyElse
    if vouched.pk in queries.kept_from(by, today=now.date()):
        raise KeptApart
    if not queries.is_verified_beyond_vouches(by, now=now):
        raise VoucherNotVerified
    if by.account.joined_at > now - HERE_FOR:
        raise VoucherTooNew
    given = Vouch.objects.filter(voucher=by)
    if given.filter(vouched=vouched, at__gt=now - RENEWABLE_AFTER).exists():
        raise VouchedAlready
    if given.filter(at__gt=now - A_MONTH).count() >= MOST_IN_A_MONTH:
        raise VouchedForMany
    if by.pk in _reached_from(vouched):
        raise VouchedInACircle


def _reached_from(start: Profile) -> set[int]:
    """Everybody for whom she vouched, for whom they vouched, and so on."""
    reached: set[int] = set()
    edge = {start.pk}
    while edge:
        found = Vouch.objects.filter(voucher__in=edge).values_list("vouched", flat=True)
        edge = set(found) - reached
        reached |= edge
    return reached


def _badge(vouched: Profile, now: datetime) -> Badge | None:
    """A new one also where the one in force is about to run out and two said it again."""
    if len(holding_vouches(vouched, now=now, since=now - RENEWABLE_AFTER)) < NEEDED_VOUCHES:
        return None
    standing = queries.badges_in_force(now=now).filter(profile=vouched, route=Route.VOUCHES)
    if standing.filter(granted_at__gt=now - RENEWABLE_AFTER).exists():
        return None
    return grant_badge(profile=vouched, new=NewBadge(route=Route.VOUCHES), now=now)
