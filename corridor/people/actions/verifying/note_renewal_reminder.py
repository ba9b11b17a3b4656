from datetime import datetime

from corridor.people.models import Badge


def note_renewal_reminder(badge_id: int, now: datetime) -> None:
    """Whoever has the badge was told that it runs out."""
    Badge.objects.filter(pk=badge_id).update(reminded_at=now)
