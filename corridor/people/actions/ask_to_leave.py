"""Somebody leaves: she is gone from every page at once, and for good after two weeks."""

from datetime import datetime, timedelta

from django.db import transaction

from corridor.kernel import events
from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.events import LeaveAsked
from corridor.people.models import Account, Departure, Profile

GRACE = timedelta(days=14)


class LeavingAlready(Exception):
    """She asked before; the day stands."""


class NotLeaving(Exception):
    """There is nothing to take back."""


@transaction.atomic
def ask_to_leave(*, profile: Profile, by: Profile, now: datetime) -> datetime:
    """When everything goes. Raises NotYourProfile or LeavingAlready."""
    if not policies.owns(by, profile):
        raise NotYourProfile
    account = Account.objects.select_for_update().get(pk=profile.account_id)
    if Departure.objects.filter(account=account).exists():
        raise LeavingAlready

    leaves_at = now + GRACE
    Departure.objects.create(account=account, asked_at=now, leaves_at=leaves_at)
    refresh_entry(profile)
    events.publish(
        LeaveAsked(account_id=account.pk, profile_id=profile.pk, leaves_at=leaves_at, at=now)
    )
    return leaves_at


@transaction.atomic
def come_back(*, account: Account) -> None:
    """As if she had never asked. Raises NotLeaving."""
    departure = Departure.objects.filter(account=account).first()
    if departure is None:
        raise NotLeaving

    departure.delete()
    refresh_entry(departure.account.profile)
