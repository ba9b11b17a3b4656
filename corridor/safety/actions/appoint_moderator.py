"""Who works at the desk of moderators; whoever runs the server says so."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.safety import log, moderators_known
from corridor.safety.choices import Deed, Queue
from corridor.safety.models import Moderator

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotAtTheDesk(Exception):
    """She has no right to any of these queues."""


@transaction.atomic
def appoint_moderator(profile: "Profile", *, queues: Iterable[Queue], now: datetime) -> None:
    """Besides those that she has."""
    for queue in queues:
        Moderator.objects.get_or_create(profile=profile, queue=queue, defaults={"since": now})
    _note(Deed.APPOINTED, profile, queues, now)


@transaction.atomic
def dismiss_moderator(profile: "Profile", *, queues: Iterable[Queue], now: datetime) -> None:
    """What she decided stays. Raises NotAtTheDesk."""
    rights = Moderator.objects.filter(profile=profile, queue__in=list(queues))
    ended, _rows = rights.delete()
    if not ended:
        raise NotAtTheDesk
    _note(Deed.DISMISSED, profile, queues, now)


def _note(deed: Deed, profile: "Profile", queues: Iterable[Queue], now: datetime) -> None:
    moderators_known.forget()
    transaction.on_commit(moderators_known.forget)
    named = " ".join(sorted(queues))
    log.note(
        deed,
        by=log.WHOEVER_RUNS_THE_SERVER,
        at=now,
        details=f"profile {profile.pk}: {named}",
    )
