"""How much may be said, and what stands between messages."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

MOST_PEOPLE = 12
LONGEST_TEXT = 5000
LONGEST_TITLE = 80
MOST_FILES = 4
MOST_FILE_BYTES = 10 << 20
MAY_CHANGE_FOR = timedelta(minutes=15)
"""So long whoever wrote a message may edit it or take it back."""
UNSENT_FOR = timedelta(days=1)
"""Files that were given and never sent are kept so long."""


class Kind(TextChoices):
    SAID = "said", _("Said")
    CAME = "came", _("Came in")
    LEFT = "left", _("Left")


def place_of_file(file_id: int) -> str:
    """As `posts` keeps what was found in pictures."""
    return f"message-file/{file_id}"
