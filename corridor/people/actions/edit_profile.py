"""Somebody says who she is."""

import unicodedata
from dataclasses import dataclass

from django.db import transaction

from corridor.people import policies
from corridor.people.models import Profile


class NotYourProfile(Exception):
    """Everybody writes her own."""


@dataclass(frozen=True, kw_only=True)
class ProfileFacts:
    """What one form says; the photo, tags, hours and offers have actions of their own."""

    display_name: str
    pronouns: str = ""
    bio: str = ""
    stage: str = ""
    grade: str = ""
    specialty: str = ""
    subspecialty: str = ""
    country: str = ""
    time_zone: str = "UTC"


@transaction.atomic
def edit_profile(*, profile: Profile, facts: ProfileFacts, by: Profile) -> None:
    """Raises NotYourProfile or ValidationError."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    # Names are compared and sorted: one way of writing each accent.
    profile.display_name = " ".join(unicodedata.normalize("NFC", facts.display_name).split())
    profile.pronouns = facts.pronouns.strip()
    profile.bio = facts.bio.strip()
    profile.stage = facts.stage
    profile.grade = facts.grade.strip()
    profile.specialty = facts.specialty
    profile.subspecialty = facts.subspecialty.strip()
    profile.country = facts.country.upper()
    profile.time_zone = facts.time_zone
    profile.full_clean()
    profile.save(
        update_fields=[
            "display_name",
            "pronouns",
            "bio",
            "stage",
            "grade",
            "specialty",
            "subspecialty",
            "country",
            "time_zone",
        ]
    )
