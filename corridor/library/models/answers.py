"""Answers worth keeping: a question without a name, and what somebody answered with hers."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.library.answer_choices import KeptState, Party


class KeptAnswer(models.Model):
    """Read by members once both agreed; before, and once withdrawn, its words lie sealed."""

    source = models.CharField(max_length=32, unique=True)
    """Where it was said; the context that knows it gives and reads this."""
    state = models.CharField(max_length=9, choices=KeptState, default=KeptState.PROPOSED)
    topic = models.CharField(max_length=120, blank=True)
    stage = models.CharField(max_length=80, blank=True)
    """Of whoever asked, in words, as it was shown with the question."""
    answerer = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    asker_digest = models.BinaryField(max_length=32, db_index=True)
    """Finds hers for whoever has the key of this server, and nobody for who has not."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_asker = models.BinaryField(default=b"")
    asker = SealedDocument(of=("place",))
    """Her id."""
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))
    """{"question": "...", "answer": "..."}, as each of the two agreed to have it."""
    question = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    """What members read and search; empty unless it is kept."""
    asker_agreed_at = models.DateTimeField(null=True, blank=True)
    answerer_agreed_at = models.DateTimeField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)
    withheld_at = models.DateTimeField(null=True, blank=True)
    """Moderators took it, or the question, from members; its two still read it."""
    withdrawn_by = models.CharField(max_length=8, choices=Party, blank=True)

    class Meta:
        ordering = ("-kept_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="kept")
                | models.Q(
                    asker_agreed_at__isnull=False,
                    answerer_agreed_at__isnull=False,
                    kept_at__isnull=False,
                ),
                name="kept_answer_agreed_by_both",
            ),
            models.CheckConstraint(
                condition=models.Q(state="kept") | models.Q(question="", answer=""),
                name="kept_answer_read_only_while_kept",
            ),
        ]
        indexes = [models.Index(fields=["state", "-kept_at"], name="kept_answers_by_time")]

    def __str__(self) -> str:
        return f"kept answer {self.pk}, {self.state}"
