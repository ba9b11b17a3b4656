"""What a programme says in its own words, in versions: rows are added and never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.programmes.choices import Message
from corridor.programmes.models.programme import Programme


class ProgrammeText(models.Model):
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="texts")
    message = models.CharField(max_length=12, choices=Message)
    number = models.PositiveIntegerField()
    subject = models.CharField(_("Subject"), max_length=150, blank=True)
    """Empty, as the body: from here on the programme uses our words again."""
    body = models.TextField(_("Text"), max_length=5000, blank=True)
    by = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("programme", "message", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "message", "number"], name="programme_text_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message} {self.number} of {self.programme_id}"


class AgreementText(models.Model):
    """What both people of a match agree to; whoever agreed keeps the words she read."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="agreement_texts")
    number = models.PositiveIntegerField()
    text = models.TextField(_("Agreement"), max_length=10_000)
    by = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("programme", "-number")
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="agreement_text_number"),
        ]

    def __str__(self) -> str:
        return f"agreement {self.number} of {self.programme_id}"
