"""Somebody says what she gives, and how much room she has."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from corridor.kernel import events
from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.hold_profile import hold_profile
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.events import RoomChanged
from corridor.people.models import Offer, OfferTopic, Profile
from corridor.people.models.offer import MOST_PLACES
from corridor.people.names import clean_line
from corridor.people.words import plain_tags

__all__ = ["MOST_PLACES", "NewOffer", "set_offers"]


@dataclass(frozen=True, kw_only=True)
class NewOffer:
    kind: str
    """A value of `Kind`."""
    capacity: int = 1
    carries: int = 0
    months: int | None = None
    topics: tuple[str, ...] = ()
    not_for: str = ""


@transaction.atomic
def set_offers(*, profile: Profile, offers: Sequence[NewOffer], by: Profile) -> None:
    """Offers of kinds that are not named end.

    Raises NotYourProfile, TagTooLong, TooManyTags or ValidationError.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile

    hold_profile(profile)  # nobody is taken on between what is read here and what is written
    here = dict(profile.offers.values_list("kind", "carries_here"))
    profile.offers.all().delete()
    for new in offers:
        offer = Offer(
            profile=profile,
            kind=new.kind,
            capacity=new.capacity,
            carries=new.carries,
            carries_here=here.get(new.kind, 0),
            months=new.months,
            not_for=clean_line(new.not_for),
        )
        offer.full_clean()
        offer.save()
        OfferTopic.objects.bulk_create(
            OfferTopic(offer=offer, topic=topic) for topic in plain_tags(new.topics)
        )
    refresh_entry(profile)
    events.publish(RoomChanged(profile_id=profile.pk))
