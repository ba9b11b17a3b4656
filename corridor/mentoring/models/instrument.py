"""A published scale that a programme asks for beside our own words, with whose it is."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.models.survey import Survey


class Instrument(models.Model):
    """A version: what was answered stays beside the words in which it was asked."""

    class AnsweredBy(models.TextChoices):
        MENTEE = "mentee", _("Mentees, about their mentor")
        MENTOR = "mentor", _("Mentors, about themselves")
        BOTH = "both", _("Both")

    programme_address = models.CharField(max_length=200)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=500)
    permission = models.CharField(max_length=500)
    answered_by = models.CharField(max_length=6, choices=AnsweredBy)
    labels = models.TextField(max_length=1000)
    """Of its points, one a line, the least first."""
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("programme_address", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=["programme_address", "number"], name="instrument_number"
            ),
            models.UniqueConstraint(
                fields=["programme_address"],
                condition=models.Q(ended_at=None),
                name="instrument_in_force_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    @property
    def points(self) -> list[str]:
        return self.labels.splitlines()


class InstrumentItem(models.Model):
    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    subscale = models.CharField(max_length=80)

    class Meta:
        ordering = ("instrument", "place")
        constraints = [
            models.UniqueConstraint(fields=["instrument", "place"], name="instrument_item_place"),
        ]

    def __str__(self) -> str:
        return f"item {self.place} of {self.instrument_id}"


class ScaleAnswers(models.Model):
    """Read by whoever gave them, in her archive, and by others as means of five people and more."""

    survey = models.OneToOneField(Survey, models.CASCADE, related_name="scale")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_numbers = models.BinaryField()
    numbers = SealedDocument(of=("code",))
    """One for each item by its place, from 1; None where she left it out."""

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"scale of {self.survey_id}"
