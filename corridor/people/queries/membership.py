"""How many people this server has."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from corridor.people.models import Profile
from corridor.people.queries.relations import here

MONTH, HALF_YEAR = timedelta(days=30), timedelta(days=180)


@dataclass(frozen=True, kw_only=True)
class Membership:
    members: int
    month: int
    """Who were here within a month."""
    half_year: int


def membership(*, now: datetime) -> Membership:
    counted = Profile.objects.filter(is_automated=False, **here()).aggregate(
        members=Count("pk"),
        month=Count("pk", filter=Q(seen_on__gte=(now - MONTH).date())),
        half_year=Count("pk", filter=Q(seen_on__gte=(now - HALF_YEAR).date())),
    )
    return Membership(**counted)
