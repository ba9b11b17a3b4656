"""How relationships go, in facts: that and when, never what. The caller asks who may know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Q

from corridor.algorithms.reminders.table import OF, Kind
from corridor.algorithms.silence import is_silent
from corridor.conversations import queries as conversations
from corridor.mentoring.choices import State
from corridor.mentoring.meeting_choices import MeetingState
from corridor.mentoring.models import (
    OPEN,
    AgreementVersion,
    ContactCheck,
    Goal,
    Meeting,
    Relationship,
    Survey,
    Wait,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.db.models import QuerySet

    Ids = Collection[int] | QuerySet[Any, Any]

LOG_LATE = OF[Kind.WRITE_LOG].after
"""After the beginning of a meeting."""
REVIEW_LATE = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Going:
    """One relationship, as whoever runs the programme may know it."""

    relationship: Relationship
    held: int
    """Meetings that somebody said were held."""
    logs_wanted: int
    """Meetings whose time is over and of which nobody said whether they were held."""
    last_sign: datetime
    """When anything last showed that the two are in touch; what it was, is not told."""
    is_silent: bool
    is_signed: bool
    """An agreement is in force."""
    waits_since: datetime | None
    """The mentee waits for an answer, and the promised time is over."""
    reviews_wanted: int
    """Reviews that were asked for more than a week ago and wait."""


@dataclass(kw_only=True)
class Facts:
    """What is known of all of them, each by relationship."""

    meetings: Mapping[int, Mapping[str, Any]]
    signed: Mapping[int, datetime]
    goals: Mapping[int, datetime]
    in_touch: Mapping[int, datetime]
    waits: Mapping[int, datetime]
    reviews: Mapping[int, int]
    written: Mapping[tuple[int, int], datetime] = field(default_factory=dict)


def how_they_go(ids: "Ids", *, now: datetime) -> Sequence[Going]:
    """The longest without a sign first. As many questions however many there are."""
    rows = Relationship.objects.filter(pk__in=ids).select_related("mentor", "mentee")
    found = list(rows.order_by("pk"))
    facts = _facts([one.pk for one in found], now)
    quiet = [one for one in found if _is_silent(one, facts, now)]
    facts.written = conversations.last_written([(one.mentor_id, one.mentee_id) for one in quiet])
    going = [_going(one, facts, now) for one in found]
    return sorted(going, key=lambda one: (one.last_sign, one.relationship.pk))


def meetings_held(ids: "Ids") -> Sequence[int]:
    """Of each relationship, how many; smallest first."""
    held = Count("meetings", filter=Q(meetings__state=MeetingState.HELD))
    rows = Relationship.objects.filter(pk__in=ids).order_by().annotate(held=held)
    return sorted(rows.values_list("held", flat=True))


def without_meeting(ids: "Ids") -> set[int]:
    """Profiles of both of each active pair that has had no meeting and has none agreed."""
    met = Meeting.objects.filter(state__in=[MeetingState.HELD, MeetingState.AGREED])
    rows = Relationship.objects.filter(pk__in=ids, state=State.ACTIVE).exclude(
        pk__in=met.values("relationship")
    )
    return {pk for two in rows.order_by().values_list("mentor", "mentee") for pk in two}


def how_many_open(ids: "Ids") -> int:
    return Relationship.objects.filter(pk__in=ids, state__in=OPEN).count()


def _facts(ids: Sequence[int], now: datetime) -> Facts:
    mine = {"relationship__in": ids}
    return Facts(
        meetings=_meetings(ids, now),
        signed=_latest(
            AgreementVersion.objects.filter(
                mentee_signed_at__isnull=False, mentor_signed_at__isnull=False, **mine
            ),
            "at",
        ),
        goals=_latest(Goal.objects.filter(is_private=False, **mine), "changed_at"),
        in_touch=_latest(ContactCheck.objects.filter(is_in_touch=True, **mine), "answered_at"),
        waits=_latest(Wait.objects.filter(answered_at=None, ends_at__lt=now, **mine), "since"),
        reviews=dict(
            Survey.objects.filter(
                meeting=None,
                answered_at=None,
                skipped_at=None,
                asked_at__lte=now - REVIEW_LATE,
                **mine,
            )
            .order_by()
            .values_list("relationship")
            .annotate(Count("pk"))
        ),
    )


def _meetings(ids: Sequence[int], now: datetime) -> dict[int, Mapping[str, Any]]:
    real = Q(state__in=[MeetingState.HELD, MeetingState.AGREED])
    over = Q(state=MeetingState.AGREED, starts_at__lte=now - LOG_LATE)
    rows = (
        Meeting.objects.filter(relationship__in=ids)
        .order_by()
        .values("relationship")
        .annotate(
            held=Count("pk", filter=Q(state=MeetingState.HELD)),
            logs_wanted=Count("pk", filter=over),
            met=Max("starts_at", filter=real & Q(starts_at__lte=now)),
            ahead=Count("pk", filter=Q(state=MeetingState.AGREED, starts_at__gt=now)),
            arranged=Max("made_at"),
            agreed=Max("agreed_at"),
        )
    )
    return {row["relationship"]: row for row in rows}


def _latest(rows: "QuerySet[Any]", column: str) -> dict[int, datetime]:
    found = rows.order_by().values("relationship").annotate(last=Max(column))
    return {row["relationship"]: row["last"] for row in found.filter(last__isnull=False)}


def _last_sign(one: Relationship, facts: Facts) -> datetime:
    met = facts.meetings.get(one.pk, {})
    signs = (
        one.opened_at,
        met.get("met"),
        met.get("arranged"),
        met.get("agreed"),
        facts.signed.get(one.pk),
        facts.goals.get(one.pk),
        facts.in_touch.get(one.pk),
        facts.written.get((one.mentor_id, one.mentee_id)),
    )
    return max(sign for sign in signs if sign is not None)


def _is_silent(one: Relationship, facts: Facts, now: datetime) -> bool:
    """Never in a pause: whoever rests owes nothing. A meeting to come is no silence."""
    if one.state != State.ACTIVE or facts.meetings.get(one.pk, {}).get("ahead"):
        return False
    return is_silent(_last_sign(one, facts), cadence=one.cadence, now=now)


def _going(one: Relationship, facts: Facts, now: datetime) -> Going:
    met = facts.meetings.get(one.pk, {})
    return Going(
        relationship=one,
        held=met.get("held", 0),
        logs_wanted=met.get("logs_wanted", 0),
        last_sign=_last_sign(one, facts),
        is_silent=_is_silent(one, facts, now),
        is_signed=one.pk in facts.signed,
        waits_since=facts.waits.get(one.pk),
        reviews_wanted=facts.reviews.get(one.pk, 0),
    )
