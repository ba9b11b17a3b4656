"""When the approved matches of a round are told to both sides: until then it can be stopped."""

from django.db import models

from corridor.programmes.models.matching_run import MatchingRun
from corridor.programmes.models.round import Round


class Publication(models.Model):
    round = models.ForeignKey(Round, models.CASCADE, related_name="publications")
    run = models.ForeignKey(MatchingRun, models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("made_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["round"],
                condition=models.Q(stopped_at=None, done_at=None),
                name="publication_one_waits_per_round",
            ),
            models.CheckConstraint(
                name="publication_not_stopped_and_done",
                condition=models.Q(stopped_at=None) | models.Q(done_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"publication {self.pk} of round {self.round_id}"
