"""Meetings as the two who have them see them; nobody else does."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Case, Max, Model, Q, QuerySet, When

from corridor.kernel import sealing
from corridor.mentoring.choices import MoveKind, State
from corridor.mentoring.meeting_choices import MeetingState, Side
from corridor.mentoring.models import (
    WAITING,
    AgendaItem,
    CalendarWishes,
    ContactCheck,
    DaysOff,
    Meeting,
    MeetingLog,
    MeetingNote,
    Relationship,
    RelationshipMove,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile

Row = TypeVar("Row", bound=Model)
FEED_PAST = timedelta(days=60)
MOST_ENTRIES = 500
TO_LOG = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class ReadItem:
    """An item of an agenda, opened."""

    pk: int
    words: str
    is_own: bool
    is_done: bool


@dataclass(frozen=True, kw_only=True)
class ReadLog:
    minutes: int
    topic: str
    next_step: str
    is_own: bool


@dataclass(frozen=True, kw_only=True)
class ReadNotes:
    shared: str
    version: int
    """Of the shared note; 0 where there is none."""
    shared_by: Side | None
    own: str
    """What nobody but the viewer reads."""


def meeting(meeting_id: int, *, viewer: "Profile") -> Meeting | None:
    """None for anybody but the two."""
    return _whole(viewer).filter(pk=meeting_id).first()


def meeting_by_link(meeting_id: int) -> Meeting | None:
    """For who holds a link that was made for her."""
    people = ("relationship__mentor__account", "relationship__mentee__account")
    rows = Meeting.objects.filter(pk=meeting_id).select_related(*people)
    return rows.prefetch_related("times").first()


def contact_check(check_id: int) -> ContactCheck | None:
    """For who holds a link that was made for her."""
    people = ("relationship__mentor__account", "relationship__mentee__account")
    return ContactCheck.objects.filter(pk=check_id).select_related(*people).first()


def open_contact_check(relationship: Relationship, *, viewer: "Profile") -> ContactCheck | None:
    rows = relationship.contact_checks.filter(side=relationship.side_of(viewer), answered_at=None)
    return rows.order_by("pk").first()


def meetings_waiting(relationship: Relationship) -> list[Meeting]:
    """Those that may still happen, the next first."""
    rows = relationship.meetings.filter(state__in=WAITING).order_by("starts_at", "pk")
    return list(rows.prefetch_related("times").select_related("log"))


def meetings_settled(relationship: Relationship) -> QuerySet[Meeting]:
    """Held, missed or called off; the last first."""
    rows = relationship.meetings.exclude(state__in=WAITING).order_by("-starts_at", "-pk")
    return rows.prefetch_related("times").select_related("log")


def own_meetings(viewer: "Profile", *, now: datetime) -> QuerySet[Meeting]:
    """In all her relationships: what waits for an answer, comes, or waits for a log."""
    rows = _whole(viewer).filter(state__in=WAITING)
    return rows.exclude(state=MeetingState.AGREED, starts_at__lt=now - TO_LOG).order_by(
        "starts_at", "pk"
    )


def next_meetings(ids: Collection[int], *, now: datetime) -> dict[int, Meeting]:
    """By relationship: the next that is agreed, or is taking place."""
    rows = Meeting.objects.filter(
        relationship__in=ids, state=MeetingState.AGREED, starts_at__gt=now - timedelta(hours=1)
    )
    found: dict[int, Meeting] = {}
    for one in rows.order_by("starts_at", "pk"):
        found.setdefault(one.relationship_id, one)
    return found


def last_held(ids: Collection[int]) -> dict[int, datetime]:
    """By relationship: when the two met last, as far as somebody said so."""
    rows = Meeting.objects.filter(relationship__in=ids, state=MeetingState.HELD)
    found = rows.order_by().values_list("relationship").annotate(Max("starts_at"))
    return {relationship: starts_at for relationship, starts_at in found if starts_at}


def agenda(relationship: Relationship, *, viewer: "Profile") -> list[ReadItem]:
    """What is still to be talked about, the oldest first."""
    return _read(relationship.agenda.filter(done_at=None), relationship, viewer)


def agenda_of(meeting: Meeting, *, viewer: "Profile") -> list[ReadItem]:
    """What the two talked about in it."""
    return _read(meeting.agenda_done.all(), meeting.relationship, viewer)


@dataclass(frozen=True, kw_only=True)
class Arranged:
    programme_address: str
    """Empty where the two met by themselves."""
    starts_at: datetime | None
    ended_at: datetime | None


def arranged(meeting_id: int) -> Arranged:
    """When it was to be, and where the two come from: for whoever heard that something became of
    it.
    """
    found = Meeting.objects.select_related("relationship").get(pk=meeting_id)
    return Arranged(
        programme_address=found.relationship.programme_address,
        starts_at=found.starts_at,
        ended_at=found.ended_at,
    )


def fell_into_pause(meeting_id: int, *, at: datetime) -> bool:
    """The two rested then, whatever became of it since."""
    moves = RelationshipMove.objects.filter(relationship__meetings=meeting_id, at__lte=at)
    last = moves.order_by("-at", "-pk").values_list("kind", flat=True).first()
    return last == MoveKind.PAUSED


def absences_of(meeting: Meeting) -> dict[str, bool]:
    """Side that is said not to have come -> whether that was denied; for either of the two."""
    return {one.side: one.denied_at is not None for one in meeting.absences.all()}


def log_of(meeting: Meeting, *, viewer: "Profile") -> ReadLog | None:
    log = MeetingLog.objects.filter(meeting=meeting).first()
    if log is None:
        return None
    words = log.words
    return ReadLog(
        minutes=log.minutes,
        topic=words["topic"],
        next_step=words["next_step"],
        is_own=log.side == meeting.relationship.side_of(viewer),
    )


def last_log(relationship: Relationship, *, viewer: "Profile") -> tuple[Meeting, ReadLog] | None:
    """Of the last meeting that was held and written down."""
    held = relationship.meetings.filter(state=MeetingState.HELD, log__isnull=False)
    last = held.order_by("-starts_at", "-pk").first()
    if last is None:
        return None
    last.relationship = relationship
    log = log_of(last, viewer=viewer)
    return None if log is None else (last, log)


def notes(meeting: Meeting, *, viewer: "Profile") -> ReadNotes:
    side = meeting.relationship.side_of(viewer)
    rows = MeetingNote.objects.filter(meeting=meeting, owner__in=["", side])
    found = {note.owner: note for note in rows.order_by("pk")}
    shared, own = found.get(""), found.get(side)
    return ReadNotes(
        shared=shared.words if shared else "",
        version=shared.version if shared else 0,
        shared_by=Side(shared.written_by) if shared else None,
        own=own.words if own else "",
    )


def calendar_wishes(viewer: "Profile") -> CalendarWishes:
    """As chosen, or as they are where she chose nothing."""
    return CalendarWishes.objects.filter(profile=viewer).first() or CalendarWishes(profile=viewer)


def days_off(viewer: "Profile", *, now: datetime) -> list[DaysOff]:
    """Those to come, the next first."""
    rows = DaysOff.objects.filter(profile=viewer, ends_on__gte=now.date())
    return list(rows.order_by("starts_on", "pk"))


def whose_feed(code: str) -> "Profile | None":
    """Whose calendar has this code in its address, while she is here."""
    digest = sealing.digest(code, purpose=CalendarWishes.FEED)
    wishes = (
        CalendarWishes.objects.select_related("profile__account")
        .filter(
            feed_digest=digest,
            profile__account__is_active=True,
            profile__account__departure=None,
        )
        .first()
    )
    return None if wishes is None else wishes.profile


def feed_meetings(profile: "Profile", *, now: datetime) -> Sequence[Meeting]:
    """What her calendar shows: agreed, being moved, held lately."""
    rows = _whole(profile).filter(
        Q(state__in=[MeetingState.AGREED, MeetingState.HELD], starts_at__gt=now - FEED_PAST)
        | Q(state=MeetingState.PROPOSED, moved_from__gt=now)
    )
    return list(next_first(rows, now=now)[:MOST_ENTRIES])


def next_first(rows: "QuerySet[Row]", *, at: str = "starts_at", now: datetime) -> "QuerySet[Row]":
    """What comes stands before what was, so that a limit leaves out what was."""
    was = Case(When(**{f"{at}__lt": now}, then=1), default=0)
    return rows.order_by(was, at, "pk")


def _whole(viewer: "Profile") -> QuerySet[Meeting]:
    own = Meeting.objects.filter(Q(relationship__mentor=viewer) | Q(relationship__mentee=viewer))
    people = ("relationship__mentor__account", "relationship__mentee__account")
    return own.select_related(*people).prefetch_related("times")


def _read(
    items: "QuerySet[AgendaItem]", relationship: Relationship, viewer: "Profile"
) -> list[ReadItem]:
    side = relationship.side_of(viewer)
    return [
        ReadItem(
            pk=item.pk,
            words=item.words,
            is_own=item.side == side,
            is_done=item.done_at is not None,
        )
        for item in items.order_by("added_at", "pk")
    ]


def active_with(viewer: "Profile") -> list[Relationship]:
    """With whom she can arrange something now."""
    rows = Relationship.objects.filter(Q(mentor=viewer) | Q(mentee=viewer), state=State.ACTIVE)
    return list(rows.select_related("mentor", "mentee").order_by("-opened_at", "-pk"))


def answers_of_calendars(meeting: Meeting) -> Mapping[str, Any]:
    """By side: what her calendar program said of this version."""
    rows = meeting.calendar_answers.filter(sequence=meeting.sequence)
    return dict(rows.order_by("pk").values_list("side", "answer"))
