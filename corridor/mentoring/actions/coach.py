"""A coaching cycle: four steps, each written by one of the two and agreed by the other.

Deiorio, Carney, Kahl, Bonura, Juve (2016): Coaching: a new model for academic and career
achievement. Medical Education Online 21, doi 10.3402/meo.v21.33480
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import hold_active
from corridor.mentoring.actions.tell_other import tell_other
from corridor.mentoring.choices import CoachingStage
from corridor.mentoring.models import CoachingStep, Relationship
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_STEP_WORDS = 4000
ORDER = tuple(CoachingStage)


class NoCoach(Exception):
    """Coaching is none of the roles here now."""


class StepNotOpen(Exception):
    """Another step of the cycle comes first, or the two agreed on this one."""


class StepRewritten(Exception):
    """It was written anew after she read it."""


class StepIsEmpty(Exception):
    """Nothing is written."""


class StepTooLong(Exception):
    """It is longer than anybody reads."""


class OwnWords(Exception):
    """The other agrees to what she wrote."""


@dataclass(frozen=True, kw_only=True)
class NewStage:
    stage: CoachingStage
    words: str
    seen: datetime | None = None
    """When what she changes was written; None: nothing stood there."""


@transaction.atomic
def write_coaching_step(
    relationship_id: int, new: NewStage, *, by: "Profile", now: datetime
) -> CoachingStep:
    """In place of what was written and not agreed. After four steps the next cycle begins.

    Raises NotYourRelationship, NotOpen, Resting, NoCoach, StepNotOpen, StepIsEmpty, StepTooLong
    or StepRewritten.
    """
    held = hold_active(relationship_id, by=by)
    if not held.roles.filter(role=Kind.COACHING, ended_at=None).exists():
        raise NoCoach
    cycle, due = step_due(held)
    if new.stage != due:
        raise StepNotOpen
    if not new.words.strip():
        raise StepIsEmpty
    if len(new.words) > LONGEST_STEP_WORDS:
        raise StepTooLong
    kept = held.coaching.filter(cycle=cycle, stage=new.stage).first()
    if (kept.at if kept else None) != new.seen:
        raise StepRewritten

    step = kept or CoachingStep(relationship=held, cycle=cycle, stage=new.stage)
    step.by, step.at, step.words = by, now, new.words.strip()
    step.save()
    tell_other(held, by=by, now=now)
    return step


@transaction.atomic
def agree_to_coaching_step(
    relationship_id: int, step_id: int, *, seen: datetime, by: "Profile", now: datetime
) -> CoachingStep:
    """`seen`: when what she read was written.

    Raises NotYourRelationship, NotOpen, Resting, StepNotOpen, OwnWords or StepRewritten.
    """
    held = hold_active(relationship_id, by=by)
    step = held.coaching.filter(pk=step_id, agreed_at=None).first()
    if step is None:
        raise StepNotOpen
    if step.by_id == by.pk:
        raise OwnWords
    if step.at != seen:
        raise StepRewritten

    step.agreed_at = now
    step.save(update_fields=["agreed_at"])
    tell_other(held, by=by, now=now)
    return step


def step_due(held: Relationship) -> tuple[int, CoachingStage]:
    """The number of the cycle, and the first of its steps that is not agreed."""
    newest = held.coaching.order_by("-cycle", "-pk").first()
    if newest is None:
        return 1, ORDER[0]
    if newest.agreed_at is None:
        return newest.cycle, CoachingStage(newest.stage)
    follows = ORDER.index(CoachingStage(newest.stage)) + 1
    if follows == len(ORDER):
        return newest.cycle + 1, ORDER[0]
    return newest.cycle, ORDER[follows]
