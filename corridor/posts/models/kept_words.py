"""How often words were kept that might identify a patient: never which words, nor whose."""

from django.db import models


class KeptWords(models.Model):
    day = models.DateField()
    kind = models.CharField(max_length=40)
    """Of the finding, as the rules name it."""
    because = models.CharField(max_length=12)
    """`choices.WhyKept`"""
    times = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day", "kind", "because")
        constraints = [
            models.UniqueConstraint(fields=["day", "kind", "because"], name="kept_words_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.kind}, {self.because}"
