"""Somebody says what she seeks."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.models import Profile, Wish, WishTopic
from corridor.people.names import clean_line
from corridor.people.words import plain_tags


@dataclass(frozen=True, kw_only=True)
class NewWish:
    kind: str
    """A value of `Kind`."""
    topics: tuple[str, ...] = ()
    goal: str = ""


@transaction.atomic
def set_wishes(*, profile: Profile, wishes: Sequence[NewWish], by: Profile) -> None:
    """Wishes of kinds that are not named end.

    Raises NotYourProfile, TagTooLong, TooManyTags or ValidationError.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.wishes.all().delete()
    for new in wishes:
        wish = Wish(profile=profile, kind=new.kind, goal=clean_line(new.goal))
        wish.full_clean()
        wish.save()
        WishTopic.objects.bulk_create(
            WishTopic(wish=wish, topic=topic) for topic in plain_tags(new.topics)
        )
