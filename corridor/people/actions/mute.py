"""Muting: what somebody posts is not shown to me; she does not know."""

from datetime import datetime

from django.db import transaction

from corridor.people.models import Mute, Profile


class CannotMuteYourself(Exception):
    """Not posting does the same."""


class NotMuted(Exception):
    """There is nothing to end."""


@transaction.atomic
def mute(*, muter: Profile, muted: Profile, until: datetime | None = None, now: datetime) -> None:
    """A new end replaces the one before. Raises CannotMuteYourself."""
    if muter.pk == muted.pk:
        raise CannotMuteYourself

    Mute.objects.update_or_create(muter=muter, muted=muted, defaults={"at": now, "until": until})


@transaction.atomic
def unmute(*, muter: Profile, muted: Profile) -> None:
    """Raises NotMuted."""
    ended, _ = Mute.objects.filter(muter=muter, muted=muted).delete()
    if not ended:
        raise NotMuted
