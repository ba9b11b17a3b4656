"""What the log of a meeting calls the next step becomes a step of a goal."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.keep_goal import LONGEST_STEP, GoalNotThere, NewStep, add_step
from corridor.mentoring.actions.meetings.hold_meeting import hold_active_meeting
from corridor.mentoring.models import Goal, GoalStep, MeetingLog

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NothingToAdopt(Exception):
    """The log names no next step, or the goal has it already."""


@transaction.atomic
def adopt_next_step(
    meeting_id: int, goal_id: int, *, by: "Profile", now: datetime
) -> list[GoalStep]:
    """A step for each line; pressed twice, each is there once.

    Raises NotYourMeeting, NotOpen, Resting, GoalNotThere, GoalIsOver, TooManyGoals or
    NothingToAdopt.
    """
    meeting, _side = hold_active_meeting(meeting_id, by=by)
    goal = Goal.objects.filter(pk=goal_id, relationship=meeting.relationship_id).first()
    if goal is None:
        raise GoalNotThere
    log = MeetingLog.objects.filter(meeting=meeting).first()
    lines = log.words["next_step"].splitlines() if log is not None else []
    there = {step.text for step in goal.steps.all()}
    wanted = [text for line in lines if (text := line.strip()[:LONGEST_STEP])]
    new = [text for text in dict.fromkeys(wanted) if text not in there]
    if not new:
        raise NothingToAdopt
    return [add_step(goal.pk, NewStep(text=text), by=by, now=now) for text in new]
