"""Circles as the people in them see them, and as members find them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, Q, QuerySet

from corridor.mentoring import policies
from corridor.mentoring.circle_choices import CircleState, SeatState
from corridor.mentoring.meeting_choices import MeetingState
from corridor.mentoring.models import (
    OPEN_CIRCLE,
    TAKES_A_PLACE,
    Attendance,
    Circle,
    CircleMeeting,
    CircleTopic,
    Seat,
)
from corridor.mentoring.queries.meetings import FEED_PAST, next_first
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_LISTED = 60
MOST_IN_FEED = 200


@dataclass(frozen=True, kw_only=True)
class SeenCircle:
    """A circle as one person sees it."""

    circle: Circle
    hers: Seat | None
    """None where she finds it in the list and has not asked."""
    seats: list[Seat]
    """Who is in it or invited; those who lead first."""
    place: int | None = None
    """Where she stands on the waiting list, from 1."""

    @property
    def leaders(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.leads and seat.is_in]

    @property
    def members(self) -> list[Seat]:
        return [seat for seat in self.seats if not seat.leads and seat.is_in]

    @property
    def invited(self) -> int:
        return sum(seat.state == SeatState.INVITED for seat in self.seats)

    @property
    def free(self) -> int:
        return max(0, self.circle.places - sum(not seat.leads for seat in self.seats))

    @property
    def is_in(self) -> bool:
        return self.hers is not None and self.hers.is_in

    @property
    def leads(self) -> bool:
        return self.is_in and self.hers is not None and self.hers.leads

    @property
    def has_to_agree(self) -> bool:
        return (
            self.hers is not None
            and self.hers.is_in
            and self.hers.agreed_version < self.circle.rules_version
        )


def circles_of(viewer: "Profile") -> list[SeenCircle]:
    """Hers: invitations first, then those she is in or waits for, then closed ones."""
    seen = _seen(
        Circle.objects.filter(
            Q(seats__profile=viewer, seats__state__in=(*TAKES_A_PLACE, SeatState.WAITING))
        ),
        viewer,
    )
    order = {SeatState.INVITED: 0, SeatState.IN: 1, SeatState.WAITING: 2}

    def by_need(one: SeenCircle) -> tuple[bool, int]:
        return (not one.circle.is_open, order[SeatState(one.hers.state)] if one.hers else 3)

    return sorted(seen, key=by_need)


def circles_to_join(viewer: "Profile", *, today: date) -> list[SeenCircle]:
    """Listed ones in which she has no seat and with nobody from whom she is kept apart; the
    newest `MOST_LISTED`.
    """
    apart = people.kept_from(viewer, today=today)
    found = Circle.objects.filter(
        is_listed=True, state__in=(CircleState.FORMING, CircleState.ACTIVE)
    ).exclude(pk__in=Seat.objects.filter(profile=viewer, state__in=_HELD).values("circle"))
    leads = Seat.objects.filter(leads=True, state=SeatState.IN)
    keeps_away = Seat.objects.filter(profile__in=apart, state__in=TAKES_A_PLACE)
    found = found.filter(pk__in=leads.values("circle")).exclude(pk__in=keeps_away.values("circle"))
    newest = found.order_by("-made_at", "-pk")[:MOST_LISTED]
    return _seen(Circle.objects.filter(pk__in=[one.pk for one in newest]), viewer)


def circle(circle_id: int, *, viewer: "Profile", today: date) -> SeenCircle | None:
    """Hers, or a listed one; None where it is neither, or somebody in it keeps from her."""
    for one in _seen(Circle.objects.filter(pk=circle_id), viewer):
        if one.hers is not None and one.hers.state in _HELD:
            return one
        is_found = one.circle.is_listed and one.circle.is_open and one.leaders
        apart = people.kept_from(viewer, today=today)
        if is_found and not apart & {seat.profile_id for seat in one.seats}:
            return one
    return None


def kept_away_in(seen: SeenCircle, *, viewer: "Profile", today: date) -> list["Profile"]:
    """In a circle of hers, those whom she keeps away from by her own word."""
    if not seen.is_in:
        return []
    hers = people.whom_she_keeps_from(viewer, today=today)
    return [seat.profile for seat in seen.seats if seat.is_in and seat.profile_id in hers]


def seated(circle_ids: Collection[int]) -> set[int]:
    """Profiles of mentees who are in these circles or invited; for contexts above."""
    seats = Seat.objects.filter(
        circle__in=circle_ids,
        leads=False,
        state__in=TAKES_A_PLACE,
        circle__state__in=OPEN_CIRCLE,
    )
    return set(seats.order_by().values_list("profile", flat=True))


def sit_together(profile: "Profile") -> "QuerySet[Seat, int]":
    """Ids of everybody with whom she is in a circle that is not over."""
    hers = Seat.objects.filter(profile=profile, state=SeatState.IN, circle__state__in=OPEN_CIRCLE)
    seats = Seat.objects.filter(circle__in=hers.values("circle"), state=SeatState.IN)
    return seats.exclude(profile=profile).order_by().values_list("profile", flat=True)


def circles_standing(circle_ids: Collection[int]) -> list[tuple[Circle, list[Seat]]]:
    """For directors of the programme that formed them: who is in, invited, or said no."""
    found = Circle.objects.filter(pk__in=circle_ids).order_by("pk")
    everybody = Seat.objects.select_related("profile").order_by("-leads", "pk")
    rows = found.prefetch_related(Prefetch("seats", queryset=everybody, to_attr="everybody"))
    return [(one, list(one.everybody)) for one in rows]


def places_free(circle_id: int) -> int:
    one = Circle.objects.filter(pk=circle_id, state__in=OPEN_CIRCLE).first()
    return 0 if one is None else policies.free_places(one)


_HELD = (SeatState.INVITED.value, SeatState.IN.value, SeatState.WAITING.value)


def _seen(found: QuerySet[Circle], viewer: "Profile") -> list[SeenCircle]:
    seats = Seat.objects.filter(Q(state__in=_HELD) | Q(profile=viewer))
    whole = seats.select_related("profile__account").order_by("-leads", "asked_at", "pk")
    rows = found.select_related("conversation").order_by("-made_at", "-pk")
    several = rows.prefetch_related(Prefetch("seats", queryset=whole, to_attr="held"))
    return [_one(circle, circle.held, viewer) for circle in several]


def _one(circle: Circle, held: Sequence[Seat], viewer: "Profile") -> SeenCircle:
    waiting = [seat.profile_id for seat in held if seat.state == SeatState.WAITING]
    return SeenCircle(
        circle=circle,
        hers=next((seat for seat in held if seat.is_of(viewer)), None),
        seats=[seat for seat in held if seat.state in TAKES_A_PLACE],
        place=waiting.index(viewer.pk) + 1 if viewer.pk in waiting else None,
    )


@dataclass(frozen=True, kw_only=True)
class SeenMeeting:
    meeting: CircleMeeting
    comes: bool | None
    """What the viewer said."""
    coming: list["Profile"]
    there: list["Profile"]


def circle_meetings_ahead(circle: Circle, *, viewer: "Profile") -> list[SeenMeeting]:
    """Those that wait, the nearest first: a dozen at most."""
    rows = _attended(circle).filter(state=MeetingState.AGREED)
    return seen_meetings(rows.order_by("starts_at", "pk"), viewer=viewer)


def circle_meetings_past(circle: Circle) -> QuerySet[CircleMeeting]:
    """Held, missed or called off; newest first. `seen_meetings` reads a page of them."""
    rows = _attended(circle).exclude(state=MeetingState.AGREED)
    return rows.order_by("-starts_at", "-pk")


def seen_meetings(rows: Iterable[CircleMeeting], *, viewer: "Profile") -> list[SeenMeeting]:
    """Of those above."""
    return [_meeting(one, viewer) for one in rows]


def _attended(circle: Circle) -> QuerySet[CircleMeeting]:
    everybody = Attendance.objects.select_related("seat__profile").order_by("seat")
    return circle.meetings.prefetch_related(Prefetch("attendances", queryset=everybody))


def calendar_circle_meetings(viewer: "Profile", *, now: datetime) -> list[CircleMeeting]:
    """Of circles that she is in, but those to which she said that she does not come."""
    hers = Seat.objects.filter(profile=viewer, state=SeatState.IN)
    declined = Attendance.objects.filter(seat__profile=viewer, comes=False)
    rows = CircleMeeting.objects.filter(
        circle__in=hers.values("circle"),
        state__in=(MeetingState.AGREED, MeetingState.HELD),
        starts_at__gt=now - FEED_PAST,
    ).exclude(pk__in=declined.values("meeting"))
    return list(next_first(rows, now=now)[:MOST_IN_FEED])


def invited_into(circle_ids: Collection[int], *, profile: "Profile", leads: bool) -> list[int]:
    """Those of them whose invitation somebody has yet to answer; for contexts above."""
    seats = Seat.objects.filter(
        circle__in=circle_ids,
        profile=profile,
        leads=leads,
        state=SeatState.INVITED,
        circle__state__in=OPEN_CIRCLE,
    )
    return list(seats.order_by("circle").values_list("circle", flat=True))


def leaders_of(circles: "QuerySet[Any, Any]") -> list["Profile"]:
    """Of those of these circles that are not over, once for each; for contexts above."""
    seats = Seat.objects.filter(
        circle__in=circles, leads=True, state=SeatState.IN, circle__state__in=OPEN_CIRCLE
    )
    return [one.profile for one in seats.select_related("profile").order_by("circle", "pk")]


def circle_meeting(meeting_id: int, *, viewer: "Profile") -> CircleMeeting | None:
    """None for whoever is not in its circle."""
    hers = Seat.objects.filter(profile=viewer, state=SeatState.IN)
    found = CircleMeeting.objects.filter(pk=meeting_id, circle__in=hers.values("circle"))
    return found.select_related("circle").first()


def circle_topics(circle: Circle) -> list[CircleTopic]:
    """What is open, the oldest first."""
    rows = circle.topics.filter(done_at=None).select_related("seat__profile")
    return list(rows.order_by("added_at", "pk"))


def next_circle_meetings(circle_ids: Collection[int], *, now: datetime) -> dict[int, datetime]:
    rows = CircleMeeting.objects.filter(
        circle__in=circle_ids, state=MeetingState.AGREED, starts_at__gte=now
    )
    ordered = rows.order_by("-starts_at", "pk").values_list("circle", "starts_at")
    return dict(ordered)


def _meeting(one: CircleMeeting, viewer: "Profile") -> SeenMeeting:
    said = list(one.attendances.all())
    hers = next((row for row in said if row.seat.profile_id == viewer.pk), None)
    return SeenMeeting(
        meeting=one,
        comes=hers.comes if hers else None,
        coming=[row.seat.profile for row in said if row.comes],
        there=[row.seat.profile for row in said if row.was_there],
    )
