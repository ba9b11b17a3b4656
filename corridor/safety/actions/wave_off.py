"""Somebody around whom there is a surge says that she is fine."""

from datetime import datetime

from corridor.safety.models import Surge


class NoSurge(Exception):
    """There is none, or she said so already."""


def wave_off(*, profile_id: int, now: datetime) -> None:
    """It is not shown to her any more, unless a graver one begins. Raises NoSurge."""
    lasting = Surge.objects.filter(profile=profile_id, ended_at=None, waved_off_at=None)
    if not lasting.update(waved_off_at=now):
        raise NoSurge
