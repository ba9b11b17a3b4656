"""Handles that were given up: for a year nobody but who had one may have it.

Else somebody could take it the same day, and be taken for her.
"""

from datetime import datetime, timedelta

from corridor.kernel import sealing
from corridor.people.handles import RESERVED
from corridor.people.models import Profile, RestingHandle

REST = timedelta(days=365)
MOST_OF_ONE = 5
"""With more, the longest resting is free: nobody keeps handles by passing through them."""
PURPOSE = "handle"


def is_free(handle: str, *, by: Profile | None, now: datetime) -> bool:
    """For whoever asks, who may have the one she has and those she had; None is a newcomer."""
    others = Profile.objects.exclude(pk=by.pk) if by else Profile.objects
    if handle in RESERVED or others.filter(handle=handle).exists():
        return False
    resting = RestingHandle.objects.filter(digest=_digest(handle), given_up_at__gt=now - REST)
    return not (resting.exclude(given_up_by=by) if by else resting).exists()


def rest(handle: str, *, given_up_by: Profile | None, now: datetime) -> None:
    RestingHandle.objects.update_or_create(
        digest=_digest(handle), defaults={"given_up_by": given_up_by, "given_up_at": now}
    )
    if given_up_by is not None:
        resting = RestingHandle.objects.filter(given_up_by=given_up_by)
        newest = resting.order_by("-given_up_at", "-pk").values_list("pk", flat=True)
        resting.exclude(pk__in=list(newest[:MOST_OF_ONE])).delete()


def take_back(handle: str) -> None:
    """Somebody has it now: it rests no longer."""
    RestingHandle.objects.filter(digest=_digest(handle)).delete()


def forget_rested(*, now: datetime) -> int:
    """Those whose year is over; how many."""
    rested, _ = RestingHandle.objects.filter(given_up_at__lte=now - REST).delete()
    return rested


def _digest(handle: str) -> bytes:
    return sealing.digest(handle, purpose=PURPOSE)
