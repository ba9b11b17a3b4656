"""What a programme gives people to read, and what it asks them to learn."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.programmes.choices import LAST_MEETING, Side
from corridor.programmes.models.programme import Programme


class Material(models.Model):
    """Words of the programme, an address elsewhere, or both; never removed, only shelved."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="materials")
    title = models.CharField(_("Title"), max_length=120)
    words = models.TextField(_("Text"), max_length=6000, blank=True)
    address = models.CharField(
        _("Address"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["https"], message=_("An address begins with https://."))],
    )
    side = models.CharField(_("For whom"), max_length=6, choices=Side, blank=True)
    """Empty: for both."""
    meeting = models.PositiveSmallIntegerField(
        _("Before meeting number"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LAST_MEETING)],
    )
    """None: from the start on."""
    is_training = models.BooleanField(_("The team sees who has finished it"), default=False)
    position = models.PositiveIntegerField()
    is_shelved = models.BooleanField(default=False)

    class Meta:
        ordering = (models.F("meeting").asc(nulls_first=True), "position", "pk")

    def __str__(self) -> str:
        return f"material {self.pk} of programme {self.programme_id}"

    def clean(self) -> None:
        if not self.words.strip() and not self.address:
            raise ValidationError({"words": _("Write a text, or give an address, or both.")})


class FinishedMaterial(models.Model):
    material = models.ForeignKey(Material, models.CASCADE, related_name="finished")
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    at = models.DateTimeField()
    is_for_team = models.BooleanField()
    """She read that the team sees it; what was ticked before that stays her own."""

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["material", "profile"], name="material_finished_once"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} has finished material {self.material_id}"
