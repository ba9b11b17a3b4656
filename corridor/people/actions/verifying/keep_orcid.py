"""Somebody signed in with ORCID: the iD is hers, for as long as she signs in with it."""

from datetime import datetime

from django.db import transaction

from corridor.algorithms.credentials.orcid import plain_orcid
from corridor.people.actions.verifying.withdraw_badge import BY_OWNER, end_badge
from corridor.people.choices import Route
from corridor.people.models import Badge, Profile


def keep_orcid(profile: Profile, *, orcid: str) -> None:
    """Raises NotAnOrcid. `grant_orcid_badge` does it too, where the iD shows nobody else."""
    profile.orcid = plain_orcid(orcid)
    profile.save(update_fields=["orcid"])


@transaction.atomic
def forget_orcid(profile: Profile, *, now: datetime) -> None:
    """She took that way of signing in away; the badge that rests on it goes with it."""
    for badge in Badge.objects.filter(profile=profile, route=Route.ORCID, withdrawn_at=None):
        end_badge(badge, because=BY_OWNER, now=now)
    profile.orcid = ""
    profile.save(update_fields=["orcid"])
