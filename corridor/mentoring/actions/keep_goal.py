"""Goals of a relationship: made, moved, talked about, reached or dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import hold_active, hold_relationship
from corridor.mentoring.actions.tell_other import tell_other
from corridor.mentoring.models import Goal, GoalComment, GoalStep, Relationship

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_TITLE, LONGEST_WHY, LONGEST_STEP, LONGEST_COMMENT = 200, 2000, 300, 2000
MOST_GOALS, MOST_STEPS = 30, 30


class GoalNotThere(Exception):
    """There is no such goal, or it is the other's alone."""


class GoalIsOver(Exception):
    """It was reached or dropped: open it again first."""


class GoalNeedsTitle(Exception):
    """What is it that should be reached?"""


class GoalTooLong(Exception):
    """Something in it is longer than anybody reads."""


class TooManyGoals(Exception):
    """More than anybody can follow."""


class StepNotThere(Exception):
    """There is no such step."""


@dataclass(frozen=True, kw_only=True)
class NewStep:
    text: str
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewGoal:
    title: str
    why: str = ""
    is_private: bool = False
    steps: Sequence[NewStep] = ()


@transaction.atomic
def add_goal(relationship_id: int, new: NewGoal, *, by: "Profile", now: datetime) -> Goal:
    """Raises NotYourRelationship, NotOpen, Resting, GoalNeedsTitle, GoalTooLong or TooManyGoals."""
    held = _hold_for(relationship_id, by=by, is_private=new.is_private)
    _check(new)
    if held.goals.filter(reached_at=None, dropped_at=None).count() >= MOST_GOALS:
        raise TooManyGoals

    goal = Goal(relationship=held, by=by, is_private=new.is_private, made_at=now, changed_at=now)
    goal.words = {"title": new.title.strip(), "why": new.why.strip()}
    goal.save()
    for position, step in enumerate(new.steps):
        _add_step(goal, step, position)
    _tell(goal, held, by=by, now=now)
    return goal


@transaction.atomic
def change_goal(goal_id: int, new: NewGoal, *, by: "Profile", now: datetime) -> Goal:
    """Its words and who sees it; whose it is not makes nothing of it private.

    Raises GoalNotThere, NotOpen, Resting, GoalNeedsTitle or GoalTooLong.
    """
    goal, held = _hold(goal_id, by=by)
    _check(new)
    goal.words = {"title": new.title.strip(), "why": new.why.strip()}
    if goal.by_id == by.pk and goal.is_private != new.is_private:
        hold_active(held.pk, by=by)
        goal.is_private = new.is_private
    _save(goal, held, by=by, now=now)
    return goal


@transaction.atomic
def end_goal(goal_id: int, *, is_reached: bool, by: "Profile", now: datetime) -> Goal:
    """Raises GoalNotThere, NotOpen, Resting or GoalIsOver."""
    goal, held = _hold(goal_id, by=by)
    if not goal.is_open:
        raise GoalIsOver
    goal.reached_at, goal.dropped_at = (now, None) if is_reached else (None, now)
    _save(goal, held, by=by, now=now)
    return goal


@transaction.atomic
def reopen_goal(goal_id: int, *, by: "Profile", now: datetime) -> Goal:
    """Raises GoalNotThere, NotOpen or Resting."""
    goal, held = _hold(goal_id, by=by)
    goal.reached_at, goal.dropped_at = None, None
    _save(goal, held, by=by, now=now)
    return goal


@transaction.atomic
def add_step(goal_id: int, new: NewStep, *, by: "Profile", now: datetime) -> GoalStep:
    """At the end of the others.

    Raises GoalNotThere, NotOpen, Resting, GoalIsOver, GoalNeedsTitle, GoalTooLong or TooManyGoals.
    """
    goal, held = _hold(goal_id, by=by)
    if not goal.is_open:
        raise GoalIsOver
    if not new.text.strip():
        raise GoalNeedsTitle
    if len(new.text) > LONGEST_STEP:
        raise GoalTooLong
    count = goal.steps.count()
    if count >= MOST_STEPS:
        raise TooManyGoals
    step = _add_step(goal, new, count)
    _save(goal, held, by=by, now=now)
    return step


@transaction.atomic
def tick_step(step_id: int, *, is_done: bool, by: "Profile", now: datetime) -> GoalStep:
    """Raises StepNotThere, GoalNotThere, NotOpen or Resting."""
    step, goal, held = _hold_step(step_id, by)
    step.done_at = now if is_done else None
    step.save(update_fields=["done_at"])
    _save(goal, held, by=by, now=now)
    return step


@transaction.atomic
def remove_step(step_id: int, *, by: "Profile", now: datetime) -> Goal:
    """Raises StepNotThere, GoalNotThere, NotOpen or Resting."""
    step, goal, held = _hold_step(step_id, by)
    step.delete()
    _save(goal, held, by=by, now=now)
    return goal


@transaction.atomic
def comment_on_goal(goal_id: int, text: str, *, by: "Profile", now: datetime) -> GoalComment:
    """Raises GoalNotThere, NotOpen, Resting, GoalNeedsTitle or GoalTooLong."""
    goal, held = _hold(goal_id, by=by)
    if not text.strip():
        raise GoalNeedsTitle
    if len(text) > LONGEST_COMMENT:
        raise GoalTooLong
    comment = GoalComment(goal=goal, by=by, at=now)
    comment.text = text.strip()
    comment.save()
    _save(goal, held, by=by, now=now)
    return comment


def _check(new: NewGoal) -> None:
    if not new.title.strip():
        raise GoalNeedsTitle
    is_long = len(new.title) > LONGEST_TITLE or len(new.why) > LONGEST_WHY
    if is_long or any(len(step.text) > LONGEST_STEP for step in new.steps):
        raise GoalTooLong


def _hold(goal_id: int, *, by: "Profile") -> tuple[Goal, Relationship]:
    goal = Goal.objects.select_for_update().filter(pk=goal_id).first()
    if goal is None or (goal.is_private and goal.by_id != by.pk):
        raise GoalNotThere
    if not goal.relationship.has(by):
        raise GoalNotThere
    return goal, _hold_for(goal.relationship_id, by=by, is_private=goal.is_private)


def _hold_for(relationship_id: int, *, by: "Profile", is_private: bool) -> Relationship:
    """In a pause she goes on with what is hers alone."""
    hold = hold_relationship if is_private else hold_active
    return hold(relationship_id, by=by)


def _hold_step(step_id: int, by: "Profile") -> tuple[GoalStep, Goal, Relationship]:
    step = GoalStep.objects.filter(pk=step_id).first()
    if step is None:
        raise StepNotThere
    goal, held = _hold(step.goal_id, by=by)
    return step, goal, held


def _add_step(goal: Goal, new: NewStep, position: int) -> GoalStep:
    step = GoalStep(goal=goal, position=position, due_on=new.due_on)
    step.text = new.text.strip()
    step.save()
    return step


def _save(goal: Goal, held: Relationship, *, by: "Profile", now: datetime) -> None:
    goal.touch(now)
    goal.save()
    _tell(goal, held, by=by, now=now)


def _tell(goal: Goal, held: Relationship, *, by: "Profile", now: datetime) -> None:
    if not goal.is_private:
        tell_other(held, by=by, now=now)
