"""The code of conduct of a programme in versions, who accepted which, and concerns about it."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.programme import Programme

SOMEBODY = "people.Profile"


class ConductText(models.Model):
    """Only added to; number 0 is ours, and has no row."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="conduct_texts")
    number = models.PositiveIntegerField()
    text = models.TextField(_("Code of conduct"), max_length=10_000)
    by = models.ForeignKey(SOMEBODY, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("programme", "-number")
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="conduct_text_number"),
        ]

    def __str__(self) -> str:
        return f"conduct {self.number} of {self.programme_id}"


class ConductAcceptance(models.Model):
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    """Of the text that she read."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "profile", "number"], name="conduct_accepted_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} accepts conduct {self.number} of {self.programme_id}"


class Concern(models.Model):
    """What somebody who takes part says in confidence to the one person named for it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    by = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    to = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    about = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    """The other of the two; None: the programme as a whole, or somebody who left."""
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))
    """{"concern": "...", "answer": "..."}"""

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["to", "answered_at"], name="concerns_to_answer")]

    def __str__(self) -> str:
        return f"concern {self.pk}"
