"""What follows, in one programme, for somebody who did not come, called off late or fell silent.

Nobody but she and the team reads it, nothing is added up across programmes, and matching knows of
a break alone.
"""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.consequences import Step
from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.programme import Programme
from corridor.programmes.states_of_consequences import GRANTED, REFUSED, TAKEN_BACK, WAITING

SOMEBODY = "people.Profile"


class Counted(models.Model):
    """One thing that counts: the product saw it, or the other of the two said it."""

    class Kind(models.TextChoices):
        ABSENT = "absent", _("Did not come to a meeting, by the other's word")
        LATE = "late", _("Called a meeting off late")
        SILENT = "silent", _("Did not answer about a match in time")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind)
    source = models.PositiveBigIntegerField()
    """Number of the meeting, or of the match."""
    other = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    happened_at = models.DateTimeField()
    counts_from = models.DateTimeField()
    """A word of the other counts after days in which she can deny it."""
    ended_at = models.DateTimeField(null=True, blank=True)
    """Taken back, denied, or settled by a decision: it counts no more."""

    class Meta:
        ordering = ("counts_from", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "profile", "kind", "source"], name="counted_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.source} of {self.profile_id}"


class Consequence(models.Model):
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    step = models.CharField(
        max_length=8, choices=[(one.value, one.value) for one in Step], default=Step.CLEAR
    )
    since = models.DateTimeField()
    """When she was told of it."""
    rests_until = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    """Who decided the step; None: nobody, it followed by the rules."""

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["programme", "profile"], name="consequence_of_each"),
        ]
        indexes = [models.Index(fields=["programme", "step"], name="consequences_by_step")]

    def __str__(self) -> str:
        return f"{self.step} for {self.profile_id} in {self.programme_id}"


class ConsequenceMove(models.Model):
    """The record: only added to while she is here."""

    consequence = models.ForeignKey(Consequence, models.CASCADE, related_name="moves")
    name = models.CharField(max_length=10)
    at = models.DateTimeField()
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_reason = models.BinaryField(default=b"")
    reason = SealedDocument(of=("place",))

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.name} of {self.consequence_id}"


class Appeal(models.Model):
    """While it waits, nothing goes on and a break does not hold."""

    consequence = models.ForeignKey(Consequence, models.CASCADE, related_name="appeals")
    step = models.CharField(max_length=8)
    """Against which."""
    state = models.CharField(
        max_length=10,
        choices=[(one, one) for one in (WAITING, GRANTED, REFUSED, TAKEN_BACK)],
        default=WAITING,
    )
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))
    """{"appeal": "...", "answer": "..."}"""

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["consequence"],
                condition=models.Q(state=WAITING),
                name="appeal_waits_once",
            ),
        ]

    def __str__(self) -> str:
        return f"appeal {self.pk}, {self.state}"
