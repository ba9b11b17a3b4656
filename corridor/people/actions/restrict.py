"""Moderators keep somebody from something for a time, and lift it again."""

from datetime import datetime

from django.db import transaction

from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.choices import Restraint
from corridor.people.models import Account, Profile, Restriction

AT_ONCE = 200


class RestrictedAlready(Exception):
    """She is kept from that as it is; lift that first."""


class NotRestricted(Exception):
    """It is lifted already."""


@transaction.atomic
def restrict(
    *, profile: Profile, kind: Restraint, until: datetime | None, now: datetime
) -> Restriction:
    """Raises RestrictedAlready."""
    # Held, so that two moderators do not close and reopen the account across each other.
    Account.objects.select_for_update().get(pk=profile.account_id)
    if Restriction.objects.filter(profile=profile, kind=kind, lifted_at=None).exists():
        raise RestrictedAlready

    made = Restriction.objects.create(profile=profile, kind=kind, since=now, until=until)
    _take_effect(profile, kind, is_open=False)
    return made


@transaction.atomic
def lift_restriction(restriction_id: int, *, now: datetime) -> None:
    """Raises NotRestricted."""
    in_force = Restriction.objects.filter(pk=restriction_id, lifted_at=None)
    held = in_force.select_related("profile").first()
    if held is None or not in_force.update(lifted_at=now):
        raise NotRestricted

    _take_effect(held.profile, Restraint(held.kind), is_open=True)


@transaction.atomic
def let_restriction_stand(restriction_id: int) -> None:
    """It ends when it is lifted, no longer by itself. Raises NotRestricted."""
    in_force = Restriction.objects.filter(pk=restriction_id, lifted_at=None)
    if not in_force.update(until=None):
        raise NotRestricted


def end_restrictions(*, now: datetime) -> int:
    """Those whose time is over; how many."""
    over = Restriction.objects.filter(lifted_at=None, until__lte=now).order_by("until", "pk")
    return sum(_ended(pk, now) for pk in list(over.values_list("pk", flat=True)[:AT_ONCE]))


def _ended(restriction_id: int, now: datetime) -> bool:
    try:
        lift_restriction(restriction_id, now=now)
    except NotRestricted:  # a moderator was faster
        return False
    return True


def _take_effect(profile: Profile, kind: Restraint, *, is_open: bool) -> None:
    if kind == Restraint.FREEZE:
        return
    if kind == Restraint.SUSPEND:
        Account.objects.filter(pk=profile.account_id).update(is_active=is_open)
    refresh_entry(profile)
