"""Who may sign up for office hours; the same for one sitting and for a list of them."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from corridor.mentoring.circle_choices import SeatState
from corridor.mentoring.models import OPEN_CIRCLE, OfficeHours, Seat
from corridor.mentoring.office_choices import HoursState, Whom
from corridor.mentoring.programmes_known import programmes_of, stays_in
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile


def hours_for(profile: "Profile", *, now: datetime) -> QuerySet[OfficeHours]:
    """Offered to her by others who are here, and from whom nothing keeps her apart."""
    offered = OfficeHours.objects.filter(_is_meant(profile, now), state=HoursState.OFFERED)
    apart = people.kept_from(profile, today=now.date())
    for left_out in (apart, *people.gone()):
        offered = offered.exclude(mentor__in=left_out)
    return offered.exclude(mentor=profile)


def is_among_them(profile: "Profile", hours: OfficeHours) -> bool:
    """In the circle or the programme that they are for, where they are for one."""
    if hours.whom == Whom.CIRCLE:
        return _seats(profile).filter(circle=hours.circle_id).exists()
    return hours.whom == Whom.VERIFIED or hours.programme_address in programmes_of(profile.pk)


def goes_on_with(hours: OfficeHours) -> bool:
    """Their mentor is still of those for whom they are, be it between two rounds."""
    mentor = hours.mentor
    if hours.whom == Whom.PROGRAMME:
        return stays_in(mentor.pk, hours.programme_address)
    return is_among_them(mentor, hours)


def _seats(profile: "Profile") -> QuerySet[Seat]:
    return Seat.objects.filter(profile=profile, state=SeatState.IN, circle__state__in=OPEN_CIRCLE)


def _is_meant(profile: "Profile", now: datetime) -> Q:
    found = Q(whom=Whom.CIRCLE, circle__in=_seats(profile).values("circle"))
    found |= Q(whom=Whom.PROGRAMME, programme_address__in=list(programmes_of(profile.pk)))
    if people.verified_among([profile.pk], now=now):
        phases = ["", *([profile.career.phase.value] if profile.career else [])]
        found |= Q(whom=Whom.VERIFIED, phase__in=phases)
    return found
