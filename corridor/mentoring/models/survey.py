"""How it goes, as one of the two says when she is asked: after meetings, half-way, at the end."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.meeting_choices import Occasion, Side
from corridor.mentoring.models.meeting import RELATIONSHIP, Meeting


class Survey(models.Model):
    """One question put to one of the two; it waits, and then is answered, skipped or let be."""

    relationship = models.ForeignKey(RELATIONSHIP, models.CASCADE, related_name="surveys")
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="surveys"
    )
    """Of a pulse."""
    side = models.CharField(max_length=6, choices=Side)
    occasion = models.CharField(max_length=8, choices=Occasion)
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    skipped_at = models.DateTimeField(null=True, blank=True)
    """She said that she does not answer, or four weeks went by."""
    sealed_answers = models.BinaryField(default=b"")
    answers = SealedDocument(of=("code",))
    """{"rating": 3} of a pulse;
    {"areas": [{"area", "words", "weight", "rating"}], "words": "...", "shows_words": false}
    of a review."""

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "side", "occasion"],
                condition=models.Q(meeting=None),
                name="review_once_on_each_occasion",
            ),
            models.UniqueConstraint(
                fields=["meeting", "side"],
                condition=models.Q(meeting__isnull=False),
                name="pulse_once_a_meeting",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at=None) | models.Q(skipped_at=None),
                name="survey_answered_or_skipped",
            ),
        ]
        indexes = [models.Index(fields=["answered_at", "asked_at"], name="surveys_waiting")]

    def __str__(self) -> str:
        return f"{self.occasion} of {self.side} in {self.relationship_id}"

    @property
    def is_waiting(self) -> bool:
        return self.answered_at is None and self.skipped_at is None


class ContactCheck(models.Model):
    """Each is asked once whether the two are in touch, where nothing shows that they are."""

    relationship = models.ForeignKey(RELATIONSHIP, models.CASCADE, related_name="contact_checks")
    side = models.CharField(max_length=6, choices=Side)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    is_in_touch = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["relationship", "side"], name="contact_asked_once"),
        ]

    def __str__(self) -> str:
        return f"contact check of {self.side} in {self.relationship_id}"
