"""Somebody says within how many days she answers."""

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.models import Profile


@transaction.atomic
def set_reply_promise(*, profile: Profile, days: int, by: Profile) -> None:
    """Raises NotYourProfile or ValidationError."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.reply_within_days = days
    profile.full_clean()
    profile.save(update_fields=["reply_within_days"])
    refresh_entry(profile)
