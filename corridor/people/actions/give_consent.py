"""Somebody agrees to a use of what she said of herself, and takes it back whenever she likes."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from corridor.people import policies
from corridor.people.actions.describe_self import IdentityFeaturesOff, index_for_members
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.record_access import record_access
from corridor.people.choices import Deed, Purpose
from corridor.people.models import Consent, Profile


class ConsentGivenAlready(Exception):
    """It is in force."""


class ConsentNotGiven(Exception):
    """There is nothing to take back."""


@transaction.atomic
def give_consent(*, profile: Profile, purpose: Purpose, by: Profile, now: datetime) -> None:
    """Raises NotYourProfile, IdentityFeaturesOff or ConsentGivenAlready."""
    _refuse_others(profile, by)
    Profile.objects.select_for_update().get(pk=profile.pk)
    if _in_force(profile, purpose):
        raise ConsentGivenAlready

    Consent.objects.create(profile=profile, purpose=purpose, given_at=now)
    _follow(profile, purpose)
    record_access(subject=profile, by=by, deed=Deed.AGREED, now=now)


@transaction.atomic
def end_consent(*, profile: Profile, purpose: Purpose, by: Profile, now: datetime) -> None:
    """It ends here and now. Raises NotYourProfile, IdentityFeaturesOff or ConsentNotGiven."""
    _refuse_others(profile, by)
    consent = _in_force(profile, purpose)
    if consent is None:
        raise ConsentNotGiven

    consent.ended_at = now
    consent.save(update_fields=["ended_at"])
    _follow(profile, purpose)
    record_access(subject=profile, by=by, deed=Deed.TOOK_BACK, now=now)


def _refuse_others(profile: Profile, by: Profile) -> None:
    if not policies.owns(by, profile):
        raise NotYourProfile
    if not settings.IDENTITY_FEATURES:
        raise IdentityFeaturesOff


def _in_force(profile: Profile, purpose: Purpose) -> Consent | None:
    return profile.consents.filter(purpose=purpose, ended_at=None).first()


def _follow(profile: Profile, purpose: Purpose) -> None:
    if purpose == Purpose.DISPLAY:
        index_for_members(profile)
