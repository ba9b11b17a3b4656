"""A question to all mentors. Who asks is sealed; what is shown is a stage and a field."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.models.relationship import SOMEBODY


class Question(models.Model):
    topic = models.CharField(max_length=60)
    stage = models.CharField(max_length=80, blank=True)
    """In words, as it was when she asked."""
    field = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    withheld_at = models.DateTimeField(null=True, blank=True)
    """Moderators took it from everybody but whoever asked."""
    asker_digest = models.BinaryField(db_index=True)
    """Finds hers for whoever has the key of this server, and nobody for who has not."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_asker = models.BinaryField(default=b"")
    asker = SealedDocument(of=("place",))
    """Her id."""
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"question {self.pk}"


class Answer(models.Model):
    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    by = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    is_thanked = models.BooleanField(default=False)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["question", "by"], name="answer_once_a_question"),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} to question {self.question_id}"
