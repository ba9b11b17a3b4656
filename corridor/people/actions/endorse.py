"""Somebody shows on her profile whom she follows."""

from datetime import datetime

from django.db import transaction

from corridor.people.actions.follow import NotFollowing
from corridor.people.models import Endorsement, Profile
from corridor.people.queries.relations import is_following


@transaction.atomic
def endorse(*, profile: Profile, by: Profile, now: datetime) -> None:
    """Twice is once; it ends when she no longer follows. Raises NotFollowing."""
    if not is_following(by, profile.pk):
        raise NotFollowing

    Endorsement.objects.get_or_create(by=by, profile=profile, defaults={"at": now})


def end_endorsement(*, profile: Profile, by: Profile) -> None:
    """None is as good as ended: apps ask twice."""
    Endorsement.objects.filter(by=by, profile=profile).delete()
