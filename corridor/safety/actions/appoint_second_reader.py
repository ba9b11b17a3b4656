"""Who reads what is held, besides moderators for privacy; whoever runs the server says so."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.safety import log
from corridor.safety.choices import Deed
from corridor.safety.models import SecondReader

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NoSecondReader(Exception):
    """She has no such right."""


@transaction.atomic
def appoint_second_reader(profile: "Profile", *, now: datetime) -> None:
    SecondReader.objects.get_or_create(profile=profile, defaults={"since": now})
    _note(Deed.APPOINTED, profile, now)


@transaction.atomic
def dismiss_second_reader(profile: "Profile", *, now: datetime) -> None:
    """Raises NoSecondReader."""
    ended, _rows = SecondReader.objects.filter(profile=profile).delete()
    if not ended:
        raise NoSecondReader
    _note(Deed.DISMISSED, profile, now)


def _note(deed: Deed, profile: "Profile", now: datetime) -> None:
    details = f"profile {profile.pk}: second readings"
    log.note(deed, by=log.WHOEVER_RUNS_THE_SERVER, at=now, details=details)
