"""Somebody takes back all that she said of herself, at once."""

from datetime import datetime

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.record_access import record_access
from corridor.people.choices import Deed
from corridor.people.models import Profile


@transaction.atomic
def delete_description(*, profile: Profile, by: Profile, now: datetime) -> None:
    """Answers go, agreements end; also where this server no longer asks. Raises NotYourProfile."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.facets.all().delete()
    profile.consents.filter(ended_at=None).update(ended_at=now)
    record_access(subject=profile, by=by, deed=Deed.DELETED, now=now)
