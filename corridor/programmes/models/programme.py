"""What brings mentors and mentees together on purpose, known by its hashtag."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Programme(models.Model):
    slug = models.SlugField(_("Address"), max_length=60, unique=True)
    name = models.CharField(_("Name"), max_length=120)
    hashtag = models.CharField(
        _("Hashtag"),
        max_length=60,
        validators=[RegexValidator(r"^\w+\Z", _("Letters and digits, without #."))],
    )
    description = models.TextField(_("Description"))
    both_sides = models.BooleanField(_("Mentee and mentor at once"), default=False)
    """Somebody may look for a mentor in one thing and be one in another."""
    directors = models.ManyToManyField("people.Profile", related_name="+")

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name
