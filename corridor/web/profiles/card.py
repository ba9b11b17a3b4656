"""A profile as a page shows it to one viewer: readings turned into words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.week import DAYS, Span
from corridor.algorithms.shared_hours import Week, shared_spans
from corridor.people import queries
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Offer, Profile, Wish

GIVES: dict[str, Promise] = {
    Kind.MENTORSHIP: _("Mentors"),
    Kind.COACHING: _("Coaches"),
    Kind.SPONSORSHIP: _("Sponsors"),
}
SEEKS: dict[str, Promise] = {
    Kind.MENTORSHIP: _("Looks for a mentor"),
    Kind.COACHING: _("Looks for a coach"),
    Kind.SPONSORSHIP: _("Looks for a sponsor"),
}
MOST_SHARED = 6
MOST_DOTS = 10


@dataclass(frozen=True, kw_only=True)
class ShownOffer:
    offer: "Offer"
    label: str | Promise
    taken_dots: range
    free_dots: range


@dataclass(frozen=True, kw_only=True)
class ShownWish:
    wish: "Wish"
    label: str | Promise


@dataclass(frozen=True, kw_only=True)
class SharedHours:
    mine: str
    theirs: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """What the template of a card reads."""

    shown: queries.ShownProfile
    offers: list[ShownOffer]
    wishes: list[ShownWish]
    local_time: datetime
    week: list[str]
    shared: list[SharedHours] | None
    """None where one of the two has not said when."""
    has_room: bool

    @property
    def profile(self) -> "Profile":
        return self.shown.profile


def card_of(profile: "Profile", *, to: "Profile | None", is_member: bool, now: datetime) -> Card:
    today = now.date()
    shown = queries.shown_profile(profile, to=to, is_member=is_member, today=today)
    return Card(
        shown=shown,
        offers=[_offer(offer) for offer in shown.offers],
        wishes=[ShownWish(wish=wish, label=SEEKS[wish.kind]) for wish in shown.wishes],
        local_time=now.astimezone(ZoneInfo(profile.time_zone)),
        week=[_told(span) for span in shown.free],
        shared=None if to is None or shown.is_own else _shared(shown, to, today),
        has_room=not shown.is_away and any(offer.places for offer in shown.offers),
    )


def _offer(offer: "Offer") -> ShownOffer:
    taken = min(offer.carries + offer.carries_here, offer.capacity, MOST_DOTS)
    return ShownOffer(
        offer=offer,
        label=GIVES[offer.kind],
        taken_dots=range(taken),
        free_dots=range(min(offer.places, MOST_DOTS - taken)),
    )


def _shared(
    shown: queries.ShownProfile, viewer: "Profile", today: date
) -> list[SharedHours] | None:
    mine = queries.free_spans(viewer)
    if not mine or not shown.free:
        return None
    spans = shared_spans(
        _week(mine, viewer),
        _week(shown.free, shown.profile),
        monday=today - timedelta(days=today.weekday()),
    )
    return [
        SharedHours(mine=_told(span.mine), theirs=_told(span.theirs))
        for span in spans[:MOST_SHARED]
    ]


def _week(spans: Sequence[Span], profile: "Profile") -> Week:
    return Week(spans=tuple(spans), zone=profile.time_zone)


def _told(span: Span) -> str:
    """Tue 18:00-20:30"""
    day = WEEKDAYS_ABBR[DAYS.index(span.day)]
    return f"{day} {clock(span.start)}–{clock(span.end)}"


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
