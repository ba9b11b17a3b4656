"""What somebody can answer to a reminder by a link in its mail."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Answer(TextChoices):
    NOT_THIS = "not-this", _("Not about this again")
    LATER = "later", _("Not now")
    NONE = "none", _("Stop all reminders")
