"""Whom the matching would ask next, put before a director where the round wants that."""

from django.db import models

from corridor.algorithms.matching.people import Role
from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.application import Application
from corridor.programmes.models.match import Match


class NextBest(models.Model):
    after = models.OneToOneField(Match, models.CASCADE, null=True, related_name="suggested")
    """The match that came to nothing; None for whoever had none and gets a place that came free,
    and for one that was passed over: who was looked at next follows on the match then.
    """
    mentee = models.ForeignKey(Application, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Application, models.PROTECT, related_name="+")
    role = models.CharField(max_length=7, choices=[(role.value, role.value) for role in Role])
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    sealed_why = models.BinaryField()
    why = SealedDocument(of=("mentee_id", "mentor_id", "role"))
    """`matching.Compatibility` as a document."""

    class Meta:
        ordering = ("made_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["mentee", "mentor", "role"], name="next_best_looked_at_once"
            ),
        ]

    def __str__(self) -> str:
        return f"next best for application {self.mentee_id}"
