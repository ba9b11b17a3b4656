"""Somebody says who may write to her first."""

from corridor.people.choices import FirstWords
from corridor.people.models import ContactWishes, Profile


def choose_first_words(first_words: FirstWords, *, profile: Profile) -> None:
    """What was begun before stays where it is."""
    ContactWishes.objects.update_or_create(profile=profile, defaults={"first_words": first_words})
