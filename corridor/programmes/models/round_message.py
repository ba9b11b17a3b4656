"""What a team writes to many people of a round at once, and who wants no such mails."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.choices import Audience
from corridor.programmes.models.programme import Programme
from corridor.programmes.models.round import Round

SOMEBODY = "people.Profile"


class RoundMessage(models.Model):
    round = models.ForeignKey(Round, models.CASCADE, related_name="+")
    by = models.ForeignKey(SOMEBODY, models.PROTECT, related_name="+")
    audience = models.CharField(max_length=10, choices=Audience)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    reached = models.PositiveIntegerField(default=0)
    """How many mails went out."""
    once = models.UUIDField(unique=True)
    """Of the form that it was written in: pressed twice, it is sent once."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))
    """{"subject": "...", "body": "..."}, with names in braces."""

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(
                name="round_message_not_stopped_and_done",
                condition=models.Q(stopped_at=None) | models.Q(done_at=None),
            ),
        ]
        indexes = [models.Index(fields=["due_at"], name="round_messages_due")]

    def __str__(self) -> str:
        return f"message {self.pk} to round {self.round_id}"

    @property
    def waits(self) -> bool:
        return self.stopped_at is None and self.done_at is None


class NoRoundMessages(models.Model):
    """Somebody wants no mails that a programme writes to many."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["programme", "profile"], name="no_round_messages_once"),
        ]

    def __str__(self) -> str:
        return f"no messages of {self.programme_id} to {self.profile_id}"
