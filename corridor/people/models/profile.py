"""Who somebody is to others."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.careers import BY_CODE, Career
from corridor.people.models.account import Account


def known_stage(code: str) -> None:
    if code not in BY_CODE:
        raise ValidationError(_("Choose a stage from the career ladder."))


def known_time_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise ValidationError(_("Choose a time zone such as Europe/Stockholm.")) from unknown


class Profile(models.Model):
    account = models.OneToOneField(Account, models.CASCADE, related_name="profile")
    handle = models.CharField(
        _("Handle"),
        max_length=30,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9_]+\Z", _("Use small letters, digits and underscores for a handle.")
            )
        ],
    )
    display_name = models.CharField(_("Name"), max_length=100)
    pronouns = models.CharField(_("Pronouns"), max_length=40, blank=True)
    stage = models.CharField(_("Stage"), max_length=5, validators=[known_stage], blank=True)
    """A code of `algorithms.careers`."""
    specialty = models.CharField(_("Specialty"), max_length=80, blank=True)
    institution = models.CharField(_("Institution"), max_length=160, blank=True)
    country = models.CharField(_("Country"), max_length=2, blank=True)
    """ISO 3166 code."""
    time_zone = models.CharField(
        _("Time zone"), max_length=64, default="UTC", validators=[known_time_zone]
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="profile_handle_is_small_letters",
                condition=models.Q(handle__regex=r"^[a-z0-9_]+$"),
            ),
        ]

    def __str__(self) -> str:
        return f"@{self.handle}"

    @property
    def career(self) -> Career | None:
        return BY_CODE.get(self.stage)
