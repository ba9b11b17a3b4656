"""Readings of reminders. Whoever asks is who they are for, or whoever sends them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Max, Q

from corridor.algorithms.reminders.deciding import WEEK, Came
from corridor.algorithms.reminders.table import TABLE, Reminder
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
    "newest",
    "reminded_of",
    "unwanted",
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


def unwanted(due: Iterable["Due"]) -> set[tuple[int, str, int]]:
    """Of these, (person, kind, thing) that are switched off or have come as often as they may.

    A first sieve for many, in three questions; what is left is looked at again one by one.
    """
    found = list(due)
    people = {one.to for one in found}
    none = _whole(ReminderWishes.objects.filter(profile__in=people, wants_none=True))
    off = set(
        SwitchedOff.objects.filter(profile__in=people)
        .order_by()
        .values_list("profile", "kind", "about")
    )
    told = _told(people)
    most = {one.kind.value: one.most for one in TABLE}
    return {
        key
        for one in found
        if (key := (one.to, one.kind.value, one.about))
        and (
            one.to in none
            or (one.to, one.kind.value, None) in off
            or key in off
            or sum(at >= one.since for at in told.get(key, ())) >= most[one.kind.value]
        )
    }


def link(token: str) -> Standing:
    """Raises UnknownLink, also where whoever it was for has left."""
    said: Link = read(token)
    sent = SentReminder.objects.filter(pk=said.sent_id).select_related("profile").first()
    if sent is None:
        raise UnknownLink
    used = sent.answers.filter(answer=said.answer).exists()
    return Standing(sent=sent, answer=said.answer, is_used=used)


def _whole(rows: "QuerySet[ReminderWishes]") -> set[int]:
    return set(rows.order_by().values_list("profile", flat=True))


def _told(people: Collection[int]) -> Mapping[tuple[int, str, int], list[datetime]]:
    told: dict[tuple[int, str, int], list[datetime]] = {}
    rows = SentReminder.objects.filter(profile__in=people).order_by()
    for to, kind, about, at in rows.values_list("profile", "kind", "about", "at"):
        told.setdefault((to, kind, about), []).append(at)
    return told
