"""What is written about meetings: agenda, log, notes. All of it lies sealed."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.models.meeting import RELATIONSHIP, Meeting


class AgendaItem(models.Model):
    """Something to talk about: it stands on the agenda of the next meeting until it is done."""

    relationship = models.ForeignKey(RELATIONSHIP, models.CASCADE, related_name="agenda")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    side = models.CharField(max_length=6, choices=Side)
    """Who brought it up."""
    sealed_words = models.BinaryField()
    words = SealedDocument(of=("code",))
    added_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_in = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="agenda_done"
    )
    """The meeting in which the two talked about it."""

    class Meta:
        ordering = ("added_at", "pk")
        indexes = [models.Index(fields=["relationship", "done_at"], name="agenda_open")]

    def __str__(self) -> str:
        return f"agenda item {self.pk}"


class MeetingLog(models.Model):
    """One minute of writing after a meeting; either of the two does it for both."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="log")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    side = models.CharField(max_length=6, choices=Side)
    minutes = models.PositiveSmallIntegerField(default=0)
    """How long it was; 0 where it did not happen."""
    sealed_words = models.BinaryField()
    words = SealedDocument(of=("code",))
    """{"topic": "...", "next_step": "..."}"""
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"log of {self.meeting_id}"


class Absence(models.Model):
    """One of the two says that the other did not come; whoever it is about can say otherwise."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="absences")
    side = models.CharField(max_length=6, choices=Side)
    """Who did not come."""
    at = models.DateTimeField()
    denied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "side"], name="absence_of_each"),
        ]

    def __str__(self) -> str:
        return f"absence of {self.side} from {self.meeting_id}"


class MeetingNote(models.Model):
    """One that both write and read, or one for whoever wrote it alone."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="notes")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    owner = models.CharField(max_length=6, choices=Side, blank=True)
    """Whose private note it is; empty: it is shared."""
    written_by = models.CharField(max_length=6, choices=Side)
    version = models.PositiveIntegerField(default=1)
    """Goes up with each change, so that two who write at once overwrite nothing unseen."""
    sealed_words = models.BinaryField()
    words = SealedDocument(of=("code",))
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("meeting", "owner")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "owner"], name="meeting_note_of_each"),
        ]

    def __str__(self) -> str:
        return f"note on {self.meeting_id}"
