"""A run that a worker makes: asked for, how far it is, what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.programmes.models.matching_run import MatchingRun
from corridor.programmes.models.round import Round


class MatchingJob(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for a worker")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")
        STOPPED = "stopped", _("Stopped")

    OPEN = ("waiting", "running")

    round = models.ForeignKey(Round, models.CASCADE, related_name="jobs")
    by = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    step = models.CharField(max_length=12, blank=True)
    """What it is doing, as the engine calls it."""
    progress = models.PositiveSmallIntegerField(default=0)
    """0 to 100."""
    error = models.CharField(max_length=40, blank=True)
    """The name of what refused."""
    run = models.ForeignKey(MatchingRun, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("made_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["round"],
                condition=models.Q(state__in=("waiting", "running")),
                name="matching_job_one_open_per_round",
            ),
            models.CheckConstraint(
                name="matching_job_progress_in_range", condition=models.Q(progress__lte=100)
            ),
        ]

    def __str__(self) -> str:
        return f"job {self.pk} of round {self.round_id} ({self.state})"
