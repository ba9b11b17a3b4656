"""What somebody of a team did goes into a list that is only added to."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Programme, TeamDeed

if TYPE_CHECKING:
    from corridor.people.models import Profile


def record_deed(
    programme: Programme, kind: TeamDeedKind, *, by: "Profile", now: datetime, words: str = ""
) -> TeamDeed:
    """Inside the transaction of what was done; ``words`` lie sealed."""
    deed = TeamDeed(programme=programme, kind=kind, by=by, at=now)
    deed.words = words
    deed.save()
    return deed
