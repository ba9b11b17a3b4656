"""Somebody says where she works or learns, and where she did before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.models import Affiliation, Profile
from corridor.people.names import clean_line

MOST_AFFILIATIONS = 12


class TooManyPlaces(Exception):
    """More places of work than anybody would read."""


@dataclass(frozen=True, kw_only=True)
class Place:
    institution: str
    since: date | None = None
    until: date | None = None


@transaction.atomic
def set_affiliations(
    *, profile: Profile, places: Sequence[Place], by: Profile, today: date
) -> None:
    """The first that has not ended is her institution.

    Raises NotYourProfile, TooManyPlaces or ValidationError.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile
    if len(places) > MOST_AFFILIATIONS:
        raise TooManyPlaces

    profile.affiliations.all().delete()
    for place in places:
        affiliation = Affiliation(
            profile=profile,
            institution=clean_line(place.institution),
            since=place.since,
            until=place.until,
        )
        affiliation.full_clean()
        affiliation.save()
    present = [place for place in places if place.until is None or place.until > today]
    profile.institution = clean_line(present[0].institution) if present else ""
    profile.save(update_fields=["institution"])
    refresh_entry(profile)
