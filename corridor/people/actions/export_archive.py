"""Somebody takes everything with her that this server holds about her."""

from datetime import datetime

from django.db import transaction

from corridor.people import archive, policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.record_access import record_access
from corridor.people.choices import Deed
from corridor.people.models import Profile


@transaction.atomic
def export_archive(*, profile: Profile, by: Profile, now: datetime) -> bytes:
    """A ZIP, in which this download stands in the access log too. Raises NotYourProfile."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    record_access(subject=profile, by=by, deed=Deed.EXPORTED, now=now)
    return archive.archive_of(profile, now=now)
