"""Somebody takes nobody new on for a while."""

from datetime import date

from django.db import transaction

from corridor.kernel import events
from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.events import RoomChanged
from corridor.people.models import Away, Profile


@transaction.atomic
def set_away(*, profile: Profile, starts_on: date, ends_on: date | None, by: Profile) -> None:
    """In place of any other time away. Raises NotYourProfile or ValidationError."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.away.all().delete()
    away = Away(profile=profile, starts_on=starts_on, ends_on=ends_on)
    away.full_clean()
    away.save()
    refresh_entry(profile)
    events.publish(RoomChanged(profile_id=profile.pk))


@transaction.atomic
def end_away(*, profile: Profile, by: Profile) -> None:
    """Raises NotYourProfile."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.away.all().delete()
    refresh_entry(profile)
    events.publish(RoomChanged(profile_id=profile.pk))
