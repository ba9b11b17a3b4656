"""What somebody who wants to take part in a round says, for one side of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.round import Round


class Application(models.Model):
    class Side(models.TextChoices):
        MENTEE = "mentee", _("Mentee")
        MENTOR = "mentor", _("Mentor")

    round = models.ForeignKey(Round, models.CASCADE, related_name="applications")
    profile = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    side = models.CharField(_("Side"), max_length=6, choices=Side)
    applied_at = models.DateTimeField()
    sealed_answers = models.BinaryField()
    answers = SealedDocument(of=("round_id", "profile_id"))
    """`answers.Answers` as a document; a person in it is named by her handle. It tells what
    somebody has lived through, where she said so."""

    class Meta:
        ordering = ("applied_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "profile"], name="application_one_per_person_and_round"
            ),
        ]

    def __str__(self) -> str:
        return f"application {self.pk} ({self.side})"
