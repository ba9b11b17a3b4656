"""Somebody raises a shield against people whom she does not know, and lowers it again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from corridor.kernel import events
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.choices import LetsThrough
from corridor.people.events import ShieldLowered, ShieldRaised
from corridor.people.models import Profile, Shield

LONGEST = timedelta(days=365)
AT_ONCE = 200


class NotSoLong(Exception):
    """A shield lasts up to a year, or until she lowers it."""


class NoShield(Exception):
    """None is up."""


@dataclass(frozen=True, kw_only=True)
class ShieldWishes:
    lasts: timedelta | None = timedelta(hours=24)
    """None: until she lowers it."""
    lets_through: LetsThrough = LetsThrough.RELATIONS
    is_slow: bool = False
    hides_counts: bool = True


@transaction.atomic
def raise_shield(wishes: ShieldWishes, *, profile: Profile, now: datetime) -> Shield:
    """One that is up already is as she wishes from now on. Raises NotSoLong."""
    if wishes.lasts is not None and not timedelta() < wishes.lasts <= LONGEST:
        raise NotSoLong

    shield, is_new = Shield.objects.update_or_create(
        profile=profile,
        lowered_at=None,
        defaults={
            "until": None if wishes.lasts is None else now + wishes.lasts,
            "lets_through": wishes.lets_through,
            "is_slow": wishes.is_slow,
            "hides_counts": wishes.hides_counts,
        },
        create_defaults={
            "raised_at": now,
            "until": None if wishes.lasts is None else now + wishes.lasts,
            "lets_through": wishes.lets_through,
            "is_slow": wishes.is_slow,
            "hides_counts": wishes.hides_counts,
        },
    )
    if is_new:
        refresh_entry(profile)
        events.publish(ShieldRaised(profile_id=profile.pk, until=shield.until, at=now))
    return shield


@transaction.atomic
def lower_shield(*, profile: Profile, now: datetime) -> None:
    """What was kept back stays where it is until she looks at it. Raises NoShield."""
    if not Shield.objects.filter(profile=profile, lowered_at=None).update(lowered_at=now):
        raise NoShield

    refresh_entry(profile)
    events.publish(ShieldLowered(profile_id=profile.pk, is_by_itself=False, at=now))


def lower_shields(*, now: datetime) -> int:
    """Those whose time is over; how many."""
    over = Shield.objects.filter(lowered_at=None, until__lte=now).order_by("until", "pk")
    return sum(_lowered(pk, now) for pk in list(over.values_list("pk", flat=True)[:AT_ONCE]))


@transaction.atomic
def _lowered(shield_id: int, now: datetime) -> bool:
    held = Shield.objects.select_related("profile").get(pk=shield_id)
    still = Shield.objects.filter(pk=shield_id, lowered_at=None, until__lte=now)
    if not still.update(lowered_at=now):  # she lowered it herself, or made it last longer
        return False
    refresh_entry(held.profile)
    events.publish(ShieldLowered(profile_id=held.profile_id, is_by_itself=True, at=now))
    return True
