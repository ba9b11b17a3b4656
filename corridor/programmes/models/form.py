"""What a programme asks those who apply. Who answered keeps the version that she answered."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.programmes.choices import QuestionKind, Side
from corridor.programmes.models.programme import Programme

LONGEST_ANSWER = 10_000


class FormVersion(models.Model):
    """A later one is made when a director changes a form that somebody has answered."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="form_versions")
    side = models.CharField(max_length=6, choices=Side)
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("programme", "side", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "side", "number"], name="form_version_number"
            ),
        ]

    def __str__(self) -> str:
        return f"form {self.number} of {self.programme_id} for each {self.side}"


class Question(models.Model):
    version = models.ForeignKey(FormVersion, models.CASCADE, related_name="questions")
    key = models.CharField(max_length=32)
    """The same in each version that has this question; answers are kept under it."""
    position = models.PositiveIntegerField()
    kind = models.CharField(_("Kind of answer"), max_length=8, choices=QuestionKind)
    field = models.CharField(max_length=12, blank=True)
    """The part of `answers.Answers` that the matching reads; empty for what only people read."""
    label = models.CharField(_("Question"), max_length=300)
    help_text = models.CharField(_("Help"), max_length=600, blank=True)
    is_required = models.BooleanField(_("Must be answered"), default=False)
    options = models.TextField(_("List"), max_length=20_000, blank=True)
    """One a line."""
    least = models.PositiveIntegerField(
        _("At least"), null=True, blank=True, validators=[MaxValueValidator(1_000_000)]
    )
    most = models.PositiveIntegerField(
        _("At most"), null=True, blank=True, validators=[MaxValueValidator(1_000_000)]
    )
    """Letters of a text, entries of a list, or the number itself."""
    is_retired = models.BooleanField(default=False)
    """Not asked any more; what was answered stays."""

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="question_key_in_version"),
            models.UniqueConstraint(
                fields=["version", "field"],
                condition=~models.Q(field="") & models.Q(is_retired=False),
                name="question_field_in_version",
            ),
            models.CheckConstraint(
                condition=models.Q(least=None)
                | models.Q(most=None)
                | models.Q(least__lte=models.F("most")),
                name="question_limits_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.key} of form {self.version_id}"
