"""When the two of a relationship can both meet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from corridor.algorithms.common_times import Between, Hours, common_times
from corridor.mentoring.meeting_choices import MeetingState
from corridor.mentoring.models import DaysOff, Meeting, Relationship
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

SOONEST = timedelta(hours=12)
"""Nobody is asked for a meeting in a minute."""
WEEKS = 4


@dataclass(frozen=True, kw_only=True)
class CommonTimes:
    times: list[datetime]
    """Each quarter of an hour at which both are free for so long."""
    has_mine: bool
    """The viewer has said when she can meet in a week."""
    has_theirs: bool


def times_for_two(
    relationship: Relationship, *, viewer: "Profile", minutes: int, now: datetime
) -> CommonTimes:
    """In the next four weeks; what else the other does is not told, only what is free for both."""
    between = (now + SOONEST, now + timedelta(weeks=WEEKS))
    mine = _hours(viewer, between)
    theirs = _hours(relationship.other_than(viewer), between)
    return CommonTimes(
        times=common_times(mine, theirs, between=between, minutes=minutes),
        has_mine=bool(mine.spans),
        has_theirs=bool(theirs.spans),
    )


def _hours(profile: "Profile", between: Between) -> Hours:
    start, end = between
    off = DaysOff.objects.filter(
        profile=profile, starts_on__lte=end.date(), ends_on__gte=start.date() - timedelta(days=1)
    )
    day = timedelta(days=1)
    days = [(one.starts_on, one.ends_on + day) for one in off.order_by("pk")]
    away = [(one.starts_on, one.ends_on) for one in profile.away.order_by("pk")]
    return Hours(
        spans=tuple(people.free_spans(profile)),
        zone=profile.time_zone,
        away=(*days, *away),
        busy=_busy(profile, between),
    )


def _busy(profile: "Profile", between: Between) -> tuple[Between, ...]:
    rows = Meeting.objects.filter(
        Q(relationship__mentor=profile) | Q(relationship__mentee=profile),
        state=MeetingState.AGREED,
        starts_at__gt=between[0] - timedelta(hours=1),
        starts_at__lt=between[1],
    )
    found = [(one.starts_at, one.ends_at) for one in rows.order_by("starts_at", "pk")]
    return tuple((start, end) for start, end in found if start and end)
