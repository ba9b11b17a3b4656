"""Somebody says who sees her, and who may follow."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.follow import accept_all
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.choices import Visibility
from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class PrivacySettings:
    visibility: Visibility
    is_listed: bool
    is_pseudonymous: bool
    approves_followers: bool


@transaction.atomic
def set_privacy(*, profile: Profile, settings: PrivacySettings, by: Profile, now: datetime) -> None:
    """Whoever no longer approves her followers accepts those who wait. Raises NotYourProfile."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.visibility = settings.visibility
    profile.is_listed = settings.is_listed
    profile.is_pseudonymous = settings.is_pseudonymous
    profile.approves_followers = settings.approves_followers
    profile.save(update_fields=["visibility", "is_listed", "is_pseudonymous", "approves_followers"])
    if not settings.approves_followers:
        accept_all(followed=profile, now=now)
    refresh_entry(profile)
