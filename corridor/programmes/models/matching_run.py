"""One run of the matching, with everything needed to repeat it and to check it."""

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.round import Round


class MatchingRun(models.Model):
    round = models.ForeignKey(Round, models.CASCADE, related_name="runs")
    number = models.PositiveIntegerField()
    by = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    name = models.CharField(max_length=60, blank=True)
    """What a director calls it, to tell it from others."""
    chosen_at = models.DateTimeField(null=True)
    """Since when it is the one that is reviewed; without one it is the newest."""

    class Meta:
        ordering = ("-number", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="matching_run_number"),
        ]

    def __str__(self) -> str:
        return f"run {self.number} of round {self.round_id}"


class RunRecord(models.Model):
    """The documents of a run, apart from it because they are large and seldom read.

    All of them lie sealed: what went in tells what people have lived through, and so do the
    reasons of what came out.
    """

    run = models.OneToOneField(MatchingRun, models.CASCADE, related_name="record")
    sealed_given = models.BinaryField()
    given = SealedDocument(of=("run_id",))
    """The people and options that went in (`documents.Given`): the same give the same again."""
    sealed_outcome = models.BinaryField()
    outcome = SealedDocument(of=("run_id",))
    """`matching.outcome.Outcome` as a document."""
    sealed_certificate = models.BinaryField()
    certificate = SealedDocument(of=("run_id",))
    """What `matching.certificate.check` verifies without trusting the engine."""

    def __str__(self) -> str:
        return f"record of run {self.run_id}"
