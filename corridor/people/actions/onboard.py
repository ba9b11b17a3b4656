"""Somebody finds her way in: what she came for, and the steps she did or left out."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.models import OnboardingStep, Profile
from corridor.people.way_in import CHOICE, PATHS, STEPS


class NoSuchStep(Exception):
    """Neither a step of the way in nor something that somebody comes for."""


@transaction.atomic
def choose_paths(*, profile: Profile, paths: Collection[str], by: Profile, now: datetime) -> None:
    """In place of what she chose before; what she did stays done.

    Raises NotYourProfile or NoSuchStep.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile
    if not set(paths) <= set(PATHS):
        raise NoSuchStep

    profile.onboarding_steps.filter(step__in=PATHS).delete()
    for path in paths:
        _note(profile, path, was_skipped=False, now=now)
    _note(profile, CHOICE, was_skipped=not paths, now=now)


@transaction.atomic
def pass_step(
    *, profile: Profile, step: str, was_skipped: bool, by: Profile, now: datetime
) -> None:
    """Raises NotYourProfile or NoSuchStep."""
    if not policies.owns(by, profile):
        raise NotYourProfile
    if step not in STEPS:
        raise NoSuchStep

    _note(profile, step, was_skipped=was_skipped, now=now)


def _note(profile: Profile, step: str, *, was_skipped: bool, now: datetime) -> None:
    OnboardingStep.objects.update_or_create(
        profile=profile, step=step, defaults={"at": now, "was_skipped": was_skipped}
    )
