"""Readings of reminders. Whoever asks is who they are for, or whoever sends them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db.models import Max, Q

from corridor.algorithms.reminders.deciding import WEEK, Came, may_go
from corridor.algorithms.reminders.table import TABLE, Reminder
from corridor.people import queries as people
from corridor.reminders.choices import Answer
from corridor.reminders.links import Link, UnknownLink, read
from corridor.reminders.models import ReminderWishes, SentReminder, SwitchedOff

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.people.models import Profile
    from corridor.reminders.due import Due

__all__ = [
    "Line",
    "Standing",
    "UnknownLink",
    "came_before",
    "is_unwanted",
    "lines",
    "link",
    "may_be_heard",
    "newest",
    "reminded_of",
    "wishes_of",
]
MOST_SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class Line:
    """One kind, as its page shows it."""

    reminder: Reminder
    is_on: bool
    came_at: datetime | None
    """The last one."""
    things_off: int
    """Of this kind, things that she does not want to hear of again."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Of a link in a mail."""

    sent: SentReminder
    answer: Answer
    is_used: bool


def wishes_of(profile_id: int) -> ReminderWishes:
    found = ReminderWishes.objects.filter(profile=profile_id).first()
    return found or ReminderWishes(profile_id=profile_id)


def lines(profile: "Profile") -> Sequence[Line]:
    off = list(SwitchedOff.objects.filter(profile=profile).values_list("kind", "about"))
    rows = SentReminder.objects.filter(profile=profile).order_by()
    came = dict(rows.values_list("kind").annotate(Max("at")))
    return [
        Line(
            reminder=one,
            is_on=(one.kind.value, None) not in off,
            came_at=came.get(one.kind.value),
            things_off=sum(
                1 for kind, about in off if kind == one.kind.value and about is not None
            ),
        )
        for one in TABLE
    ]


def newest(profile: "Profile") -> "QuerySet[SentReminder]":
    return SentReminder.objects.filter(profile=profile).order_by("-at", "-pk")[:MOST_SHOWN]


def came_before(profile_id: int, *, kind: str, about: int, now: datetime) -> Sequence[Came]:
    """What decides whether another one may go."""
    rows = SentReminder.objects.filter(
        Q(at__gt=now - WEEK) | Q(kind=kind, about=about), profile=profile_id
    )
    return [Came(kind=one.kind, about=one.about, at=one.at) for one in rows.order_by("at", "pk")]


def is_unwanted(profile_id: int, *, kind: str, about: int, today: date) -> bool:
    """By her own word. `today` is in her zone."""
    if wishes_of(profile_id).is_quiet(today):
        return True
    off = SwitchedOff.objects.filter(Q(about=None) | Q(about=about), profile=profile_id, kind=kind)
    return off.exists()


def reminded_of(kind: str, things: Iterable[int], *, since: datetime) -> set[int]:
    """Of these things, those of which somebody was reminded lately."""
    rows = SentReminder.objects.filter(kind=kind, about__in=list(things), at__gt=since)
    return set(rows.order_by().values_list("about", flat=True))


def may_be_heard(due: Iterable["Due"], *, now: datetime) -> list["Due"]:
    """Of these, those that may go out now, as far as what came before this moment says.

    A first sieve for many, in four questions; what is left is looked at again one by one.
    """
    found = list(due)
    zones = people.zones_here({one.to for one in found})
    wishes = ReminderWishes.objects.in_bulk(zones)
    off = set(
        SwitchedOff.objects.filter(profile__in=zones)
        .order_by()
        .values_list("profile", "kind", "about")
    )
    before = _came_to(zones, since=min([now - WEEK, *(one.since for one in found)]))

    def may(one: "Due") -> bool:
        zone, wish = zones[one.to], wishes.get(one.to)
        is_off = {(one.to, one.kind.value, about) for about in (None, one.about)} & off
        is_quiet = wish is not None and wish.is_quiet(now.astimezone(ZoneInfo(zone)).date())
        return (
            not is_off
            and not is_quiet
            and may_go(one.wanted, now=now, zone=zone, before=before.get(one.to, ()))
        )

    return [one for one in found if one.to in zones and may(one)]


def link(token: str) -> Standing:
    """Raises UnknownLink, also where whoever it was for has left."""
    said: Link = read(token)
    sent = SentReminder.objects.filter(pk=said.sent_id).select_related("profile").first()
    if sent is None:
        raise UnknownLink
    used = sent.answers.filter(answer=said.answer).exists()
    return Standing(sent=sent, answer=said.answer, is_used=used)


def _came_to(profiles: Iterable[int], *, since: datetime) -> Mapping[int, Sequence[Came]]:
    came: dict[int, list[Came]] = {}
    rows = SentReminder.objects.filter(profile__in=list(profiles), at__gte=since).order_by()
    for to, kind, about, at in rows.values_list("profile", "kind", "about", "at"):
        came.setdefault(to, []).append(Came(kind=kind, about=about, at=at))
    return came
