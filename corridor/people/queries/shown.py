"""What of somebody's profile others see, and which others."""

from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from corridor.algorithms.matching.week import DAYS, Span
from corridor.people.choices import TagKind
from corridor.people.models import (
    Affiliation,
    Away,
    Offer,
    Profile,
    ProfileLink,
    Wish,
    Work,
)
from corridor.people.queries.offers import away_of, in_order

PARTS = (
    "affiliations",
    "away",
    "links",
    "offers__topics",
    "tags",
    "wishes__topics",
    "works",
)


@dataclass(frozen=True, kw_only=True)
class ShownProfile:
    """Whatever is not for this viewer is not in it."""

    profile: Profile
    is_own: bool
    present: list[Affiliation]
    earlier: list[Affiliation]
    languages: list[str]
    interests: list[str]
    offers: list[Offer]
    wishes: list[Wish]
    """What she hopes for can be close to the bone: for members."""
    links: list[ProfileLink]
    works: list[Work]
    orcid: str
    away: Away | None
    """Now, or next."""
    is_away: bool
    free: list[Span]
    """Her week in her own time: for members."""


def shown_profile(
    profile: Profile, *, to: Profile | None, is_member: bool, today: date
) -> ShownProfile:
    """What `to` sees; `is_member` without `to` is any member, as the owner looks at herself.

    Who may see her at all is `profile_seen`. Of somebody who is known by another name others
    learn neither where she works or worked nor what she published.
    """
    is_own = to is not None and to.pk == profile.pk
    prefetch_related_objects([profile], *PARTS)
    # The viewer's own in the same query: the two are compared.
    prefetch_related_objects([profile, to] if to and not is_own else [profile], "free_hours")
    tells_where = is_own or not profile.is_pseudonymous
    places = list(profile.affiliations.all()) if tells_where else []
    away = away_of(profile, today=today)
    offers, wishes = in_order(profile.offers.all()), in_order(profile.wishes.all())
    return ShownProfile(
        profile=profile,
        is_own=is_own,
        present=[place for place in places if place.until is None or place.until > today],
        earlier=[place for place in places if place.until is not None and place.until <= today],
        languages=_tags(profile, TagKind.LANGUAGE),
        interests=_tags(profile, TagKind.INTEREST),
        offers=offers,
        wishes=wishes if is_member else [],
        links=list(profile.links.all()),
        works=list(profile.works.all()) if tells_where else [],
        orcid=profile.orcid if tells_where else "",
        away=away,
        is_away=away is not None and away.starts_on <= today,
        free=free_spans(profile) if is_member else [],
    )


def free_spans(profile: Profile) -> list[Span]:
    return [Span(DAYS[hours.day], hours.start, hours.end) for hours in profile.free_hours.all()]


def _tags(profile: Profile, kind: TagKind) -> list[str]:
    return [tag.tag for tag in profile.tags.all() if tag.kind == kind]
