"""Circles in the archive of one person, and what becomes of them when she leaves."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions.circles.answer_seat import decline_seat
from corridor.mentoring.actions.circles.hold_circle import hold_circle
from corridor.mentoring.actions.circles.leave_circle import give_up
from corridor.mentoring.circle_choices import CircleState, SeatState
from corridor.mentoring.models import OPEN_CIRCLE, CircleTopic, Seat
from corridor.people.higher_contexts import Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

HOLDS: Mapping[str, str] = {"mentoring.Seat.profile": "circles"}


def sections(profile: "Profile") -> Sequence[Section]:
    return [_circles(profile), _topics(profile)]


def forget(profile: "Profile") -> None:
    """Her seats are free; what she put on an agenda goes with them."""
    left_at = profile.account.departure.leaves_at
    hers = Seat.objects.filter(profile=profile, circle__state__in=OPEN_CIRCLE)
    for circle_id in hers.order_by("circle").values_list("circle", flat=True):
        held = hold_circle(circle_id)
        seat = held.seats.select_related("profile__account").get(profile=profile)
        if seat.state in (SeatState.WAITING, SeatState.IN):
            give_up(held, seat, now=left_at)
        elif seat.state == SeatState.INVITED:
            decline_seat(circle_id, by=profile, now=left_at)
    Seat.objects.filter(profile=profile).delete()


def _circles(profile: "Profile") -> Section:
    rows = Seat.objects.filter(profile=profile).select_related("circle")
    return Section(
        key="circles",
        title=_("Your circles"),
        rows=[
            {
                "number": one.circle_id,
                "name": one.circle.name,
                "purpose": one.circle.words["purpose"],
                "rules": one.circle.words["rules"],
                "leads": one.leads,
                "seat": one.state,
                "circle": one.circle.state,
                "programme": one.circle.programme_name,
                "asked_at": one.asked_at,
                "joined_at": one.joined_at,
                "ended_at": one.ended_at,
            }
            for one in rows.order_by("asked_at", "pk")
        ],
        labels={
            "number": _("Number"),
            "name": _("Name"),
            "purpose": _("Purpose"),
            "rules": _("Ground rules"),
            "leads": _("You lead it"),
            "seat": _("Your seat"),
            "circle": _("The circle"),
            "programme": _("Programme"),
            "asked_at": _("Asked"),
            "joined_at": _("Since"),
            "ended_at": _("Until"),
        },
        choices={"seat": dict(SeatState.choices), "circle": dict(CircleState.choices)},
    )


def _topics(profile: "Profile") -> Section:
    rows = CircleTopic.objects.filter(seat__profile=profile).order_by("added_at", "pk")
    return Section(
        key="circle_topics",
        title=_("What you wanted to talk about in circles"),
        rows=[
            {"circle": one.circle_id, "added_at": one.added_at, "text": one.words} for one in rows
        ],
        labels={"circle": _("Circle"), "added_at": _("When"), "text": _("Words")},
    )
