"""One conversation of a relationship: suggested, agreed, held."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.meeting_choices import MeetingState, Minutes, Repeat, Side, Way
from corridor.people.choices import Kind

RELATIONSHIP = "mentoring.Relationship"
WAITING = (MeetingState.PROPOSED.value, MeetingState.AGREED.value)


class Meeting(models.Model):
    relationship = models.ForeignKey(RELATIONSHIP, models.CASCADE, related_name="meetings")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    """What calendars know it by, for good."""
    state = models.CharField(max_length=9, choices=MeetingState, default=MeetingState.PROPOSED)
    role = models.CharField(max_length=7, choices=Kind)
    """In which the senior meets the junior this time."""
    proposed_by = models.CharField(max_length=6, choices=Side)
    """Who said last when: the other one is to choose."""
    minutes = models.PositiveSmallIntegerField(choices=Minutes, default=Minutes.HALF)
    way = models.CharField(max_length=5, choices=Way, default=Way.VIDEO)
    sealed_where = models.BinaryField()
    where = SealedDocument(of=("code",))
    """An address on the web, a place or a number; what it says of a place may be empty."""
    repeat_weeks = models.PositiveSmallIntegerField(choices=Repeat, default=Repeat.NEVER)
    repeat_times = models.PositiveSmallIntegerField(default=0)
    """How many more are agreed with it."""
    starts_at = models.DateTimeField(null=True, blank=True)
    moved_from = models.DateTimeField(null=True, blank=True)
    """When it was to be, until one of the two offered other times."""
    sequence = models.PositiveIntegerField(default=0)
    """Goes up with each change: links and answers to what was before count no more."""
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    """When somebody said that it was held or missed, or it was called off."""
    called_off_by = models.CharField(max_length=6, choices=Side, blank=True)
    """Empty where time or the end of the relationship did it."""
    is_late = models.BooleanField(default=False)
    """Called off within a day of its start."""
    reminded_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    """How many hours before it the last reminder is for."""
    log_asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("starts_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["agreed", "held", "missed"])
                | models.Q(starts_at__isnull=False),
                name="meeting_agreed_with_its_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=WAITING, ended_at=None)
                | (~models.Q(state__in=WAITING) & models.Q(ended_at__isnull=False)),
                name="meeting_ended_with_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["relationship", "state"], name="meetings_of_relationship"),
            models.Index(fields=["state", "starts_at"], name="meetings_by_time"),
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk}, {self.state}"

    @property
    def is_waiting(self) -> bool:
        """It may still happen."""
        return self.state in WAITING

    @property
    def ends_at(self) -> datetime | None:
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)


class MeetingTime(models.Model):
    """A time that was suggested; it goes once one is chosen or others are offered."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="times")
    starts_at = models.DateTimeField()

    class Meta:
        ordering = ("starts_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "starts_at"], name="meeting_time_once"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at} for {self.meeting_id}"


class CalendarAnswer(models.Model):
    """What somebody's calendar program answered for her last."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="calendar_answers")
    side = models.CharField(max_length=6, choices=Side)
    answer = models.CharField(max_length=9)
    sequence = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("meeting", "side")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "side"], name="calendar_answer_of_each"),
        ]

    def __str__(self) -> str:
        return f"{self.side} of {self.meeting_id}: {self.answer}"
