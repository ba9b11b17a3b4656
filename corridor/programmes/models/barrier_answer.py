"""What was in somebody's way, without who she is."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.programmes.models.application import Application
from corridor.programmes.models.programme import Programme


class BarrierAnswer(models.Model):
    """Apart from the person: no name, the month only, and a key that tells no order."""

    class Moment(models.TextChoices):
        APPLICATION = "application", _("When they applied")
        DECLINE = "decline", _("When they said no to a match")
        WITHDRAWAL = "withdrawal", _("When they withdrew")

    class Barrier(models.TextChoices):
        TIME = "time", _("Too little time")
        NOBODY_LIKE_ME = "like_me", _("Nobody like me to turn to")
        FEAR = "fear", _("I did not dare to approach anybody")
        UNKNOWN = "unknown", _("I did not know whom to ask")
        CARE = "care", _("Children or others to care for")
        VISA = "visa", _("Visa or licensing")
        MONEY = "money", _("Money")
        DISTANCE = "distance", _("Far from where things happen")
        LANGUAGE = "language", _("Language")
        HEALTH = "health", _("Health or disability")
        JUDGED = "judged", _("Those I could ask also assess me")
        BAD_PAST = "bad_past", _("Bad experience with a mentor")
        NO_ANSWER = "no_answer", _("I asked, and nobody answered")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="barrier_answers")
    moment = models.CharField(max_length=11, choices=Moment)
    side = models.CharField(max_length=6, choices=Application.Side)
    barrier = models.CharField(max_length=9, choices=Barrier)
    month = models.DateField()
    """Its first day."""

    class Meta:
        ordering = ("id",)
        indexes = [models.Index(fields=["programme", "moment"], name="barriers_of_programme")]

    def __str__(self) -> str:
        return f"{self.barrier} ({self.moment})"
