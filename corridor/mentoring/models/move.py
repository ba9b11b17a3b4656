"""What somebody did with a relationship, with a line for the other and a reason for herself."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.choices import MoveKind
from corridor.mentoring.models.relationship import SOMEBODY, Relationship


class RelationshipMove(models.Model):
    """Only added to."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="moves")
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=MoveKind)
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_line = models.BinaryField(default=b"")
    line = SealedDocument(of=("place",))
    """What she wrote to the other."""
    sealed_reason = models.BinaryField(default=b"")
    reason = SealedDocument(of=("place",))
    """What she wrote for herself alone."""

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.relationship_id}"


class Wait(models.Model):
    """The mentee waits for an answer; one at a time."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="waits")
    since = models.DateTimeField()
    ends_at = models.DateTimeField()
    """When the reply window that the mentor promised is over."""
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-since", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["relationship"],
                condition=models.Q(answered_at=None),
                name="wait_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"wait in {self.relationship_id}"


class PrivateNote(models.Model):
    """What one of the two wants to remember. The other never reads it."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="notes")
    owner = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    changed_at = models.DateTimeField()
    sealed_text = models.BinaryField(default=b"")
    text = SealedDocument(of=("relationship_id", "owner_id"))

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["relationship", "owner"], name="private_note_once")
        ]

    def __str__(self) -> str:
        return f"note in {self.relationship_id}"


class Thanks(models.Model):
    """What one of the two says to the other when it is over."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="thanks")
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["relationship", "by"], name="thanks_once_each")
        ]

    def __str__(self) -> str:
        return f"thanks in {self.relationship_id}"
