"""What a kept answer can be."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class KeptState(TextChoices):
    PROPOSED = "proposed", _("One of the two has agreed")
    KEPT = "kept", _("In the library")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Party(TextChoices):
    ASKER = "asker", _("Whoever asked")
    ANSWERER = "answerer", _("Whoever answered")
