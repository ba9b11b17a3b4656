"""Whoever made a goal is told once that it has not moved; then it is quiet until it does."""

from datetime import datetime

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring.choices import State
from corridor.mentoring.events import GoalStuck
from corridor.mentoring.models import STUCK_AFTER, Goal


@transaction.atomic
def tell_stuck(*, now: datetime) -> int:
    """Nobody is told in a pause."""
    due = (
        Goal.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(
            reached_at=None,
            dropped_at=None,
            stuck_told_at=None,
            changed_at__lte=now - STUCK_AFTER,
            relationship__state=State.ACTIVE,
            by__isnull=False,
        )
        .order_by("pk")
    )
    told = list(due)
    for goal in told:
        goal.stuck_told_at = now
        goal.save(update_fields=["stuck_told_at"])
        if goal.by_id is not None:
            events.publish(
                GoalStuck(
                    goal_id=goal.pk,
                    relationship_id=goal.relationship_id,
                    profile_id=goal.by_id,
                    at=now,
                )
            )
    return len(told)
