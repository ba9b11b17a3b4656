"""A match that a run proposes, what else could be done for it, and who approved it."""

from django.db import models

from corridor.algorithms.matching.people import Role
from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.application import Application
from corridor.programmes.models.matching_run import MatchingRun


class Proposal(models.Model):
    run = models.ForeignKey(MatchingRun, models.CASCADE, related_name="proposals")
    mentee = models.ForeignKey(Application, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Application, models.PROTECT, related_name="+")
    role = models.CharField(max_length=7, choices=[(role.value, role.value) for role in Role])
    fit = models.PositiveSmallIntegerField()
    """0 to 10,000."""
    needs_look = models.BooleanField()
    """Something stands out; the outcome of the run says what."""
    circle = models.PositiveSmallIntegerField(null=True)
    """The number of the circle in its run; none for a match of two."""

    class Meta:
        ordering = ("-needs_look", "-fit", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["run", "mentee", "mentor"], name="proposal_one_per_pair_and_run"
            ),
            models.CheckConstraint(
                name="proposal_fit_in_range", condition=models.Q(fit__lte=10_000)
            ),
            models.CheckConstraint(
                name="proposal_between_two_people",
                condition=~models.Q(mentee=models.F("mentor")),
            ),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk} of run {self.run_id}"


class SwapRecord(models.Model):
    """What else could be done for one match, apart from the others: large, and read one by one."""

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="swap_record")
    sealed_swaps = models.BinaryField()
    swaps = SealedDocument(of=("proposal_id",))
    """The next best mentors and who would move (`documents.Swaps`)."""

    def __str__(self) -> str:
        return f"swaps of proposal {self.proposal_id}"


class Approval(models.Model):
    """It exists while the proposal is approved; taking it back removes it."""

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="approval")
    by = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"approval of proposal {self.proposal_id}"
