"""Whom the matching would ask next, put before a director where the round wants that."""

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.application import Application
from corridor.programmes.models.match import Match


class NextBest(models.Model):
    after = models.OneToOneField(Match, models.CASCADE, related_name="suggested")
    mentor = models.ForeignKey(Application, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    sealed_why = models.BinaryField()
    why = SealedDocument(of=("after_id", "mentor_id"))
    """`matching.Compatibility` as a document."""

    class Meta:
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return f"next best after match {self.after_id}"
