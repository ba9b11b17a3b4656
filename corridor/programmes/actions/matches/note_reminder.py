from datetime import datetime

from corridor.programmes.models import Match


def note_reminder(match_id: int, now: datetime) -> None:
    """Whose turn it is was reminded; the page of directors says so."""
    Match.objects.filter(pk=match_id).update(reminded_at=now)
