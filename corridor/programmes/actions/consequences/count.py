"""What the product sees, or the other of two says, counts: where a programme says that it does."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.programmes import queries
from corridor.programmes.actions.consequences.follow import hold_consequence, reconsider
from corridor.programmes.events import CountingChanged
from corridor.programmes.models import Application, Counted, Match, Programme
from corridor.programmes.queries.consequences import KINDS, counts

ABSENCE_COUNTS_AFTER = timedelta(days=3)
"""In which she can deny it before anything follows."""


@dataclass(frozen=True, kw_only=True)
class Happened:
    kind: Counted.Kind
    source: int
    profile_id: int
    other_id: int
    at: datetime
    counts_from: datetime

    @property
    def meeting_id(self) -> int | None:
        return None if self.kind == Counted.Kind.SILENT else self.source


def count_late(*, meeting_id: int, by_id: int, other_id: int, now: datetime) -> None:
    """A meeting was called off: late by the hours of its programme."""
    meeting = mentoring.arranged(meeting_id)
    programme = _programme(meeting.programme_address)
    if programme is None or meeting.starts_at is None:
        return
    if meeting.starts_at - now < timedelta(hours=programme.counts_late_hours):
        happened = Happened(
            kind=Counted.Kind.LATE,
            source=meeting_id,
            profile_id=by_id,
            other_id=other_id,
            at=now,
            counts_from=now,
        )
        _count(programme, happened, now=now)


def count_absence(*, meeting_id: int, absent_id: int, other_id: int, now: datetime) -> None:
    meeting = mentoring.arranged(meeting_id)
    programme = _programme(meeting.programme_address)
    if programme is None:
        return
    happened = Happened(
        kind=Counted.Kind.ABSENT,
        source=meeting_id,
        profile_id=absent_id,
        other_id=other_id,
        at=meeting.starts_at or now,
        counts_from=now + ABSENCE_COUNTS_AFTER,
    )
    _count(programme, happened, now=now)


@transaction.atomic
def uncount_absence(*, meeting_id: int, absent_id: int, is_denied: bool, now: datetime) -> None:
    """What stood on it is undone. Denied, it never counts again; taken back, it was never said."""
    rows = Counted.objects.filter(
        kind=Counted.Kind.ABSENT, source=meeting_id, profile=absent_id, ended_at=None
    )
    for counted in rows.select_related("programme").order_by("pk"):
        held = hold_consequence(counted.programme, absent_id, now=now)
        if is_denied:
            counted.ended_at = now
            counted.save(update_fields=["ended_at"])
        else:
            counted.delete()
        reconsider(held, now=now)


def count_silence(*, match_id: int, now: datetime) -> None:
    """Of a match that lapsed: whoever was to answer and did not."""
    match = Match.objects.select_related("round__programme", "mentee", "mentor").get(pk=match_id)
    programme, other = match.round.programme, {match.mentee_id: match.mentor}
    other[match.mentor_id] = match.mentee
    for silent in _silent(match):
        happened = Happened(
            kind=Counted.Kind.SILENT,
            source=match.pk,
            profile_id=silent.profile_id,
            other_id=other[silent.pk].profile_id,
            at=match.answer_by,
            counts_from=now,
        )
        _count(programme, happened, now=now)


@transaction.atomic
def end_what_counts_no_more(programme: Programme, *, now: datetime) -> None:
    """Its rules were changed: what it stopped counting never counted. Breaks end soon after, by a
    worker, who reconsiders everybody: there may be many.
    """
    gone = [kind for kind, column in KINDS.items() if not getattr(programme, column)]
    Counted.objects.filter(programme=programme, kind__in=gone, ended_at=None).update(ended_at=now)
    events.publish(CountingChanged(programme_id=programme.pk))


def _silent(match: Match) -> list[Application]:
    said = queries.talk(match)
    if said.question and not said.answer:
        return [match.mentee]
    found = [match.mentor] if match.mentor_agreed_at is None else []
    if match.needs_both and match.mentee_agreed_at is None:
        found.append(match.mentee)
    return found


def _programme(address: str) -> Programme | None:
    return Programme.objects.filter(slug=address, state=Programme.State.ACTIVE).first()


@transaction.atomic
def _count(programme: Programme, happened: Happened, *, now: datetime) -> None:
    """Nothing of who was away or paused then, nor what the programme did not count then."""
    if not counts(programme, happened.kind, at=happened.at):
        return
    if happened.meeting_id and mentoring.fell_into_pause(happened.meeting_id, at=happened.at):
        return
    if people.away_among([happened.profile_id], today=happened.at.date()):
        return
    held = hold_consequence(programme, happened.profile_id, now=now)
    Counted.objects.get_or_create(
        programme=programme,
        profile_id=happened.profile_id,
        kind=happened.kind,
        source=happened.source,
        defaults={
            "other_id": happened.other_id,
            "happened_at": happened.at,
            "counts_from": happened.counts_from,
        },
    )
    reconsider(held, now=now)
