"""Somebody says what she cares about and which languages she speaks."""

from collections.abc import Iterable

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.choices import TagKind
from corridor.people.models import Profile, ProfileTag
from corridor.people.words import plain_tags


@transaction.atomic
def set_interests(*, profile: Profile, interests: Iterable[str], by: Profile) -> None:
    """Raises NotYourProfile, TagTooLong or TooManyTags."""
    _set(profile, TagKind.INTEREST, interests, by=by)


@transaction.atomic
def set_languages(*, profile: Profile, languages: Iterable[str], by: Profile) -> None:
    """Raises NotYourProfile, TagTooLong or TooManyTags."""
    _set(profile, TagKind.LANGUAGE, languages, by=by)


def _set(profile: Profile, kind: TagKind, texts: Iterable[str], *, by: Profile) -> None:
    if not policies.owns(by, profile):
        raise NotYourProfile
    tags = plain_tags(texts)

    profile.tags.filter(kind=kind).exclude(tag__in=tags).delete()
    ProfileTag.objects.bulk_create(
        [ProfileTag(profile=profile, kind=kind, tag=tag) for tag in tags], ignore_conflicts=True
    )
    refresh_entry(profile)
