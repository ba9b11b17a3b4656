"""Somebody says who sees her, who may follow, and what is found of her."""

from dataclasses import dataclass, fields
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
    is_searchable: bool = False

    @classmethod
    def of(cls, profile: Profile) -> "PrivacySettings":
        """As they stand: `replace` what somebody changes."""
        return cls(**{field.name: getattr(profile, field.name) for field in fields(cls)})


@transaction.atomic
def set_privacy(*, profile: Profile, settings: PrivacySettings, by: Profile, now: datetime) -> None:
    """Whoever no longer approves her followers accepts those who wait. Raises NotYourProfile."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.visibility = settings.visibility
    profile.is_listed = settings.is_listed
    profile.is_pseudonymous = settings.is_pseudonymous
    profile.approves_followers = settings.approves_followers
    profile.is_searchable = settings.is_searchable
    profile.save(update_fields=[field.name for field in fields(settings)])
    if not settings.approves_followers:
        accept_all(followed=profile, now=now)
    refresh_entry(profile)
