"""What moderators do in contexts above this one stands in the same log."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.safety import log
from corridor.safety.choices import Deed

if TYPE_CHECKING:
    from corridor.people.models import Profile


def note_deed(deed: Deed, *, by: "Profile", now: datetime, details: str) -> None:
    """In the transaction of what it tells of. `details`: codes and numbers only."""
    log.note(deed, by=by.pk, at=now, details=details)
