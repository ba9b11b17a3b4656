"""Somebody wants another address."""

from datetime import datetime

from django.db import IntegrityError, transaction

from corridor.people import policies, resting_handles
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.actions.register_person import HandleTaken
from corridor.people.models import Profile


@transaction.atomic
def change_handle(*, profile: Profile, handle: str, by: Profile, now: datetime) -> None:
    """Links that were checked point to the old address: they are unchecked again.

    The old handle rests, and is hers to take back meanwhile.
    Raises NotYourProfile, HandleTaken or ValidationError.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile
    handle = handle.strip().removeprefix("@").lower()
    if not resting_handles.is_free(handle, by=profile, now=now):
        raise HandleTaken

    before, profile.handle = profile.handle, handle
    try:
        profile.full_clean()
        with transaction.atomic():
            profile.save(update_fields=["handle"])
    except IntegrityError as taken_meanwhile:
        profile.handle = before
        raise HandleTaken from taken_meanwhile
    if handle != before:
        resting_handles.take_back(handle)
        resting_handles.rest(before, given_up_by=profile, now=now)
        profile.links.update(checked_at=None, verified_at=None)
    refresh_entry(profile)
