"""An app that heard no answer sends again, and what it asked for is done once.

https://docs.joinmastodon.org/methods/statuses/#headers: the Idempotency-Key.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.posts.models import RepeatKey

if TYPE_CHECKING:
    from corridor.people.models import Profile

KEPT = timedelta(days=1)


@transaction.atomic
def do_once(make: Callable[[], int], *, key: str, by: "Profile", now: datetime) -> int:
    """The id that `make` answered when this key came first. What was refused may be tried again."""
    digest = sha256(key.encode()).hexdigest()
    RepeatKey.objects.filter(profile=by, key=digest, at__lte=now - KEPT).delete()
    kept, is_first = RepeatKey.objects.get_or_create(
        profile=by, key=digest, defaults={"made": 0, "at": now}
    )
    if is_first:
        kept.made = make()
        kept.save(update_fields=["made"])
    return kept.made


def forget_keys(*, now: datetime) -> None:
    RepeatKey.objects.filter(at__lte=now - KEPT).delete()
