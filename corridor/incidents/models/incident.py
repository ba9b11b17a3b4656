"""What was done to somebody, in a file that she alone opens."""

from uuid import uuid4

from django.db import models

from corridor.incidents.choices import CheckIns, Recipient
from corridor.kernel.sealed_document import SealedDocument

SOMEBODY = "people.Profile"


class Incident(models.Model):
    owner = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    check_ins = models.CharField(max_length=4, choices=CheckIns)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_told = models.BinaryField(default=b"")
    told = SealedDocument(of=("place",))
    """As `telling.Told` makes it."""

    class Meta:
        ordering = ("-opened_at", "-pk")
        indexes = [models.Index(fields=["owner", "-opened_at"], name="incident_of_owner")]

    def __str__(self) -> str:
        return f"incident {self.pk}"


class CheckIn(models.Model):
    """She is asked how she is, once after so many days."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="check_in_rows")
    day = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_said = models.BinaryField(default=b"")
    said = SealedDocument(of=("place",))
    """{"feeling": "...", "words": "..."} once she answered."""

    class Meta:
        ordering = ("due_at", "pk")
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(asked_at=None), name="check_in_to_ask"
            )
        ]

    def __str__(self) -> str:
        return f"check-in {self.pk} of incident {self.incident_id}"


class LetterDraft(models.Model):
    """A letter as she adapted it; nobody sends it but herself."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="drafts")
    recipient = models.CharField(max_length=8, choices=Recipient)
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("recipient",)
        constraints = [
            models.UniqueConstraint(fields=["incident", "recipient"], name="one_draft_a_recipient")
        ]

    def __str__(self) -> str:
        return f"letter to {self.recipient} of incident {self.incident_id}"
