"""A circle that a round formed: which one of which run it became."""

from django.db import models

from corridor.programmes.models.matching_run import MatchingRun
from corridor.programmes.models.round import Round


class CircleOfRound(models.Model):
    round = models.ForeignKey(Round, models.CASCADE, related_name="circles")
    run = models.ForeignKey(MatchingRun, models.PROTECT, null=True, blank=True, related_name="+")
    """None where a director put it together by hand."""
    number = models.PositiveIntegerField()
    """As in the run; by hand the next one."""
    circle = models.OneToOneField("mentoring.Circle", models.CASCADE, related_name="+")

    class Meta:
        ordering = ("round", "number")
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="circle_of_round_once")
        ]

    def __str__(self) -> str:
        return f"circle {self.number} of round {self.round_id}"
