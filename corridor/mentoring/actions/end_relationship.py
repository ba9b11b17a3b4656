"""Either of the two ends a relationship, from whichever state; for a while it can be taken back."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring import letters, policies
from corridor.mentoring.actions.hold_relationship import hold_relationship
from corridor.mentoring.actions.note_move import NOTHING_SAID, Said, check, note_move
from corridor.mentoring.actions.open_relationship import KeptApart, NoRoom
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.choices import Ending, MoveKind
from corridor.mentoring.events import RelationshipEnded, RelationshipResumed
from corridor.mentoring.models import OPEN, Relationship, RoleSpan
from corridor.mentoring.states import RELATIONSHIP
from corridor.people import actions as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

TAKEN_BACK_WITHIN = timedelta(days=2)


class TooLateToTakeBack(Exception):
    """It was ended by the other, too long ago, or the two have begun anew."""


@transaction.atomic
def end_relationship(
    relationship_id: int,
    *,
    by: "Profile",
    ending: Ending,
    said: Said = NOTHING_SAID,
    now: datetime,
) -> Relationship:
    """All roles end with it, and the places are free.

    Raises NotYourRelationship, NotOpen NoLineNow or LineTooLong.
    """
    check(said, by=by)
    held = hold_relationship(relationship_id, by=by)
    people.hold_profile(held.mentor)
    held.state = RELATIONSHIP.after(held.state, "end", by=held.side_of(by))
    held.paused_at, held.paused_by, held.resumes_on = None, None, None
    held.ended_at, held.ended_by, held.ending = now, by, ending
    held.save(
        update_fields=[
            "state",
            "paused_at",
            "paused_by",
            "resumes_on",
            "ended_at",
            "ended_by",
            "ending",
        ]
    )
    RoleSpan.objects.filter(relationship=held, ended_at=None).update(ended_at=now)
    tell_load(held.mentor)
    held.role_wishes.all().delete()
    held.waits.filter(answered_at=None).update(answered_at=now)
    note_move(held, MoveKind.ENDED, by=by, said=said, now=now)
    if policies.may_work_together(held.mentor, held.mentee, today=now.date()):
        letters.tell_of_end(held, by=by, line=said.line.strip())
    events.publish(
        RelationshipEnded(
            relationship_id=held.pk, by_id=by.pk, other_id=held.other_than(by).pk, at=now
        )
    )
    return held


@transaction.atomic
def take_back_end(relationship_id: int, *, by: "Profile", now: datetime) -> Relationship:
    """By whoever ended it, where the place is still free; it is as it was, and active.

    Raises NotYourRelationship, TooLateToTakeBack, KeptApart or NoRoom.
    """
    held = hold_relationship(relationship_id, by=by, is_over=True)
    if not can_take_back(held, by=by, now=now):
        raise TooLateToTakeBack
    people.hold_profile(held.mentor)
    if _is_open_anew(held):
        raise TooLateToTakeBack
    if not policies.may_work_together(held.mentor, held.mentee, today=now.date()):
        raise KeptApart
    ended_with_it = list(RoleSpan.objects.filter(relationship=held, ended_at=held.ended_at))
    for span in ended_with_it:
        role = Kind(span.role)
        if not policies.places_left(
            held.mentor, role, without_offer=policies.carried_in(held.mentor, role) + 1
        ):
            raise NoRoom

    held.state = RELATIONSHIP.after(held.state, "take_back", by=held.side_of(by))
    RoleSpan.objects.filter(pk__in=[span.pk for span in ended_with_it]).update(ended_at=None)
    held.ended_at, held.ended_by, held.ending = None, None, ""
    held.save(update_fields=["state", "ended_at", "ended_by", "ending"])
    tell_load(held.mentor)
    note_move(held, MoveKind.TAKEN_BACK, by=by, said=NOTHING_SAID, now=now)
    events.publish(
        RelationshipResumed(
            relationship_id=held.pk, by_id=by.pk, other_id=held.other_than(by).pk, at=now
        )
    )
    return held


def can_take_back(relationship: Relationship, *, by: "Profile", now: datetime) -> bool:
    return (
        relationship.ended_by_id == by.pk
        and relationship.ended_at is not None
        and now < relationship.ended_at + TAKEN_BACK_WITHIN
    )


def _is_open_anew(ended: Relationship) -> bool:
    rows = Relationship.objects.filter(mentor=ended.mentor, mentee=ended.mentee, state__in=OPEN)
    return rows.exists()
