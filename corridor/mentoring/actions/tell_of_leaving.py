"""Whoever works with somebody who leaves the server is told, while there is time to look around."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from corridor.mentoring import letters
from corridor.mentoring.models import OPEN, Relationship
from corridor.people import policies as relations

if TYPE_CHECKING:
    from corridor.people.models import Profile


def tell_of_leaving(profile: "Profile", *, leaves_at: datetime, now: datetime) -> list[int]:
    """The ids of what she has with others; it ends on that day, unless she comes back before.

    Who is kept apart from her is told nothing.
    """
    several = Relationship.objects.filter(Q(mentor=profile) | Q(mentee=profile), state__in=OPEN)
    found = list(several.select_related("mentor", "mentee").order_by("pk"))
    for one in found:
        other = one.other_than(profile)
        if not relations.are_apart(profile, other, today=now.date()):
            letters.tell_of_leaving(one, by=profile, leaves_at=leaves_at)
    return [one.pk for one in found]
