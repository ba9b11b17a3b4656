"""What others may want to know of incidents: that there is something, never what."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class CheckInDue:
    """Somebody wanted to be asked today how she is."""

    profile_id: int
    at: datetime
