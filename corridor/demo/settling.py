"""What the people of the demo say of themselves, on pages as in their applications."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.demo.people import DemoPerson
from corridor.demo.presence import arrive, show
from corridor.people import actions
from corridor.people.actions import NewOffer, NewWish, Place, ProfileFacts
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

SPONSORED = frozenset(
    {"finding a sponsor", "leadership", "publishing", "research career", "networking"}
)
"""Needs that somebody with influence can do something about."""


def settle_in(profile: "Profile", who: DemoPerson, *, now: datetime) -> None:
    actions.edit_profile(
        profile=profile,
        facts=ProfileFacts(
            display_name=profile.display_name,
            pronouns=profile.pronouns,
            bio=who.bio,
            stage=profile.stage,
            grade=profile.grade,
            specialty=profile.specialty,
            subspecialty=profile.subspecialty,
            country=profile.country,
            time_zone=profile.time_zone,
        ),
        by=profile,
    )
    actions.set_affiliations(
        profile=profile,
        places=[Place(institution=who.institution)],
        by=profile,
        today=now.date(),
    )
    actions.set_interests(profile=profile, interests=who.interests, by=profile)
    actions.set_languages(profile=profile, languages=who.languages, by=profile)
    actions.set_free_hours(profile=profile, spans=who.free, by=profile)
    actions.set_offers(profile=profile, offers=_offers(who), by=profile)
    actions.set_wishes(profile=profile, wishes=_wishes(who), by=profile)
    arrive(profile, who, now=now)
    show(profile)


def _offers(who: DemoPerson) -> list[NewOffer]:
    """All who are carried are carried in the first kind that she offers."""
    return [
        NewOffer(
            kind=Kind(role.value),
            capacity=who.capacity if first else 1,
            carries=who.carries if first else 0,
            months=6 if first else None,
            topics=who.covers,
        )
        for first, role in zip((True, False, False), who.offers, strict=False)
    ]


def _wishes(who: DemoPerson) -> list[NewWish]:
    if not who.needs:
        return []
    wishes = [NewWish(kind=Kind.MENTORSHIP, topics=who.needs)]
    sponsored = tuple(sorted(SPONSORED & set(who.needs)))
    if sponsored:
        wishes.append(NewWish(kind=Kind.SPONSORSHIP, topics=sponsored))
    return wishes
