"""On which day an app was last there, so that its owner sees which of them nobody needs.

Noted once a day for each token. What the reading lane answers is not: no app asks for timelines
alone.
"""

from contextlib import suppress

from django.core.cache import cache
from django.db import IntegrityError, transaction

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.models import AppUse

A_DAY = 24 * 60 * 60


def note_use(caller: Caller) -> None:
    if caller.token_id is None or caller.viewer_id is None:
        return
    today = caller.now.date()
    if not cache.add(f"app-use:{caller.token_id}:{today}", 1, timeout=A_DAY):
        return
    with suppress(IntegrityError), transaction.atomic():  # signed out just now
        AppUse.objects.bulk_create(
            [AppUse(token_id=caller.token_id, last_on=today)],
            update_conflicts=True,
            unique_fields=["token"],
            update_fields=["last_on"],
        )
