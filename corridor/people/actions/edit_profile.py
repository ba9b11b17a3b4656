"""Somebody says who she is."""

from dataclasses import dataclass, fields

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from corridor.people import policies
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.models import Profile
from corridor.people.names import clean_line, clean_name, clean_text

LONGEST_BIO = 1000


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

    @classmethod
    def of(cls, profile: Profile) -> "ProfileFacts":
        """As they stand: `replace` what a form changes."""
        return cls(**{field.name: getattr(profile, field.name) for field in fields(cls)})


@transaction.atomic
def edit_profile(*, profile: Profile, facts: ProfileFacts, by: Profile) -> None:
    """Raises NotYourProfile, NameWithoutLetters or ValidationError."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.display_name = clean_name(facts.display_name)
    profile.pronouns = clean_line(facts.pronouns)
    profile.bio = clean_text(facts.bio)
    profile.stage = facts.stage
    profile.grade = clean_line(facts.grade)
    profile.specialty = facts.specialty
    profile.subspecialty = clean_line(facts.subspecialty)
    profile.country = facts.country.upper()
    profile.time_zone = facts.time_zone
    profile.full_clean()
    if len(profile.bio) > LONGEST_BIO:  # Django holds only forms to it
        raise ValidationError({"bio": _("At most 1000 characters.")})
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
    refresh_entry(profile)
