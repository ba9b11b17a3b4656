"""Who works at the desk of moderators: whoever runs the server says so, or who leads a queue."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.safety import log, moderators_known, policies
from corridor.safety.choices import Deed, Queue
from corridor.safety.models import Moderator

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotAtTheDesk(Exception):
    """She has no right to any of these queues."""


class NotYoursToAppoint(Exception):
    """Another queue, or somebody who leads it."""


@transaction.atomic
def appoint_moderator(
    profile: "Profile",
    *,
    queues: Collection[Queue],
    now: datetime,
    is_lead: bool = False,
    by: "Profile | None" = None,
) -> None:
    """Besides those that she has. `by` None: from the shell of the server.

    Raises NotYoursToAppoint.
    """
    if by is not None and not policies.may_appoint(by, queues, is_lead=is_lead):
        raise NotYoursToAppoint
    for queue in queues:
        right, is_new = Moderator.objects.get_or_create(
            profile=profile, queue=queue, defaults={"since": now, "is_lead": is_lead}
        )
        if is_lead and not is_new:
            right.is_lead = True
            right.save(update_fields=["is_lead"])
    named = "lead of " if is_lead else ""
    _note(Deed.APPOINTED, f"profile {profile.pk}: {named}{_list(queues)}", by, now)


@transaction.atomic
def dismiss_moderator(
    profile: "Profile",
    *,
    queues: Collection[Queue],
    now: datetime,
    by: "Profile | None" = None,
) -> None:
    """What she decided stays. Raises NotAtTheDesk or NotYoursToAppoint."""
    rights = Moderator.objects.filter(profile=profile, queue__in=list(queues))
    is_lead = rights.filter(is_lead=True).exists()
    if by is not None and not policies.may_appoint(by, queues, is_lead=is_lead):
        raise NotYoursToAppoint
    ended, _rows = rights.delete()
    if not ended:
        raise NotAtTheDesk
    _note(Deed.DISMISSED, f"profile {profile.pk}: {_list(queues)}", by, now)


def _list(queues: Collection[Queue]) -> str:
    return " ".join(sorted(queues))


def _note(deed: Deed, details: str, by: "Profile | None", now: datetime) -> None:
    moderators_known.forget()
    transaction.on_commit(moderators_known.forget)
    log.note(deed, by=by.pk if by else log.WHOEVER_RUNS_THE_SERVER, at=now, details=details[:200])
