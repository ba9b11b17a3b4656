"""What comes next in each relationship, for one of the two: the first thing that is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, prefetch_related_objects

from corridor.mentoring.models import (
    AgreementVersion,
    CoachingStep,
    Goal,
    GoalStep,
    Relationship,
    RoleWish,
    Wait,
)
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NextStep(StrEnum):
    PAUSED = "paused"
    OVER = "over"
    GONE = "gone"
    """The other leaves the server, or may not sign in."""
    ANSWER = "answer"
    """The mentee waits for the mentor who reads this."""
    NO_ANSWER = "no_answer"
    """The promised time is over."""
    ROLE = "role"
    SIGN = "sign"
    COACHING = "coaching"
    AGREE = "agree"
    STUCK = "stuck"
    STEP = "step"
    GOAL = "goal"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Next:
    step: NextStep
    on: date | None = None
    words: str = ""


def next_steps(
    relationships: Iterable[Relationship], *, viewer: "Profile", now: datetime
) -> Mapping[int, Next]:
    """By the id of the relationship, in as many questions for one as for many."""
    several = list(relationships)
    visible = Goal.objects.filter(Q(is_private=False) | Q(by=viewer)).order_by("made_at", "pk")
    prefetch_related_objects(
        [one for one in several if one.is_open],
        Prefetch("waits", Wait.objects.filter(answered_at=None).order_by("pk")),
        Prefetch("role_wishes", RoleWish.objects.order_by("at", "pk")),
        Prefetch("agreements", AgreementVersion.objects.order_by("-number")),
        Prefetch("coaching", CoachingStep.objects.filter(agreed_at=None).order_by("pk")),
        Prefetch("goals", visible),
        Prefetch("goals__steps", GoalStep.objects.order_by("position", "pk")),
    )
    here = people.ids_here(one.other_than(viewer).pk for one in several if one.is_open)
    return {one.pk: _next(one, viewer, now, here) for one in several}


def _next(one: Relationship, viewer: "Profile", now: datetime, here: set[int]) -> Next:
    if not one.is_open:
        return Next(step=NextStep.OVER, on=one.ended_at.date() if one.ended_at else None)
    if one.other_than(viewer).pk not in here:
        return Next(step=NextStep.GONE)
    if one.is_paused:
        return Next(step=NextStep.PAUSED, on=one.resumes_on)
    found = _asked(one, viewer, now) or _agreement(one, viewer) or _goal(one, now)
    return found or Next(step=NextStep.NOTHING)


def _asked(one: Relationship, viewer: "Profile", now: datetime) -> Next | None:
    """Somebody waits for somebody."""
    for wait in one.waits.all():
        if viewer.pk == one.mentor_id:
            return Next(step=NextStep.ANSWER, on=wait.since.date())
        if wait.ends_at <= now:
            return Next(step=NextStep.NO_ANSWER, on=wait.since.date())
    if any(wish.by_id != viewer.pk for wish in one.role_wishes.all()):
        return Next(step=NextStep.ROLE)
    if any(step.by_id != viewer.pk for step in one.coaching.all()):
        return Next(step=NextStep.COACHING)
    return None


def _agreement(one: Relationship, viewer: "Profile") -> Next | None:
    newest = next(iter(one.agreements.all()), None)
    if newest is None:
        return Next(step=NextStep.AGREE)
    if getattr(newest, f"{one.side_of(viewer)}_signed_at") is None:
        return Next(step=NextStep.SIGN)
    return None


def _goal(one: Relationship, now: datetime) -> Next | None:
    goals = [goal for goal in one.goals.all() if goal.is_open]
    if not goals:
        return Next(step=NextStep.GOAL)
    stuck = next((goal for goal in goals if goal.is_stuck(now)), None)
    if stuck is not None:
        return Next(step=NextStep.STUCK, words=stuck.words["title"])
    due = [step for goal in goals for step in goal.steps.all() if step.done_at is None]
    due.sort(key=lambda step: (step.due_on or date.max, step.pk))
    if due:
        return Next(step=NextStep.STEP, on=due[0].due_on, words=due[0].text)
    return None
