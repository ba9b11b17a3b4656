"""Either of the two lets a relationship rest, and takes it up again."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from corridor.algorithms.state_machines import MoveImpossible
from corridor.kernel import events
from corridor.mentoring import letters, policies
from corridor.mentoring.actions.hold_relationship import hold_relationship
from corridor.mentoring.actions.note_move import NOTHING_SAID, Said, check, note_move
from corridor.mentoring.actions.open_relationship import KeptApart
from corridor.mentoring.choices import MoveKind, State
from corridor.mentoring.events import RelationshipPaused, RelationshipResumed
from corridor.mentoring.models import Relationship
from corridor.mentoring.states import RELATIONSHIP

if TYPE_CHECKING:
    from corridor.people.models import Profile

__all__ = [
    "MoveImpossible",
    "NotYourPause",
    "PauseInThePast",
    "pause_between",
    "pause_relationship",
    "resume_due",
    "resume_relationship",
]


FIRST_TO_WAKE = ZoneInfo("Pacific/Kiritimati")


class PauseInThePast(Exception):
    """It would be over before it begins."""


class NotYourPause(Exception):
    """The other one paused, and says when it goes on."""


@transaction.atomic
def pause_relationship(
    relationship_id: int,
    *,
    by: "Profile",
    until: date | None = None,
    said: Said = NOTHING_SAID,
    now: datetime,
) -> Relationship:
    """The place stays taken.

    Raises NotYourRelationship, NotOpen, MoveImpossible, PauseInThePast NoLineNow or LineTooLong.
    """
    check(said, by=by)
    held = hold_relationship(relationship_id, by=by)
    after = RELATIONSHIP.after(held.state, "pause", by=held.side_of(by))
    if until is not None and until <= now.astimezone(ZoneInfo(by.time_zone)).date():
        raise PauseInThePast

    held.state = after
    held.paused_at, held.paused_by, held.resumes_on = now, by, until
    held.save(update_fields=["state", "paused_at", "paused_by", "resumes_on"])
    note_move(held, MoveKind.PAUSED, by=by, said=said, now=now)
    if policies.may_work_together(held.mentor, held.mentee, today=now.date()):
        letters.tell_of_pause(held, by=by, line=said.line.strip())
    events.publish(
        RelationshipPaused(
            relationship_id=held.pk, by_id=by.pk, other_id=held.other_than(by).pk, at=now
        )
    )
    return held


@transaction.atomic
def resume_relationship(relationship_id: int, *, by: "Profile", now: datetime) -> Relationship:
    """Raises NotYourRelationship, NotOpen, MoveImpossible, NotYourPause or KeptApart."""
    held = hold_relationship(relationship_id, by=by)
    after = RELATIONSHIP.after(held.state, "resume", by=held.side_of(by))
    if held.paused_by_id is not None and held.paused_by_id != by.pk:
        raise NotYourPause
    if not policies.may_work_together(held.mentor, held.mentee, today=now.date()):
        raise KeptApart

    _go_on(held, after, by=by, now=now)
    return held


def resume_due(*, now: datetime) -> int:
    """Pauses whose day has come, by the clock of whoever paused, are over; where somebody keeps
    apart, they last.
    """
    due = Relationship.objects.filter(state=State.PAUSED, resumes_on__lte=latest_day(now))
    return sum(_resume_by_itself(pk, now) for pk in due.order_by("pk").values_list("pk", flat=True))


def latest_day(now: datetime) -> date:
    """It is no later day anywhere."""
    return now.astimezone(FIRST_TO_WAKE).date()


@transaction.atomic
def _resume_by_itself(relationship_id: int, now: datetime) -> bool:
    held = (
        Relationship.objects.select_for_update(of=("self",))
        .select_related("mentor", "mentee", "paused_by")
        .filter(pk=relationship_id, state=State.PAUSED, resumes_on__lte=latest_day(now))
        .first()
    )
    if held is None or held.resumes_on is None:
        return False
    by = held.paused_by or held.mentee
    if held.resumes_on > now.astimezone(ZoneInfo(by.time_zone)).date():
        return False
    if not policies.may_work_together(held.mentor, held.mentee, today=now.date()):
        return False
    after = RELATIONSHIP.after(held.state, "resume", by="clock")
    _go_on(held, after, by=by, now=now)
    return True


@transaction.atomic
def pause_between(by_id: int, other_id: int, *, now: datetime) -> list[int]:
    """Somebody keeps away from somebody from now on: what was active between them rests.

    Returns the ids of what was paused. No event tells of it: the other learns of a pause from the
    page, and of nothing else.
    """
    pair = (by_id, other_id)
    active = Relationship.objects.select_for_update(of=("self",)).filter(
        mentor__in=pair, mentee__in=pair, state=State.ACTIVE
    )
    paused = list(active.select_related("mentor", "mentee").order_by("pk"))
    for held in paused:
        by = held.mentor if held.mentor_id == by_id else held.mentee
        held.state = RELATIONSHIP.after(held.state, "pause", by=held.side_of(by))
        held.paused_at, held.paused_by, held.resumes_on = now, by, None
        held.save(update_fields=["state", "paused_at", "paused_by", "resumes_on"])
        note_move(held, MoveKind.PAUSED, by=by, said=NOTHING_SAID, now=now)
    return [held.pk for held in paused]


def _go_on(held: Relationship, state: str, *, by: "Profile", now: datetime) -> None:
    held.state = state
    held.paused_at, held.paused_by, held.resumes_on = None, None, None
    held.save(update_fields=["state", "paused_at", "paused_by", "resumes_on"])
    note_move(held, MoveKind.RESUMED, by=by, said=NOTHING_SAID, now=now)
    events.publish(
        RelationshipResumed(
            relationship_id=held.pk, by_id=by.pk, other_id=held.other_than(by).pk, at=now
        )
    )
