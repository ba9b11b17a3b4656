"""An individual development plan: hers, and of nobody else until she shows it to one mentor."""

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.models.relationship import SOMEBODY, Relationship


class Plan(models.Model):
    owner = models.OneToOneField(SOMEBODY, models.CASCADE, primary_key=True, related_name="+")
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    revised_at = models.DateTimeField(null=True, blank=True)
    """When she last went through all of it."""
    discussed_at = models.DateTimeField(null=True, blank=True)
    shown_in = models.ForeignKey(
        Relationship, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """The mentor of this relationship may read it, as long as it is open."""
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("owner_id",))
    """{"strengths": "...", ...}: keys of `plan_words.PARTS`."""

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"plan of {self.owner_id}"


class PlanAttestation(models.Model):
    """That she made or revised a plan on a day, for whoever has the link; nothing else."""

    owner = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    token = models.CharField(max_length=43, unique=True)
    done_on = models.DateField()
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"attestation of {self.owner_id}"
