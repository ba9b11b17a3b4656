"""A relation between two people that rules out a match, whatever the score."""

from django.db import models

from corridor.algorithms.matching.options import Barrier
from corridor.programmes.models.round import Round

DECLARED = (
    Barrier.EVALUATOR,
    Barrier.PROGRAMME_DIRECTOR,
    Barrier.APPLICATION_READER,
    Barrier.BLOCKED,
    Barrier.CONFLICT,
)


class DeclaredRelation(models.Model):
    round = models.ForeignKey(Round, models.CASCADE, related_name="declared_relations")
    mentee = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    mentor = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    barrier = models.CharField(max_length=20, choices=[(it.value, it.value) for it in DECLARED])
    declared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentee", "mentor"], name="declared_relation_one_per_pair"
            ),
            models.CheckConstraint(
                name="declared_relation_between_two_people",
                condition=~models.Q(mentee=models.F("mentor")),
            ),
        ]

    def __str__(self) -> str:
        return f"declared relation {self.pk} ({self.barrier})"
