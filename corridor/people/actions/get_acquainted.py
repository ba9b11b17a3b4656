"""Somebody lets another person reach her from now on, or no longer."""

from datetime import datetime

from corridor.people.models import Acquaintance


class NotAcquainted(Exception):
    """There is nothing to end."""


def get_acquainted(profile_id: int, other_id: int, *, now: datetime) -> None:
    """Twice is once."""
    Acquaintance.objects.get_or_create(
        profile_id=profile_id, other_id=other_id, defaults={"at": now}
    )


def end_acquaintance(profile_id: int, other_id: int) -> None:
    """Raises NotAcquainted."""
    ended, _ = Acquaintance.objects.filter(profile=profile_id, other=other_id).delete()
    if not ended:
        raise NotAcquainted
