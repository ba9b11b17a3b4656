"""Somebody chooses to be shown among role models, with words of her own, or ends it."""

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.models import Profile


class WordsMissing(Exception):
    """A face without a word tells nobody anything."""


@transaction.atomic
def show_in_gallery(*, profile: Profile, words: str, by: Profile) -> None:
    """Raises NotYourProfile, WordsMissing or ValidationError."""
    if not policies.owns(by, profile):
        raise NotYourProfile
    if not words.strip():
        raise WordsMissing

    profile.gallery_words = words.strip()
    profile.in_gallery = True
    profile.full_clean()
    profile.save(update_fields=["gallery_words", "in_gallery"])


@transaction.atomic
def leave_gallery(*, profile: Profile, by: Profile) -> None:
    """Her words are kept for herself, should she come back. Raises NotYourProfile."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.in_gallery = False
    profile.save(update_fields=["in_gallery"])
