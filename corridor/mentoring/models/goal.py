"""What a mentee wants to reach in a relationship, and a coaching cycle step by step."""

from datetime import datetime
from uuid import uuid4

from django.db import models

from corridor.algorithms.reminders.table import OF, Kind
from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.choices import CoachingStage
from corridor.mentoring.models.relationship import SOMEBODY, Relationship

STUCK_AFTER = OF[Kind.MOVE_GOAL].after


class Goal(models.Model):
    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="goals")
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    is_private = models.BooleanField(default=False)
    """Only whoever made it sees it."""
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    """When anything about it moved last, a step or a comment too."""
    reached_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    stuck_told_at = models.DateTimeField(null=True, blank=True)
    """Told once that it has not moved; a change clears it."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))
    """{"title": "...", "why": "..."}"""

    class Meta:
        ordering = ("made_at", "pk")
        indexes = [models.Index(fields=["changed_at"], name="goals_by_change")]

    def __str__(self) -> str:
        return f"goal {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.reached_at is None and self.dropped_at is None

    def is_stuck(self, now: datetime) -> bool:
        return self.is_open and self.changed_at <= now - STUCK_AFTER

    def touch(self, now: datetime) -> None:
        self.changed_at, self.stuck_told_at = now, None


class GoalStep(models.Model):
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_text = models.BinaryField(default=b"")
    text = SealedDocument(of=("place",))

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"step of goal {self.goal_id}"


class GoalComment(models.Model):
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="comments")
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_text = models.BinaryField(default=b"")
    text = SealedDocument(of=("place",))

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"comment on goal {self.goal_id}"


class CoachingStep(models.Model):
    """One of four steps of one cycle: written by either, agreed by the other."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="coaching")
    cycle = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=10, choices=CoachingStage)
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("cycle", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "cycle", "stage"], name="coaching_step_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.cycle} in {self.relationship_id}"
