"""What moderators are asked about notes."""

from uuid import uuid4

from django.db import models

from corridor.context_notes.models.notes import SOMEBODY, ContextNote
from corridor.kernel.sealed_document import SealedDocument


class NoteFlag(models.Model):
    """Somebody, often the author of the post, says that a note is wrong or harms."""

    note = models.ForeignKey(ContextNote, models.CASCADE, related_name="flags")
    by = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True, blank=True)
    """When a moderator had looked."""
    is_acted_on = models.BooleanField(default=False)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_said = models.BinaryField(default=b"")
    said = SealedDocument(of=("place",))
    """{"words": "...", "answer": "..."}"""

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["note", "by"],
                condition=models.Q(heard_at=None),
                name="note_flagged_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"flag {self.pk} of note {self.note_id}"


class NoteAppeal(models.Model):
    """Its author asks that somebody else looks at a note again that was taken away."""

    note = models.OneToOneField(ContextNote, models.CASCADE, related_name="appeal")
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_granted = models.BooleanField(default=False)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_said = models.BinaryField(default=b"")
    said = SealedDocument(of=("place",))
    """{"words": "...", "answer": "..."}"""

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"appeal for note {self.note_id}"
