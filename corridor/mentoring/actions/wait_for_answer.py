"""A mentee waits for an answer; once the promised time is over she may ask somebody else."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import NotYourRelationship, hold_active
from corridor.mentoring.actions.tell_other import tell_other
from corridor.mentoring.models import Wait

if TYPE_CHECKING:
    from corridor.people.models import Profile


class WaitsAlready(Exception):
    """She said so, and has no answer yet."""


class NothingWaits(Exception):
    """There was an answer meanwhile."""


@transaction.atomic
def wait_for_answer(relationship_id: int, *, by: "Profile", now: datetime) -> Wait:
    """The mentor is told; what she promised counts from now.

    Raises NotYourRelationship, NotOpen, Resting or WaitsAlready.
    """
    held = hold_active(relationship_id, by=by)
    if by.pk != held.mentee_id:
        raise NotYourRelationship
    if held.waits.filter(answered_at=None).exists():
        raise WaitsAlready

    promised = timedelta(days=held.mentor.reply_within_days)
    waiting = Wait.objects.create(relationship=held, since=now, ends_at=now + promised)
    tell_other(held, by=by, now=now)
    return waiting


@transaction.atomic
def note_answer(relationship_id: int, *, by: "Profile", now: datetime) -> None:
    """By either of the two. Raises NotYourRelationship, NotOpen, Resting or NothingWaits."""
    held = hold_active(relationship_id, by=by)
    if not held.waits.filter(answered_at=None).update(answered_at=now):
        raise NothingWaits
    if by.pk == held.mentor_id:
        tell_other(held, by=by, now=now)
