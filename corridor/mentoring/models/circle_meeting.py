"""A meeting of a circle: when, who comes and came, what it is about and what came of it."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.meeting_choices import MeetingState, Minutes, Way
from corridor.mentoring.models.circle import Circle, Seat


class CircleMeeting(models.Model):
    """Whoever leads sets the time; everybody says whether she comes."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="meetings")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    state = models.CharField(max_length=9, choices=MeetingState, default=MeetingState.AGREED)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(choices=Minutes, default=Minutes.HOUR)
    way = models.CharField(max_length=5, choices=Way, default=Way.VIDEO)
    sealed_where = models.BinaryField()
    where = SealedDocument(of=("code",))
    sealed_log = models.BinaryField(default=b"")
    log = SealedDocument(of=("code",))
    """{"topic": "...", "next_step": "..."}; set when it was held."""
    sequence = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("starts_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="agreed", ended_at=None)
                | (~models.Q(state="agreed") & models.Q(ended_at__isnull=False)),
                name="circle_meeting_ended_with_its_time",
            )
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk} of circle {self.circle_id}"

    @property
    def is_waiting(self) -> bool:
        return self.state == MeetingState.AGREED

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


class Attendance(models.Model):
    """What one said before, and whether she was there."""

    meeting = models.ForeignKey(CircleMeeting, models.CASCADE, related_name="attendances")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="attendances")
    comes = models.BooleanField(null=True)
    was_there = models.BooleanField(null=True)

    class Meta:
        ordering = ("meeting", "seat")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="attendance_once_each")
        ]

    def __str__(self) -> str:
        return f"{self.seat_id} at {self.meeting_id}"


class CircleTopic(models.Model):
    """Something to talk about, on the agenda until it is done."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="topics")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="topics")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField()
    words = SealedDocument(of=("code",))
    added_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("added_at", "pk")

    def __str__(self) -> str:
        return f"topic {self.pk} of circle {self.circle_id}"
