"""Somebody's own calendar: a feed of her meetings, days on which she cannot."""

import secrets
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import sealing
from corridor.mentoring.models import CalendarWishes, DaysOff
from corridor.people import actions as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

CODE_BYTES = 24
MOST_DAYS_OFF = 40
LONGEST_OFF = timedelta(days=366)


class NoDays(Exception):
    """They end before they begin, have passed, or are more than a year."""


class TooManyDaysOff(Exception):
    """Forty times are kept; old ones go by themselves."""


@transaction.atomic
def renew_feed(*, by: "Profile") -> str:
    """The code in its new address; the old address ends."""
    wishes = _wishes(by)
    code = secrets.token_urlsafe(CODE_BYTES)
    wishes.feed_code = code
    wishes.feed_digest = sealing.digest(code, purpose=CalendarWishes.FEED)
    wishes.save(update_fields=["sealed_feed_code", "feed_digest"])
    return code


@transaction.atomic
def end_feed(*, by: "Profile") -> None:
    wishes = _wishes(by)
    wishes.sealed_feed_code, wishes.feed_digest = b"", None
    wishes.save(update_fields=["sealed_feed_code", "feed_digest"])


@transaction.atomic
def add_days_off(*, starts_on: date, ends_on: date, by: "Profile", today: date) -> DaysOff:
    """Both days are in it. Raises NoDays or TooManyDaysOff."""
    if ends_on < starts_on or ends_on < today or ends_on - starts_on > LONGEST_OFF:
        raise NoDays
    people.hold_profile(by)
    own = DaysOff.objects.filter(profile=by)
    own.filter(ends_on__lt=today).delete()
    if own.count() >= MOST_DAYS_OFF:
        raise TooManyDaysOff
    return DaysOff.objects.create(profile=by, starts_on=starts_on, ends_on=ends_on)


@transaction.atomic
def remove_days_off(days_id: int, *, by: "Profile") -> None:
    """Gone afterwards, whether or not it was there."""
    DaysOff.objects.filter(pk=days_id, profile=by).delete()


def _wishes(profile: "Profile") -> CalendarWishes:
    wishes, _is_new = CalendarWishes.objects.get_or_create(profile=profile)
    return wishes
