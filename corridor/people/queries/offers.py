"""What somebody gives and seeks."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db.models import Q

from corridor.algorithms.bio_line.words import Gives, Line, Seeks
from corridor.algorithms.hashtags import as_hashtag
from corridor.people.choices import Kind, TagKind
from corridor.people.models import Away, Offer, Profile, Wish
from corridor.people.queries.profiles import known_tags
from corridor.people.words import plain_tag

OfferOrWish = TypeVar("OfferOrWish", Offer, Wish)
HUMPS = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def offers_and_wishes(profile: Profile) -> tuple[list[Offer], list[Wish]]:
    """In the order of `Kind`."""
    return (
        in_order(profile.offers.prefetch_related("topics")),
        in_order(profile.wishes.prefetch_related("topics")),
    )


def in_order(ones: Iterable[OfferOrWish]) -> list[OfferOrWish]:
    return sorted(ones, key=lambda one: list(Kind).index(Kind(one.kind)))


def away_of(profile: Profile, *, today: date) -> Away | None:
    """Now, or next."""
    return next(
        (away for away in profile.away.all() if away.ends_on is None or away.ends_on > today), None
    )


def is_away(profile: Profile, *, today: date) -> bool:
    away = away_of(profile, today=today)
    return away is not None and away.starts_on <= today


def away_among(ids: Iterable[int], *, today: date) -> set[int]:
    """Those of them who take nobody new on today."""
    now = Q(starts_on__lte=today) & (Q(ends_on=None) | Q(ends_on__gt=today))
    found = Away.objects.filter(now, profile__in=list(ids)).order_by()
    return set(found.values_list("profile", flat=True))


def back_since(day: date, *, today: date) -> list[int]:
    """Whose days away ended by themselves on that day or later."""
    found = Away.objects.filter(ends_on__gte=day, ends_on__lte=today).order_by("profile")
    return list(found.values_list("profile", flat=True))


def rooms_offered(ids: Iterable[int], kind: Kind) -> dict[int, int]:
    """By profile: for how many she has room beside those elsewhere; without who offers nothing."""
    found = Offer.objects.filter(kind=kind, profile__in=list(ids)).order_by()
    return {
        profile: capacity - carries
        for profile, capacity, carries in found.values_list("profile", "capacity", "carries")
    }


def bio_facts(profile: Profile, *, today: date) -> Line:
    """What the line for a bio says of her; whoever is away has no place now."""
    offers, wishes = offers_and_wishes(profile)
    has_places = not is_away(profile, today=today)
    return Line(
        gives=tuple(
            Gives(
                role=offer.kind,
                topics=tuple(topic.topic for topic in offer.topics.all()),
                places=offer.places if has_places else 0,
            )
            for offer in offers
        ),
        seeks=tuple(
            Seeks(role=wish.kind, topics=tuple(topic.topic for topic in wish.topics.all()))
            for wish in wishes
        ),
        tags=tuple(tag.tag for tag in profile.tags.all() if tag.kind == TagKind.INTEREST),
    )


def interests_in(hashtags: Iterable[str], *, besides: Iterable[str]) -> list[str]:
    """Hashtags as the words that people of this server go by, else their parts: MedEd, med ed."""
    known = known_tags(TagKind.INTEREST, besides=besides)
    word_of = {as_hashtag(word).casefold(): word for word in reversed(known)}
    found = [
        word_of.get(f"#{tag}".casefold()) or plain_tag(HUMPS.sub(" ", tag.replace("_", " ")))
        for tag in hashtags
    ]
    return list(dict.fromkeys(word for word in found if word))
